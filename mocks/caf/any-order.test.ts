import { describe, it } from 'vitest';
import { holdsInAnyOrder } from '../testing/any-order.ts';
import { household } from './testing.ts';

const typedCents = 73_519_842;
const rights = { nir: '2841169000007', password: 'Jardin2024fleurs', kinds: ['aucune'] };

describe('the fake Caf, whatever is done in whatever order', () => {
  it('answers within its contract, keeps nothing typed, and is the same after a reload', () => {
    holdsInAnyOrder({
      service: 'caf',
      persona: household,
      rights: (caf) => ({ ...rights, code: caf.messages().at(-1)?.vars['code'] }),
      entries: [
        '2841169000007',
        'Jardin2024fleurs',
        '7920399000015',
        '1984-11-06',
        'K7P4',
        'aucune',
        'paie-3',
        'attestation-vide',
        '00048199600017',
        ['pensions-alimentaires'],
        { 'amina.salaires.-4': typedCents },
      ],
      begin: (caf) => {
        caf.call('caf', 'signIn', rights);
        caf.call('caf', 'sendCode', {});
        caf.call('caf', 'confirmCode', { code: caf.messages()[0]?.vars['code'] });
      },
      minutes: [0, 0, 1, 16, 61],
      secrets: [String(typedCents)],
      numRuns: 400,
    });
  });
});
