import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BackEnd, createBackEnd, type WorldSnapshot } from '../back-end.ts';
import { franceConnectContract as contract } from './contract.ts';
import { franceConnectService } from './index.ts';
import { citizen, rightAmeli, rightImpots } from './testing.ts';

/** Typed by nobody else: if it is in the world, the world kept what was typed. */
const typed = 'Tapé-par-la-personne-9Z';

const entry = fc.oneof(
  fc.constantFrom('9900000000418', '2841169000007', '000000', true, null, 7),
  fc.constant(typed),
  fc.constant([typed]),
  fc.constant({ [typed]: 1 }),
);
const act = fc.record({
  operation: fc.constantFrom(...Object.keys(contract.operations)),
  entries: fc.array(entry, { minLength: 2, maxLength: 2 }),
  right: fc.boolean(),
  minutes: fc.constantFrom(0, 0, 0, 1, 6, 31),
  reload: fc.boolean(),
});

describe('the fake FranceConnect, whatever is done in whatever order', () => {
  it('answers within its contract, keeps nothing typed, and is the same after a reload', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let clock = Date.parse('2026-11-21T10:00:00Z');
        const start = (restore?: WorldSnapshot): BackEnd =>
          createBackEnd({
            services: { franceconnect: franceConnectService },
            persona: citizen,
            today: '2026-11-21',
            now: () => clock,
            seed: 'x',
            ...(restore && { restore }),
          });
        let backEnd = start();
        backEnd.call('franceconnect', 'open', {});
        for (const { operation, entries, right, minutes, reload } of acts) {
          clock += minutes * 60_000;
          if (reload) backEnd = start(JSON.parse(JSON.stringify(backEnd.world())));
          const rights: Readonly<Record<string, unknown>> = {
            ...rightAmeli,
            ...(operation === 'signInImpots' && rightImpots),
            email: citizen.email,
            code: backEnd.messages().at(-1)?.vars['code'],
          };
          const names = Object.keys(contract.operations[operation]?.input ?? {});
          const input = Object.fromEntries(names.map((name, at) => [name, right ? rights[name] : entries[at]]));
          const { outcome, status, data } = backEnd.call('franceconnect', operation, input);
          const said = contract.operations[operation]?.outcomes[outcome] ?? contract.common[outcome];
          expect(said?.status).toBe(status);
          expect(JSON.stringify([backEnd.world(), data ?? null])).not.toContain(typed);
        }
      }),
      { numRuns: 300 },
    );
  });
});
