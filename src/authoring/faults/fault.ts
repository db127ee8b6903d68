import { type FaultCode, type FaultData, faultCatalogue } from './catalogue.ts';

/** Something an author has to mend, where it stands. `line` counts from 1. */
export interface Fault {
  readonly code: FaultCode;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly hint?: string;
  /** What it speaks of, as the author wrote it: names of keys, screens, fields, papers… */
  readonly names: readonly string[];
}

/** A spot of a source file: what a fault points to. */
export interface Spot {
  readonly file: string;
  readonly line: number;
}

/** Makes a fault from its code and data. */
export function fault<Code extends FaultCode>(code: Code, spot: Spot, data: FaultData<Code>): Fault {
  const words = (
    faultCatalogue[code] as (data: FaultData<Code>) => { message: string; hint?: string; severity?: 'warning' }
  )(data);
  return {
    code,
    severity: words.severity ?? 'error',
    file: spot.file,
    line: spot.line,
    message: words.message,
    ...(words.hint === undefined ? {} : { hint: words.hint }),
    names: Object.values(data).filter((each) => typeof each === 'string'),
  };
}

/** By file, line, code: the order in which an author mends them. One of each. */
export function sorted(faults: readonly Fault[]): readonly Fault[] {
  const keyed = new Map(faults.map((each) => [`${each.file}:${each.line}:${each.code}:${each.message}`, each]));
  return [...keyed.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.code, b.code) || compare(a.message, b.message),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
