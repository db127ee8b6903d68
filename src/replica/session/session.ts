import { createStore, type StoreApi } from 'zustand/vanilla';
import { dayOf } from '#engine';
import { replicaTexts as t } from '#i18n';
import { type Happening, type HelpLevel, newId } from '#recording';
import type { Asked } from './asked.ts';
import { newCard, type RunCard, startOf, stillFits } from './card.ts';
import type { Common } from './common.ts';
import { type Contents, createContents } from './content.ts';
import { createDesk, type DeskHands } from './desk.ts';
import { createKeeper } from './device/keeper.ts';
import type { KeptRun, RunShelf } from './device/kept-run.ts';
import { createLease, type Lease } from './device/lease.ts';
import { createEntries, type Entries } from './entries/entries.ts';
import { createIdle, type Idle } from './idle.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import { createPlay, type Play } from './play.ts';
import type { RunClock } from './run-clock.ts';
import { blankState, type SessionState } from './state.ts';
import { idle, readingTime, sleep } from './waiting.ts';
import type { EventSink, SessionWorld } from './world.ts';

/** What a page does with its scenario: begins a run or takes one up, keeps it on the device, starts again. */
export class Session implements Common {
  readonly store: StoreApi<SessionState>;
  readonly world: SessionWorld;
  readonly desk: DeskHands;
  readonly entries: Entries;
  readonly idle: Idle;
  readonly mailbox: Mailbox;
  readonly keeper = createKeeper(
    () => this.#shelf,
    () => this.#lease && (this.#play?.kept() ?? null),
  );
  readonly #contents: Contents;
  readonly #makeId: () => string;
  readonly #tab: string;
  #shelf: RunShelf | null = null;
  #lease: Lease | null = null;
  #sink: Promise<EventSink> | null = null;
  #play: Play | null = null;
  #opening: Promise<void> | null = null;

  constructor(world: SessionWorld) {
    this.world = world;
    this.store = createStore(() => blankState(dayOf(world.clock())));
    this.desk = createDesk(this, world.onePane);
    this.idle = createIdle(this);
    this.entries = createEntries(this, this.idle.touch, world.looksReal);
    this.mailbox = createMailbox(this, (ms) => this.#play?.clock.jump(ms));
    this.#contents = createContents(world);
    this.#makeId = world.makeId ?? newId;
    this.#tab = this.#makeId();
  }

  get state(): SessionState {
    return this.store.getState();
  }

  get clock(): RunClock | undefined {
    return this.#play?.clock;
  }

  set(part: Partial<SessionState>): void {
    this.store.setState(part);
  }

  now = (): number => this.#play?.clock.now() ?? this.world.clock();

  record = (happening: Happening): void => {
    const event = this.#play?.record(happening);
    if (!event) return;
    this.set({ events: [...this.state.events, event] });
    this.keeper.soon();
  };

  /** Starts once, and brings the fake services, which are not needed to see or to type. */
  open(): Promise<void> {
    this.#opening ??= this.start().then(() => this.warm());
    return this.#opening;
  }

  /** Opens the exercise: resumes the device's run of this scenario, or begins one. */
  async start(force = false): Promise<void> {
    const { asked, scenarioId } = this.world;
    try {
      const [shelf] = await Promise.all([this.#shelf ?? this.world.shelf(), this.#contents.begin()]);
      this.#shelf = shelf;
      this.#lease ??= createLease(scenarioId, this.#tab, shelf, () => this.#lost(), this.world.clock);
      if (!(await this.#lease.take(force))) return this.set({ status: 'elsewhere' });
      const kept = await shelf.get(scenarioId);
      // A run that is taken up, or played by another person, may stand on any screen: it needs all of them.
      if (kept || asked.persona) await this.#complete();
      if (kept && stillFits(kept, this.#contents.held(), asked)) await this.#resume(kept);
      else this.begin(asked);
    } catch {
      this.set({ status: 'failed' });
    }
  }

  /** Brings all of the scenario, and gives it to the run that began on a part of it. */
  async #complete(): Promise<void> {
    if (await this.#contents.complete()) this.#play?.complete(this.#contents.held());
  }

  /** The same, as often as it takes: a network that fails now may be back in a moment. */
  async #completeInTheEnd(): Promise<void> {
    while (this.#lease) {
      try {
        return await this.#complete();
      } catch {
        await sleep(3000);
      }
    }
  }

  /** Begins a new run: from the first screen, as if nothing had been. */
  begin(asked: Asked): void {
    const first = this.state.run === null;
    const now = this.world.clock();
    const { chance = Math.random } = this.world;
    const card = newCard(this.#contents.held(), asked, { now, level: this.state.level, makeId: this.#makeId, chance });
    this.#close();
    this.#sink ??= this.world.sink(false);
    this.#play = createPlay(this, card, this.#sink);
    this.set({ events: [], level: card.level, aside: null, refused: null, pointed: null, hand: false, paused: false });
    // Whoever needs more time needs it in the next run too.
    if (this.state.slow) this.#play.clock.go({ slow: true });
    this.record({ ...startOf(card), ...this.world.device });
    this.#play.open(this.#contents.held(), undefined, first);
  }

  async #resume(kept: KeptRun): Promise<void> {
    const { reference, world: _, seq, at, events, opened: __, ...card } = kept;
    this.#sink ??= this.world.sink(true);
    const told = await (await this.#sink).position(kept.run);
    this.#close();
    const from = { seq: Math.max(seq, told.seq), at: Math.max(at, told.at) };
    this.#play = createPlay(this, card, this.#sink, kept, from);
    const { paused = false, slow = false } = card.pace ?? {};
    this.set({ events, level: card.level, paused, slow });
    this.record({ type: 'RunResumed' });
    if (paused) this.record({ type: 'PageHidden' });
    this.#play.open(this.#contents.held(), reference, false);
    const lost = this.state.run?.view.lost;
    if (lost) this.record({ type: 'EntriesLost', screen: lost });
    const moved = (reference.trail.length > 1 || Object.keys(reference.entries).length > 0) && !reference.ending;
    this.set({ aside: lost ? t.lost : moved ? t.resumed : null });
  }

  async press(action: string): Promise<void> {
    this.idle.stay();
    this.set({ aside: null });
    await this.state.run?.act(action);
  }

  back(): void {
    this.idle.stay();
    this.set({ aside: null });
    this.state.run?.back();
  }

  /** The drawn reload button: what was not sent is lost, as on the real site. */
  reload(): void {
    const { run } = this.state;
    const screen = run?.view.screen;
    if (!run || !screen || run.view.phase !== 'ready') return;
    run.reload();
    this.set({ generation: this.state.generation + 1, aside: t.reloaded, refused: null });
  }

  setLevel(level: HelpLevel): void {
    this.set({ level });
    this.keeper.soon();
  }

  jump(ms: number): void {
    this.#play?.clock.jump(ms);
    this.record({ type: 'ClockJumped', ms });
    this.clockMoved();
  }

  /** What has arrived by the run's clock, what has run out, and how the clock now goes, which is kept. */
  clockMoved(): void {
    this.mailbox.look();
    this.idle.look();
    this.keeper.soon();
  }

  reset(asked: Asked = {}): void {
    const { persona, conditions } = this.card ?? {};
    this.record({ type: 'RunReset' });
    this.begin({ ...(persona && { persona }), ...(conditions && { conditions }), ...asked });
  }

  /** Everything out of this page: before the device is wiped, or the page closed. */
  async end(): Promise<void> {
    this.keeper.stop();
    const sink = await this.#sink;
    await sink?.flush().catch(() => undefined);
    this.#close();
    this.#lease?.release();
  }

  release(): void {
    this.#lease?.release();
    this.#lease = null;
  }

  /** Loads the fake back ends before they are needed. */
  warm(): void {
    if (!this.#play) {
      this.#bringRest();
      return;
    }
    const { answered, backEnd } = this.#play;
    // Who presses at once is answered before anything else is asked of the device; who reads first is not waited for.
    const ready = backEnd.load().then(
      () => Promise.race([answered, sleep(readingTime)]).then(() => true),
      () => false,
    );
    void ready.then(async (then) => {
      if (!this.state.shown?.screen?.toCome) await idle();
      await this.#completeInTheEnd();
      if (!then) return;
      this.set({ calm: true });
      this.#bringRest();
    });
  }

  #bringRest(): void {
    this.world.loadRest?.().catch(() => undefined);
  }

  /** Of the run that is open, or was last. */
  get card(): RunCard | undefined {
    return this.#play?.card;
  }

  entry = (path: string): string | null => this.#play?.entry(path) ?? null;

  #lost(): void {
    this.keeper.stop();
    this.set({ status: 'taken' });
  }

  #close(): void {
    this.#play?.close();
    this.#play = null;
  }
}
