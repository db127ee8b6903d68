import { describe, it } from 'vitest';
import { holdsInAnyOrder } from '../testing/any-order.ts';
import { rightSignIn, traveller } from './testing.ts';

describe('the fake agency, whatever is done in whatever order', () => {
  it('answers within its contract, keeps nothing typed, and is the same after a reload', () => {
    holdsInAnyOrder({
      service: 'ants',
      persona: traveller,
      rights: (ants) => {
        const made = ants.messages().find(({ template }) => template === 'pre-demande-enregistree')?.vars['numero'];
        return { ...rightSignIn, requestNumber: made, image: 'H4RV' };
      },
      entries: ['vasselin', '1984-11-06', '2091-01-01', 'DEMO000000', 'H4RV', 'deja-achete', 'cni', '131'],
      begin: (ants) => ants.call('ants', 'signIn', rightSignIn),
      minutes: [0, 0, 1, 31, 61, 1500],
    });
  });
});
