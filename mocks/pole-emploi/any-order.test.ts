import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BackEnd, createBackEnd, type WorldSnapshot } from '../back-end.ts';
import { poleEmploiContract } from './contract.ts';
import { poleEmploiService } from './index.ts';
import { thomas } from './testing.ts';

/** Typed by nobody else: if it is in the world, the world kept what was typed. */
const typed = 'Tapé-par-la-personne-9Z';

const rights: Readonly<Record<string, unknown>> = {
  identifier: '0000481T',
  password: 'Mur-2024-Pierre',
  nir: '193064800002189',
  iban: 'FR00 0000 0000 0000 4800 0002 118',
  bankProof: 'rib-pdf',
  proof: 'preuve-pdf',
  slot: 'lundi-agence',
  context: 'rendez-vous',
  reception: 'postale',
  worked: 'oui',
  sick: 'oui',
  situations: ['arret-maladie'],
  line: 'erreur',
  slip: 'fiche-pdf',
};

const entry = fc.oneof(
  fc.constantFrom(...Object.values(rights), '2026-11-10', '2039-12-31', 'photo-iphone', 'scan-lourd', true, null),
  fc.constant(typed),
  fc.constant([typed]),
);

const act = fc.record({
  operation: fc.constantFrom(...Object.keys(poleEmploiContract.operations)),
  entries: fc.array(entry, { minLength: 4, maxLength: 4 }),
  right: fc.boolean(),
  minutes: fc.constantFrom(0, 0, 1, 16, 61, 24 * 60 * 16),
  reload: fc.boolean(),
});

describe('the fake Pôle emploi, whatever is done in whatever order', () => {
  it('answers within its contract, keeps nothing typed, and is the same after a reload', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let clock = Date.parse('2026-11-21T10:00:00Z');
        const open = (restore?: WorldSnapshot): BackEnd =>
          createBackEnd({
            services: { 'pole-emploi': poleEmploiService },
            persona: thomas,
            today: '2026-11-21',
            now: () => clock,
            seed: 'x',
            ...(restore && { restore }),
          });
        let service = open();
        // Most operations need an open space: chance alone would seldom open one.
        service.call('pole-emploi', 'giveIdentifier', rights);
        service.call('pole-emploi', 'signIn', rights);
        service.call('pole-emploi', 'confirmCode', { code: service.messages()[0]?.vars['code'] });
        for (const { operation, entries, right, minutes, reload } of acts) {
          clock += minutes * 60_000;
          if (reload) service = open(JSON.parse(JSON.stringify(service.world())));
          const code = service.messages().at(-1)?.vars['code'];
          const names = Object.keys(poleEmploiContract.operations[operation]?.input ?? {});
          const input = Object.fromEntries(
            names.map((name, at) => [
              name,
              right ? (name === 'code' ? code : (rights[name] ?? entries[at])) : entries[at],
            ]),
          );
          const { outcome, status, data } = service.call('pole-emploi', operation, input);
          const contract =
            poleEmploiContract.operations[operation]?.outcomes[outcome] ?? poleEmploiContract.common[outcome];
          expect(contract?.status).toBe(status);
          const kept = JSON.stringify([service.world(), data ?? null]);
          for (const secret of [typed, 'Mur-2024', '1930648', '4800 0002']) expect(kept).not.toContain(secret);
        }
      }),
      { numRuns: 300 },
    );
  });
});
