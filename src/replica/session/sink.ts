import type { EventSink } from './session.ts';

/** Where events go in the browser: the recorder's outbox. */
export async function openSink(): Promise<EventSink> {
  return { add: () => undefined, flush: async () => undefined };
}
