import type { Scenario, ServiceContract } from '#engine';
import type { Assembled } from '../compile/placed.ts';
import type { Fault } from '../fault.ts';
import type { Loaded } from '../load/load.ts';

/** What a check looks at: a scenario as written and as compiled. */
export interface Subject {
  readonly assembled: Assembled;
  readonly scenario: Scenario;
  readonly loaded: Loaded;
  readonly contracts: Readonly<Record<string, ServiceContract>>;
  readonly today: string;
}

export function checkAssembled(_subject: Subject): readonly Fault[] {
  return [];
}

export function checkCatalogue(_loaded: Loaded): readonly Fault[] {
  return [];
}
