export type { Catalogue, IdKind, Shape } from './catalogue.ts';
export { eventCatalogue } from './catalogue.ts';
export type { Checked, Refusal } from './check-event.ts';
export { checkEvent } from './check-event.ts';
export type * from './event.ts';
export { helpLevels, hintRungs, leaveReasons, panes, realData, runConditions, stuckRules } from './event.ts';
export type { ScenarioIds, ScreenIds } from './scenario-ids.ts';
export { scenarioIds } from './scenario-ids.ts';
