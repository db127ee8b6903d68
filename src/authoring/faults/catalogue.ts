import { completeness } from './completeness.ts';
import { harmless } from './harmless.ts';
import { honesty } from './honesty.ts';
import { ids } from './ids.ts';
import { marks } from './marks.ts';
import { plainWords } from './plain-words.ts';
import { proof } from './proof.ts';
import { reading } from './reading.ts';
import { references } from './references.ts';

/** The decades of codes, each with what it is about. */
export const faultThemes = [
  { from: 1, to: 9, faults: reading },
  { from: 10, to: 29, faults: references },
  { from: 30, to: 49, faults: completeness },
  { from: 50, to: 59, faults: honesty },
  { from: 60, to: 69, faults: plainWords },
  { from: 70, to: 79, faults: harmless },
  { from: 80, to: 89, faults: ids },
  { from: 90, to: 99, faults: marks },
  { from: 100, to: 109, faults: proof },
] as const;

/**
 * Every fault an author can meet: a permanent code → its sentence and what to write instead. A code is never reused; a
 * retired one stays as a comment where it stood.
 */
export const faultCatalogue = {
  ...reading,
  ...references,
  ...completeness,
  ...honesty,
  ...plainWords,
  ...harmless,
  ...ids,
  ...marks,
  ...proof,
} as const;

export type FaultCode = keyof typeof faultCatalogue;
export type FaultData<Code extends FaultCode> = Parameters<(typeof faultCatalogue)[Code]>[0];
