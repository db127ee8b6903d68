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

/** `skip`: moves the run's clock, ms. */
export function createMailbox({ store, now, record }: Common, skip: (ms: number) => void): Mailbox {
  let backEnd: BackEnd | null = null;
  let opened = new Set<string>();
  let arrival: ReturnType<typeof setTimeout> | undefined;
  let seen: readonly unknown[] = [];
  let due: number | null = null;
  const sent = () => backEnd?.messages() ?? [];

  const look = () => {
    const { scenario, persona, today, shown, messages, now: last, paused } = store.getState();
    if (!scenario || !persona) return;
    const at = now();
    const data = shown?.data;
    const asked = [scenario, persona, today, data, sent(), opened.size, paused];
    // Looked into at each answer of the site, most of which bring nothing; times are shown by the minute.
    const known = at < Math.min(due ?? at + 1, last + 60_000) && asked.every((each, rank) => each === seen[rank]);
    if (known) return;
    seen = asked;
    const found = inbox(persona, sent(), scenario.messages, at, { today, opened, ...(data && { data }) });
    const changed = JSON.stringify(found) !== JSON.stringify(messages);
    store.setState({ now: at, ...(changed && { messages: found }) });
    clearTimeout(arrival);
    due = nextArrival(sent(), at);
    if (due !== null && !paused) arrival = setTimeout(arrive, due - at + 20, due);
  };

  /** However slow the clock goes, a message takes no longer to come. */
  const arrive = (at: number) => {
    skip(Math.max(0, at - now()));
    look();
  };

  return {
    fill(of, read) {
      clearTimeout(arrival);
      seen = [];
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
