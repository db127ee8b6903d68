import { chance } from './chance.ts';
import { type Family, type SimulatedRun, simulate } from './learner.ts';

const usual: Family = {
  slowness: [1, 0.3],
  reading: 1,
  tremor: 0.02,
  rereads: 0.1,
  fetches: 0.01,
  interruptions: 0.3,
  stuck: 0.06,
  patience: 120,
};

/** A family and how many of a hundred people are of it. */
export interface Share {
  readonly traits: Family;
  readonly percent: number;
}

/** A workshop on which thresholds were set. */
export const developmentWorkshop: Readonly<Record<string, Share>> = {
  usual: { percent: 40, traits: usual },
  slow: { percent: 20, traits: { ...usual, slowness: [2.2, 0.3], reading: 1.8 } },
  fetcher: { percent: 10, traits: { ...usual, fetches: 0.12 } },
  rereader: { percent: 15, traits: { ...usual, reading: 1.6, rereads: 0.6 } },
  tremor: { percent: 15, traits: { ...usual, slowness: [1.5, 0.2], tremor: 0.35 } },
};

/** Another, looked at while they were set. */
export const validationWorkshop: Readonly<Record<string, Share>> = {
  young: { percent: 25, traits: { ...usual, slowness: [0.6, 0.3], reading: 0.7, stuck: 0.04 } },
  older: { percent: 35, traits: { ...usual, slowness: [1.8, 0.35], reading: 1.5, tremor: 0.15, rereads: 0.3 } },
  'slow and shaky': { percent: 15, traits: { ...usual, slowness: [2.8, 0.25], reading: 2, tremor: 0.3 } },
  'far from the papers': { percent: 10, traits: { ...usual, slowness: [1.2, 0.3], fetches: 0.15 } },
  'careful reader': { percent: 15, traits: { ...usual, reading: 2, rereads: 0.8 } },
};

/** `hundreds` × 100 runs of a workshop, on procedures of this shape (fields by page). */
export function corpus(
  workshop: Readonly<Record<string, Share>>,
  hundreds: number,
  firstSeed: number,
  shape: readonly number[],
): readonly SimulatedRun[] {
  return Object.entries(workshop).flatMap(([name, { percent, traits }], family) =>
    Array.from({ length: percent * hundreds }, (_, person) =>
      simulate(name, traits, firstSeed + family * 10_000 + person, shape),
    ),
  );
}

/**
 * A crowd that was never looked at while thresholds were set: no families, each person's traits drawn apart, stuck more
 * or less often.
 */
export function crowd(people: number, firstSeed: number, shape: readonly number[]): readonly SimulatedRun[] {
  return Array.from({ length: people }, (_, person) => {
    const draw = chance(firstSeed + person * 7 + 3);
    const slowness = draw.around(1.3, 0.45);
    const traits: Family = {
      slowness: [slowness, 0.15],
      reading: draw.around(1.2, 0.4),
      tremor: draw.unit() ** 3 * 0.4,
      rereads: draw.unit() ** 2 * 0.8,
      fetches: draw.unit() ** 4 * 0.15,
      interruptions: draw.waiting(0.3),
      stuck: 0.02 + 0.08 * draw.unit(),
      patience: draw.around(110, 0.3),
    };
    return simulate(
      slowness > 1.9 ? 'slow' : slowness < 0.9 ? 'quick' : 'between',
      traits,
      firstSeed + person * 7,
      shape,
    );
  });
}
