export type { Count, FieldReport, Kept, Rate, Report, ReportInput, ScreenReport } from './report.ts';
export { reportOf } from './report.ts';
export { leastPeople } from './suppress.ts';
export type { TimeRange } from './survival.ts';
export type { Interval } from './wilson.ts';
