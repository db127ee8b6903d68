export type * from './event.ts';
export { helpLevels, hintRungs, leaveReasons, panes, realData, runConditions, stuckRules } from './event.ts';
