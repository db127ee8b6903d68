import fc from 'fast-check';
import { expect } from 'vitest';
import type { Persona, ServiceContract } from '#engine';
import { type BackEnd, createBackEnd, type WorldSnapshot } from '../back-end.ts';
import { fakeServices } from '../every-service.ts';

type Inputs = Readonly<Record<string, unknown>>;

export interface AnyOrder {
  readonly service: keyof typeof fakeServices;
  readonly persona: Persona;
  /** What a person with every right answer sends, by the name of the input, as things stand. */
  readonly rights: (backEnd: BackEnd, operation: string) => Inputs;
  /** What else is sent, beside what nobody has ever typed. */
  readonly entries: readonly unknown[];
  /** Brings a run to where most operations are: chance alone would seldom open an account. */
  readonly begin: (backEnd: BackEnd) => void;
  /** How long it may be between two calls. */
  readonly minutes: readonly number[];
  /** Parts of what is right that must not be kept either. */
  readonly secrets?: readonly string[];
  readonly numRuns?: number;
}

/** Typed by nobody else: if it is in the world, the world kept what was typed. */
const typed = 'Tapé-par-la-personne-9Z';

/**
 * Whatever is called, with whatever, in whatever order: the service answers within its contract, keeps nothing that was
 * typed, and goes on the same after a reload.
 */
export function holdsInAnyOrder({ service, persona, secrets = [], numRuns = 300, ...given }: AnyOrder): void {
  const contract: ServiceContract = fakeServices[service].contract;
  const entry = fc.oneof(
    fc.constantFrom(...given.entries, true, null),
    fc.constantFrom<unknown>(typed, [typed], { [typed]: 1 }),
  );
  const act = fc.record({
    operation: fc.constantFrom(...Object.keys(contract.operations)),
    entries: fc.array(entry, { minLength: 4, maxLength: 4 }),
    right: fc.boolean(),
    minutes: fc.constantFrom(...given.minutes),
    reload: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      let clock = Date.parse('2026-11-21T10:00:00Z');
      const open = (restore?: WorldSnapshot): BackEnd =>
        createBackEnd({
          services: { [service]: fakeServices[service] },
          persona,
          today: '2026-11-21',
          now: () => clock,
          seed: 'x',
          ...(restore && { restore }),
        });
      let backEnd = open();
      given.begin(backEnd);
      for (const { operation, entries, right, minutes, reload } of acts) {
        clock += minutes * 60_000;
        if (reload) backEnd = open(JSON.parse(JSON.stringify(backEnd.world())));
        const rights = right ? given.rights(backEnd, operation) : {};
        const names = Object.keys(contract.operations[operation]?.input ?? {});
        const input = Object.fromEntries(names.map((name, at) => [name, rights[name] ?? entries[at]]));
        const { outcome, status, data } = backEnd.call(service, operation, input);
        const said = contract.operations[operation]?.outcomes[outcome] ?? contract.common[outcome];
        expect(said?.status).toBe(status);
        const kept = JSON.stringify([backEnd.world(), data ?? null]);
        for (const secret of [typed, ...secrets]) expect(kept).not.toContain(secret);
      }
    }),
    { numRuns },
  );
}
