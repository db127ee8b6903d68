import { createRun, type Run } from '#engine';
import { createRecorder, type Happening, type Recorder, type RunEvent } from '#recording';
import { BackEnd } from './back-end.ts';
import { introduce, type RunCard } from './card.ts';
import type { Common } from './common.ts';
import type { Content } from './content.ts';
import type { Keeper } from './device/keeper.ts';
import type { KeptRun } from './device/kept-run.ts';
import type { Entries } from './entries/entries.ts';
import { follow, type Memory, remember, showEntry } from './entries/show-entry.ts';
import type { Idle } from './idle.ts';
import type { Mailbox } from './mailbox.ts';
import { shownOf } from './shown.ts';
import type { EventSink, SessionWorld } from './world.ts';

/** What of the page a run is played on. */
interface Page extends Common {
  readonly world: Pick<SessionWorld, 'clock' | 'inGroup' | 'startNetwork'>;
  readonly entries: Entries;
  readonly idle: Idle;
  readonly mailbox: Mailbox;
  readonly keeper: Keeper;
}

/** One run on the desk: its statechart, its fake services and its stream of events. Another run is another object. */
export class Play {
  readonly card: RunCard;
  readonly backEnd: BackEnd;
  readonly #page: Page;
  readonly #recorder: Recorder;
  /** Jumps of the run's clock so far, ms. */
  jumped: number;
  #memory: Memory = new Map();
  #run: Run | null = null;
  #unsubscribe = () => {};

  /** `from`: a run goes on, its numbers after the last one kept, here or in the outbox. */
  constructor(
    page: Page,
    card: RunCard,
    sink: Promise<EventSink>,
    kept?: Pick<KeptRun, 'world'> & { readonly from: { readonly seq: number; readonly at: number } },
  ) {
    const { run, secret, startedAt, jumped } = card;
    this.#page = page;
    this.card = card;
    this.jumped = jumped;
    this.#recorder = createRecorder({
      run,
      secret,
      startedAt,
      now: page.world.clock,
      outbox: { add: (event, key) => void sink.then((open) => open.add(event, key)) },
      ...(kept && { from: kept.from }),
    });
    this.backEnd = new BackEnd(page, card, {
      world: kept?.world ?? null,
      onChange: () => page.keeper.soon(),
      start: page.world.startNetwork,
    });
  }

  record(happening: Happening): RunEvent | null {
    return this.#recorder.record(happening);
  }

  /** Shows the run: its first screen, or where `kept` stood. `keepTyped`: the inputs that are drawn stay. */
  open(content: Content, kept: Pick<KeptRun, 'reference' | 'opened'> | null, keepTyped: boolean): void {
    const { card, backEnd } = this;
    const { store, entries, mailbox, now, world } = this.#page;
    const cast = introduce(card, content);
    const { scenario, persona } = cast;
    store.setState(cast);
    backEnd.learn(scenario.messages);
    mailbox.fill(backEnd, kept?.opened);
    if (kept) this.#memory = remember(kept.reference, scenario, persona, card.today);
    const run = createRun({
      scenario,
      persona,
      today: card.today,
      now,
      variant: card.variant,
      ...(kept && { restore: kept.reference }),
      messages: () => mailbox.arrived(),
      onStep: (step) => this.#page.record(step),
      port: {
        call: async (operation, input) => {
          const answer = await backEnd.call(operation, input);
          mailbox.look();
          return answer;
        },
      },
    });
    this.#run = run;
    this.#unsubscribe = run.subscribe(() => this.#changed(run));
    // The page drawn before any script shows the first screen: its inputs stay, with what was typed in them.
    const sameScreen = keepTyped && run.view.screen?.id === scenario.start;
    store.setState({
      status: 'running',
      run,
      inGroup: world.inGroup?.() ?? false,
      generation: store.getState().generation + (sameScreen ? 0 : 1),
    });
    this.#changed(run);
    if (sameScreen) entries.adoptAll();
  }

  /** The rest of the scenario has come. */
  complete(content: Content): void {
    this.backEnd.learn(content.scenario.messages);
    this.#page.store.setState(introduce(this.card, content));
    this.#run?.complete(content.scenario);
    this.#page.mailbox.look();
  }

  /** An entry of any screen as a summary shows it; `null` when nothing was entered. */
  entry(path: string): string | null {
    const { scenario, persona } = this.#page.store.getState();
    return scenario && persona ? showEntry(path, this.#memory, scenario, persona) : null;
  }

  /** What may be kept of it. */
  kept(): KeptRun | null {
    if (!this.#run) return null;
    const { events, level } = this.#page.store.getState();
    return {
      ...this.card,
      ...this.#recorder.next,
      jumped: this.jumped,
      level,
      events,
      reference: this.#run.reference(),
      world: this.backEnd.world,
      opened: this.#page.mailbox.opened,
    };
  }

  close(): void {
    this.#unsubscribe();
    this.#page.mailbox.fill(null);
    this.backEnd.stop();
    this.#page.store.setState({ shown: null, view: null, messages: [], toast: null, idleLeft: null });
  }

  #changed({ view }: Run): void {
    const { store, entries, idle, mailbox, keeper } = this.#page;
    const { shown, generation } = store.getState();
    follow(this.#memory, view);
    const next = shownOf(view, shown);
    const moved = shown !== null && view.screen?.id !== shown.screen?.id;
    if (moved || shown === null) idle.restart();
    store.setState({
      view,
      ...(next !== shown && { shown: next }),
      ...(moved && { generation: generation + 1, refused: null, pointed: null, idleLeft: null }),
    });
    if (!moved) entries.boxes.follow(view.entries);
    if (shown === null || moved || next.data !== shown.data) mailbox.look();
    keeper.soon();
  }
}
