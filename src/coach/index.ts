import { lazy } from 'react';

/** Components, each loaded when first drawn: put them under a `<Suspense>`. */
export const CoachPanel = lazy(() => import('./panel/CoachPanel.tsx'));
export const Debrief = lazy(() => import('./debrief/Debrief.tsx'));
export const TakeAwaySheet = lazy(() => import('./debrief/TakeAwaySheet.tsx'));
export const LeaveQuestion = lazy(() => import('./debrief/LeaveQuestion.tsx'));

/** Brings all of the above while the network is there: a lesson goes on when it is gone. */
export const loadCoach = (): Promise<unknown> =>
  Promise.all([
    import('./panel/CoachPanel.tsx'),
    import('./debrief/Debrief.tsx'),
    import('./debrief/TakeAwaySheet.tsx'),
    import('./debrief/LeaveQuestion.tsx'),
  ]);

export type { CoachPanelProps, DebriefProps, LeaveQuestionProps, Point, TakeAwaySheetProps } from './contract.ts';
export { episodesOf, type RunEpisode } from './detector/episodes.ts';
export { offeredLevels } from './level.ts';
