import type { SentMessage } from '#engine';
import { inbox, nextArrival } from '../panes/messages/inbox.ts';
import type { BackEnd } from './back-end.ts';
import type { Common } from './common.ts';

/** The persona's messages, as they arrive by the run's clock. */
export interface Mailbox {
  /** Of another run, or of none. `read`: ids of those that stood there before the run and have been read. */
  fill(backEnd: BackEnd | null, read?: readonly string[]): void;
  /** What the services sent that has arrived. */
  arrived(): readonly SentMessage[];
  /** Looks into it, now and when the next message arrives. */
  look(): void;
  open(id: string): void;
  /** Ids of the messages that were opened here. */
  opened(): readonly string[];
}

export function createMailbox({ store, now, record }: Common): Mailbox {
  let backEnd: BackEnd | null = null;
  let opened = new Set<string>();
  let arrival: ReturnType<typeof setTimeout> | undefined;
  const sent = () => backEnd?.messages() ?? [];

  const look = () => {
    const { scenario, persona, today, view } = store.getState();
    if (!scenario || !persona) return;
    const at = now();
    const data = view?.data;
    const { messages } = store.getState();
    const found = inbox(persona, sent(), scenario.messages, at, { today, opened, ...(data && { data }) });
    const changed = JSON.stringify(found) !== JSON.stringify(messages);
    store.setState({ now: at, ...(changed && { messages: found }) });
    clearTimeout(arrival);
    const next = nextArrival(sent(), at);
    if (next !== null) arrival = setTimeout(look, next - at + 20);
  };

  return {
    fill(of, read) {
      clearTimeout(arrival);
      backEnd = of;
      opened = new Set(read);
    },
    arrived: () => sent().filter(({ arrivesAt }) => arrivesAt <= now()),
    look,
    open(id) {
      const message = store.getState().messages.find((each) => each.id === id);
      if (!message) return;
      if (!message.read) {
        opened.add(id);
        backEnd?.markRead(id);
      }
      record({ type: 'MessageOpened', message: message.template });
      look();
    },
    opened: () => [...opened],
  };
}
