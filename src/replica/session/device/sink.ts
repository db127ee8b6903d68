import { isErased } from '#leaving';
import { openOutbox } from '#recording';
import type { EventSink } from '../world.ts';
import { readMembership } from './membership.ts';

/** Where events go in the browser: the outbox, which keeps them until the server has them. */
export const openSink = async (): Promise<EventSink> =>
  openOutbox({
    membership: () => readMembership(),
    // Who left before it was open must not leave a pseudonym behind: it then keeps nothing.
    ...(isErased() && { store: () => Promise.reject(new Error('The device was erased.')) }),
  });
