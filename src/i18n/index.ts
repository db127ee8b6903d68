export { coachWords } from './coach.ts';
export { debriefWords } from './debrief.ts';
export { layoutWords } from './layout.ts';
export { aboutWords, helpWords, homeWords, joinWords, lostWords, purposeWords } from './pages.ts';
export { panesWords } from './panes.ts';
export { replicaTexts } from './replica.ts';
export { groupWords } from './staff-groups.ts';
export { staffWords } from './staff.ts';
