import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BackEnd, createBackEnd, type WorldSnapshot } from '../back-end.ts';
import { antsContract } from './contract.ts';
import { antsService } from './index.ts';
import { rightSignIn, traveller } from './testing.ts';

/** Typed by nobody else: if it is in the world, the world kept what was typed. */
const typed = 'Tapé-par-la-personne-9Z';

const entry = fc.oneof(
  fc.constantFrom(
    'vasselin',
    '1984-11-06',
    '2091-01-01',
    'DEMO000000',
    'H4RV',
    'deja-achete',
    'cni',
    '131',
    true,
    null,
  ),
  fc.constant(typed),
  fc.constant([typed]),
  fc.constant({ [typed]: 1 }),
);
const act = fc.record({
  operation: fc.constantFrom(...Object.keys(antsContract.operations)),
  entries: fc.array(entry, { minLength: 4, maxLength: 4 }),
  right: fc.boolean(),
  minutes: fc.constantFrom(0, 0, 1, 31, 61, 1500),
  reload: fc.boolean(),
});

describe('the fake agency, whatever is done in whatever order', () => {
  it('answers within its contract, keeps nothing typed, and is the same after a reload', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let clock = Date.parse('2026-11-21T10:00:00Z');
        const open = (restore?: WorldSnapshot): BackEnd =>
          createBackEnd({
            services: { ants: antsService },
            persona: traveller,
            today: '2026-11-21',
            now: () => clock,
            seed: 'x',
            ...(restore && { restore }),
          });
        let ants = open();
        // Most operations need an open account: chance alone would seldom open one.
        ants.call('ants', 'signIn', rightSignIn);
        for (const { operation, entries, right, minutes, reload } of acts) {
          clock += minutes * 60_000;
          if (reload) ants = open(JSON.parse(JSON.stringify(ants.world())));
          const made = ants.messages().find(({ template }) => template === 'pre-demande-enregistree')?.vars['numero'];
          const rights: Readonly<Record<string, unknown>> = { ...rightSignIn, requestNumber: made, image: 'H4RV' };
          const names = Object.keys(antsContract.operations[operation]?.input ?? {});
          const input = Object.fromEntries(
            names.map((name, at) => [name, right ? (rights[name] ?? entries[at]) : entries[at]]),
          );
          const { outcome, status, data } = ants.call('ants', operation, input);
          const contract = antsContract.operations[operation]?.outcomes[outcome] ?? antsContract.common[outcome];
          expect(contract?.status).toBe(status);
          expect(JSON.stringify([ants.world(), data ?? null])).not.toContain(typed);
        }
      }),
      { numRuns: 300 },
    );
  });
});
