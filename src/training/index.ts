export type { Board, BoardLearner, BoardRow, LatestRun, Standing } from './board.ts';
export { boardOf } from './board.ts';
export { newCode, readCode } from './codes.ts';
export { cleanLabel, longestLabel } from './label.ts';
export type { Assignment, JoinChoice, Joined, JoinRefusal, JoinRequest, LearnerCard } from './learner.ts';
export { forgetCard, keepCard, learnerKey, readCard } from './learner.ts';
export { freeNicknames, nicknames } from './nicknames.ts';
export type { Outline, OutlineScreen } from './outline.ts';
export { outlineOf } from './outline.ts';
