import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BackEnd, createBackEnd, type WorldSnapshot } from '../back-end.ts';
import { cafContract } from './contract.ts';
import { cafService } from './index.ts';
import { household } from './testing.ts';

/** Typed by nobody else: if it is in the world, the world kept what was typed. */
const typed = 'Tapé-par-la-personne-9Z';
const typedCents = 73_519_842;

const entry = fc.oneof(
  fc.constantFrom(
    '2841169000007',
    'Jardin2024fleurs',
    '7920399000015',
    '1984-11-06',
    'K7P4',
    'aucune',
    'paie-3',
    'attestation-vide',
    '00048199600017',
    true,
    null,
  ),
  fc.constant(typed),
  fc.constant(['pensions-alimentaires']),
  fc.constant([typed]),
  fc.constant({ 'amina.salaires.-4': typedCents }),
);

const act = fc.record({
  operation: fc.constantFrom(...Object.keys(cafContract.operations)),
  entries: fc.array(entry, { minLength: 4, maxLength: 4 }),
  right: fc.boolean(),
  minutes: fc.constantFrom(0, 0, 1, 16, 61),
  reload: fc.boolean(),
});

const rights: Readonly<Record<string, unknown>> = {
  nir: '2841169000007',
  password: 'Jardin2024fleurs',
  kinds: ['aucune'],
};

describe('the fake Caf, whatever is done in whatever order', () => {
  it('answers within its contract, keeps nothing typed, and is the same after a reload', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let clock = Date.parse('2026-11-21T10:00:00Z');
        const open = (restore?: WorldSnapshot): BackEnd =>
          createBackEnd({
            services: { caf: cafService },
            persona: household,
            today: '2026-11-21',
            now: () => clock,
            seed: 'x',
            ...(restore && { restore }),
          });
        let caf = open();
        // Half of the operations need an open account: chance alone would seldom open one.
        caf.call('caf', 'signIn', rights);
        caf.call('caf', 'sendCode', {});
        caf.call('caf', 'confirmCode', { code: caf.messages()[0]?.vars['code'] });
        for (const { operation, entries, right, minutes, reload } of acts) {
          clock += minutes * 60_000;
          if (reload) caf = open(JSON.parse(JSON.stringify(caf.world())));
          const code = caf.messages().at(-1)?.vars['code'];
          const names = Object.keys(cafContract.operations[operation]?.input ?? {});
          const input = Object.fromEntries(
            names.map((name, at) => [
              name,
              right ? (name === 'code' ? code : (rights[name] ?? entries[at])) : entries[at],
            ]),
          );
          const { outcome, status, data } = caf.call('caf', operation, input);
          const contract = cafContract.operations[operation]?.outcomes[outcome] ?? cafContract.common[outcome];
          expect(contract?.status).toBe(status);
          const kept = JSON.stringify([caf.world(), data ?? null]);
          expect(kept).not.toContain(typed);
          expect(kept).not.toContain(String(typedCents));
        }
      }),
      { numRuns: 400 },
    );
  });
});
