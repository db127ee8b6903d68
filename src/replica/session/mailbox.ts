import type { SentMessage } from '#engine';
import { inbox, nextArrival } from '../panes/messages/inbox.ts';
import type { BackEnd } from './back-end.ts';
import type { Common } from './common.ts';

/** The persona's messages, as they arrive by the run's clock. */
export class Mailbox {
  readonly #common: Common;
  #backEnd: BackEnd | null = null;
  #opened = new Set<string>();
  #arrival: ReturnType<typeof setTimeout> | undefined;

  constructor(common: Common) {
    this.#common = common;
  }

  /** Of another run, or of none. `opened`: ids of those that stood there before the run and have been read. */
  fill(backEnd: BackEnd | null, opened: readonly string[] = []): void {
    clearTimeout(this.#arrival);
    this.#backEnd = backEnd;
    this.#opened = new Set(opened);
  }

  get opened(): readonly string[] {
    return [...this.#opened];
  }

  /** What the services sent that has arrived. */
  arrived(): readonly SentMessage[] {
    const now = this.#common.now();
    return (this.#backEnd?.messages ?? []).filter(({ arrivesAt }) => arrivesAt <= now);
  }

  /** Looks into it, now and when the next message arrives. */
  look(): void {
    const { scenario, persona, today, view } = this.#common.store.getState();
    if (!scenario || !persona) return;
    const sent = this.#backEnd?.messages ?? [];
    const now = this.#common.now();
    const data = view?.data;
    this.#common.store.setState({
      now,
      messages: inbox(persona, sent, scenario.messages, now, { today, opened: this.#opened, ...(data && { data }) }),
    });
    clearTimeout(this.#arrival);
    const next = nextArrival(sent, now);
    if (next !== null) this.#arrival = setTimeout(() => this.look(), next - now + 20);
  }

  open(id: string): void {
    const message = this.#common.store.getState().messages.find((each) => each.id === id);
    if (!message) return;
    if (!message.read) {
      this.#opened.add(id);
      this.#backEnd?.markRead(id);
    }
    this.#common.record({ type: 'MessageOpened', message: message.template });
    this.look();
  }
}
