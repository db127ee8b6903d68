/**
 * What pages may use. The server's own parts reach them as `Astro.locals.app`: were they imported here, the bundler
 * would put a second copy of them (and of the database drivers) into the pages.
 */

export type { Role, Visitor } from './accounts/access.ts';
export { homeOf, isStaffAddress, mayOpen, roles } from './accounts/access.ts';
export type { Caller, Outcome, Staff } from './accounts/staff.ts';
export type { App } from './app.ts';
export type { CountRow } from './counting/counts.ts';
export type { Measure } from './counting/measures.ts';
export { dwellBuckets } from './counting/measures.ts';
export type { Reports, UnderWay } from './counting/reports.ts';
export type { DesignerFigures, Edition } from './figures/figures.ts';
export { designerFigures } from './figures/figures.ts';
export type { Group, Learner } from './groups/groups.ts';
