import { describe, it } from 'vitest';
import { holdsInAnyOrder } from '../testing/any-order.ts';
import { thomas } from './testing.ts';

const rights = {
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

describe('the fake Pôle emploi, whatever is done in whatever order', () => {
  it('answers within its contract, keeps nothing typed, and is the same after a reload', () => {
    holdsInAnyOrder({
      service: 'pole-emploi',
      persona: thomas,
      rights: (service) => ({ ...rights, code: service.messages().at(-1)?.vars['code'] }),
      entries: [...Object.values(rights), '2026-11-10', '2039-12-31', 'photo-iphone', 'scan-lourd'],
      begin: (service) => {
        service.call('pole-emploi', 'giveIdentifier', rights);
        service.call('pole-emploi', 'signIn', rights);
        service.call('pole-emploi', 'confirmCode', { code: service.messages()[0]?.vars['code'] });
      },
      minutes: [0, 0, 1, 16, 61, 24 * 60 * 16],
      secrets: ['Mur-2024', '1930648', '4800 0002'],
    });
  });
});
