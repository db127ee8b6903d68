export type * from './field.ts';
export type * from './scenario.ts';
export type * from './screen.ts';
