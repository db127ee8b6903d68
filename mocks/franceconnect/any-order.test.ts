import { describe, it } from 'vitest';
import { holdsInAnyOrder } from '../testing/any-order.ts';
import { citizen, rightAmeli, rightImpots } from './testing.ts';

describe('the fake FranceConnect, whatever is done in whatever order', () => {
  it('answers within its contract, keeps nothing typed, and is the same after a reload', () => {
    holdsInAnyOrder({
      service: 'franceconnect',
      persona: citizen,
      rights: (backEnd, operation) => ({
        ...rightAmeli,
        ...(operation === 'signInImpots' && rightImpots),
        email: citizen.email,
        code: backEnd.messages().at(-1)?.vars['code'],
      }),
      entries: ['9900000000418', '2841169000007', '000000', 7],
      begin: (backEnd) => backEnd.call('franceconnect', 'open', {}),
      minutes: [0, 0, 0, 1, 6, 31],
    });
  });
});
