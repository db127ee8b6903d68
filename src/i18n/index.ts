export { coachWords } from './coach.ts';
export { debriefWords } from './debrief.ts';
export { layoutWords } from './layout.ts';
export { panesWords } from './panes.ts';
export { replicaTexts } from './replica.ts';
export { staffWords } from './staff.ts';
export { groupWords } from './staff-groups.ts';
