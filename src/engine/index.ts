export type * from './condition.ts';
export type * from './contract.ts';
export type * from './duration.ts';
export type * from './persona.ts';
export type * from './run.ts';
export type * from './scenario.ts';
export type * from './step.ts';
export type * from './values.ts';
