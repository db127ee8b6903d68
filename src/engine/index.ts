export type * from './condition.ts';
export { factsRead, holds } from './conditions.ts';
export type * from './contract.ts';
export { createRun } from './create-run.ts';
export { addDuration, dayOf, isDuration, monthFrom, noonOf, showDay, showMonth, showMonthName } from './dates.ts';
export type * from './duration.ts';
export { kindOf, passwordRulesMet, type Readable, rawOf, readEntry, sameValue, showValue } from './entry.ts';
export {
  isFictionNir,
  isFictionPhone,
  isFictionPlate,
  isValidIban,
  isValidSiret,
  isValidTaxNumber,
  nirKey,
  passesLuhn,
} from './identifiers.ts';
export { answerOf, type Cell, cellOf, cellsOf, judge, matches, repeatsEntry } from './judge.ts';
export { buildMachine, factsOfBranches, fieldsOf, type MachineContext } from './machine.ts';
export { nextStep, wayOf } from './next-step.ts';
export type * from './persona.ts';
export { type AnswerScope, itemsOf, paperFor, resolveAnswer, resolvePersona } from './resolve.ts';
export type * from './run.ts';
export type * from './scenario/index.ts';
export { startDay } from './start-day.ts';
export type * from './step.ts';
export {
  datedPlaceholders,
  fill,
  fillTemplate,
  type Placeholder,
  personIn,
  placeholdersOf,
  type Scope,
} from './template.ts';
export type * from './values.ts';
export { applyVariant, type Rewording, rewordingsOf, variantKeys } from './variant.ts';
