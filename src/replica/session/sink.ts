import { openOutbox } from '#recording';
import { readMembership } from './membership.ts';
import type { EventSink } from './session.ts';

/** Where events go in the browser: the outbox, which keeps them until the server has them. */
export const openSink = async (): Promise<EventSink> => openOutbox({ membership: () => readMembership() });
