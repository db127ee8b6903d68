import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  addDuration,
  createRun,
  dayOf,
  fieldsOf,
  type MessageTemplate,
  type Persona,
  type PersonaSource,
  type RunReference,
  resolvePersona,
  type Scenario,
  type SentMessage,
  servicesOf,
} from '#engine';
import { replicaTexts as t } from '#i18n';
import type { Network, NetworkOptions } from '#mocks';
import {
  createRecorder,
  type DeskStep,
  type Happening,
  type HelpLevel,
  newId,
  type Outbox,
  type Pane,
  type Recorder,
  type RunCondition,
  type RunStep,
} from '#recording';
import type { Pointed } from '../hands.ts';
import { inbox } from '../panes/messages/inbox.ts';
import type { Asked } from './asked.ts';
import { Boxes } from './boxes.ts';
import { type LooksReal, looksReal } from './guard.ts';
import { createIdleWatch, type IdleWatch } from './idle.ts';
import type { KeptRun, RunShelf } from './kept-run.ts';
import { createLease, type Lease } from './lease.ts';
import { type Memory, remember, showEntry } from './show-entry.ts';
import { blankState, type SessionState, type Shown } from './state.ts';

// Longer than most: the one object that ties a run to the device, the clock, the stream and the desk.

/** What `/contenu/<scenario>/<hash>.json` holds. */
export interface Content {
  readonly scenario: Scenario;
  readonly personas: Readonly<Record<string, PersonaSource>>;
}

/** Where events go: the outbox of the device. */
export type EventSink = Pick<Outbox, 'add' | 'flush' | 'position'>;

/** All that a session takes from outside: tests give their own. */
export interface SessionWorld {
  readonly scenarioId: string;
  readonly asked: Asked;
  /** What the run begins with: all of it, unless `whole` brings the rest. */
  readonly content: () => Promise<Content>;
  /** All of it, when `content` is only what a run begins with. */
  readonly whole?: () => Promise<Content>;
  /** Starts the fake back ends of these names. */
  readonly startNetwork: (services: readonly string[], options: Omit<NetworkOptions, 'services'>) => Promise<Network>;
  /** Brings what the exercise may need later, while there is a network. */
  readonly loadRest?: () => Promise<unknown>;
  readonly shelf: () => Promise<RunShelf>;
  /** `soon`: the run waits for it. Otherwise it may come once the site has what it needs to answer. */
  readonly sink: (soon: boolean) => Promise<EventSink>;
  /** Device clock, epoch ms. */
  readonly clock: () => number;
  readonly makeId?: () => string;
  readonly looksReal?: LooksReal;
  /** Whether a trainer sees this learner: then a hand can be raised. */
  readonly inGroup?: () => boolean;
  /** Whether the window is so narrow that one pane shows at a time. */
  readonly onePane?: () => boolean;
  readonly device: Pick<Extract<RunStep, { type: 'RunStarted' }>, 'screenSize' | 'pointer'>;
}

/** Changes gather this long before they are written, ms. */
const persistAfter = 200;

/** Everything the desk does with a run. One object a page. */
export class Session {
  readonly store: StoreApi<SessionState>;
  readonly boxes = new Boxes();
  readonly world: SessionWorld;
  readonly #tab: string;
  readonly #makeId: () => string;
  #content: Content | null = null;
  #whole = false;
  #templates: Record<string, MessageTemplate> = {};
  #shelf: RunShelf | null = null;
  #lease: Lease | null = null;
  #network: Promise<Network> | null = null;
  #live: Network | null = null;
  #sink: Promise<EventSink> | null = null;
  #recorder: Recorder | null = null;
  #kept: Omit<KeptRun, 'reference' | 'world' | 'seq' | 'at' | 'events' | 'opened'> | null = null;
  #keptWorld: KeptRun['world'] = null;
  #opened = new Set<string>();
  #memory: Memory = new Map();
  #idle: IdleWatch | null = null;
  #unsubscribe = () => {};
  #persist: ReturnType<typeof setTimeout> | undefined;
  #arrival: ReturnType<typeof setTimeout> | undefined;
  #jumped = 0;
  #toasts = 0;

  constructor(world: SessionWorld) {
    this.world = world;
    this.#makeId = world.makeId ?? newId;
    this.#tab = this.#makeId();
    this.store = createStore(() => blankState(dayOf(world.clock())));
  }

  get state(): SessionState {
    return this.store.getState();
  }

  set(part: Partial<SessionState>): void {
    this.store.setState(part);
  }

  /** The run's clock: the device's, plus jumps. Epoch ms. */
  now = (): number => this.world.clock() + this.#jumped;

  /** Opens the exercise: resumes the device's run of this scenario, or begins one. */
  async start(force = false): Promise<void> {
    try {
      const [content, shelf] = await Promise.all([
        this.#content ?? this.world.content(),
        this.#shelf ?? this.world.shelf(),
      ]);
      this.#content = content;
      this.#shelf = shelf;
      this.#lease ??= createLease(this.world.scenarioId, this.#tab, shelf, () => this.#lost());
      if (!(await this.#lease.take(force))) return this.set({ status: 'elsewhere' });
      const kept = await shelf.get(this.world.scenarioId);
      // A run that is taken up, or played by another person, may stand on any screen: it needs all of them.
      if (kept || this.world.asked.persona) await this.#complete();
      if (kept && this.#fits(kept, this.#need())) await this.#resume(kept);
      else this.begin(this.world.asked);
    } catch {
      this.set({ status: 'failed' });
    }
  }

  /** Brings all of the scenario, and gives it to the run that began on a part of it. */
  async #complete(): Promise<void> {
    if (this.#whole || !this.world.whole) return;
    const content = await this.world.whole();
    this.#content = content;
    this.#whole = true;
    const { run } = this.state;
    if (!run || !this.#kept) return;
    Object.assign(this.#templates, content.scenario.messages);
    this.#introduce(this.#kept, content);
    run.complete(content.scenario);
    this.#mail();
  }

  /** The same, as often as it takes: a network that fails now may be back in a moment. */
  async #completeInTheEnd(): Promise<void> {
    while (this.#lease) {
      try {
        return await this.#complete();
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 3000));
      }
    }
  }

  /** A kept run is taken up again unless the scenario has changed or the address asks for another run. */
  #fits(kept: KeptRun, { scenario, personas }: Content): boolean {
    const { persona, conditions } = this.world.asked;
    return (
      kept.hash === scenario.hash &&
      kept.persona in personas &&
      (persona === undefined || persona === kept.persona) &&
      (conditions === undefined || conditions.join() === kept.conditions.join())
    );
  }

  /** Begins a new run: from the first screen, as if nothing had been. */
  begin(asked: Asked): void {
    const { scenario, personas } = this.#need();
    const persona = asked.persona && asked.persona in personas ? asked.persona : (scenario.personas[0] ?? '');
    this.#close();
    this.#jumped = 0;
    const first = this.state.run === null;
    this.#kept = {
      scenario: scenario.id,
      hash: scenario.hash,
      run: this.#makeId(),
      secret: this.#makeId(),
      persona,
      today: dayOf(this.world.clock()),
      startedAt: this.world.clock(),
      jumped: 0,
      level: asked.level ?? this.state.level,
      conditions: asked.conditions ?? [],
      variant: asked.variant && scenario.variants.some(({ id }) => id === asked.variant) ? asked.variant : null,
    };
    this.#recorder = this.#record(this.#kept);
    this.set({ events: [], level: this.#kept.level, aside: null, refused: null, pointed: null, hand: false });
    this.record({
      type: 'RunStarted',
      scenario: `${scenario.id}@${scenario.hash}`,
      persona,
      variant: this.#kept.variant,
      level: this.#kept.level,
      conditions: this.#kept.conditions,
      ...this.world.device,
    });
    this.#open(undefined, first);
  }

  /** The recorder of a run: numbers go on from the last one kept, here or in the outbox. */
  #record(
    { run, secret, startedAt }: Pick<KeptRun, 'run' | 'secret' | 'startedAt'>,
    from?: { seq: number; at: number },
  ): Recorder {
    this.#sink ??= this.world.sink(false);
    const sink = this.#sink;
    return createRecorder({
      run,
      secret,
      startedAt,
      now: this.world.clock,
      outbox: { add: (event, key) => void sink.then((open) => open.add(event, key)) },
      ...(from && { from }),
    });
  }

  async #resume(kept: KeptRun): Promise<void> {
    const { reference, world, seq, at, events, opened: _, ...rest } = kept;
    this.#sink ??= this.world.sink(true);
    const told = await (await this.#sink).position(kept.run);
    this.#kept = rest;
    this.#recorder = this.#record(rest, { seq: Math.max(seq, told.seq), at: Math.max(at, told.at) });
    this.set({ events });
    this.#opened = new Set(kept.opened ?? []);
    this.#keptWorld = world;
    this.#jumped = kept.jumped;
    this.set({ level: kept.level });
    this.record({ type: 'RunResumed' });
    this.#open(reference, false);
    const lost = this.state.run?.view.lost;
    if (lost) this.record({ type: 'EntriesLost', screen: lost });
    const moved = (reference.trail.length > 1 || Object.keys(reference.entries).length > 0) && !reference.ending;
    this.set({ aside: lost ? t.lost : moved ? t.resumed : null });
  }

  /** What the desk knows of the scenario and of who plays it. */
  #introduce(kept: Pick<KeptRun, 'persona' | 'today' | 'conditions'>, { scenario, personas }: Content): Persona {
    const resolved = scenario.personas.flatMap((id) => {
      const source = personas[id];
      return source ? [resolvePersona(source, kept.today)] : [];
    });
    const persona = resolved.find(({ id }) => id === kept.persona);
    if (!persona) throw new Error('A run was opened without its persona.');
    this.set({
      scenario,
      persona,
      personas: resolved.map(({ id, title, story }) => ({ id, title, story })),
      today: kept.today,
      conditions: kept.conditions,
    });
    return persona;
  }

  #open(restore: RunReference | undefined, keepTyped: boolean): void {
    const { scenario } = this.#need();
    const kept = this.#kept;
    if (!kept) throw new Error('A run was opened without its persona.');
    const persona = this.#introduce(kept, this.#need());
    this.#templates = { ...scenario.messages };
    this.#memory = restore ? remember(restore, scenario, persona, kept.today) : new Map();
    const run = createRun({
      scenario,
      persona,
      today: kept.today,
      now: this.now,
      variant: kept.variant,
      ...(restore && { restore }),
      messages: () => this.#sent(),
      onStep: (step) => this.record(step),
      port: { call: (operation, input) => this.#call(operation, input) },
    });
    this.#unsubscribe = run.subscribe(() => this.#changed());
    // The page drawn before any script shows the first screen: its inputs stay, with what was typed in them.
    const sameScreen = keepTyped && run.view.screen?.id === scenario.start;
    this.set({
      status: 'running',
      run,
      inGroup: this.world.inGroup?.() ?? false,
      generation: this.state.generation + (sameScreen ? 0 : 1),
    });
    this.#changed();
    if (sameScreen) for (const held of this.boxes.all()) this.adopt(held.field, held.cell, held.box.read());
  }

  /** Something was in an input before the run knew it. */
  adopt(field: string, cell: string | undefined, raw: Parameters<NonNullable<SessionState['run']>['enter']>[1]): void {
    if (this.hasField(field) && raw !== '' && raw !== false && !(typeof raw === 'object' && raw.length === 0)) {
      this.enter(field, raw, cell);
    }
  }

  hasField(field: string): boolean {
    const screen = this.state.run?.view.screen;
    return screen ? fieldsOf(screen).some(({ id }) => id === field) : false;
  }

  enter(field: string, raw: string | boolean | readonly string[], cell?: string): void {
    this.#idle?.touch();
    if (!this.state.run || !this.hasField(field)) return;
    const real = typeof raw === 'string' && !this.#isOwn(raw) ? (this.world.looksReal ?? looksReal)(raw) : null;
    if (real) {
      this.boxes.empty(field);
      this.state.run.enter(field, '', cell);
      this.record({ type: 'RealDataRefused', screen: this.#screen(), field, looksLike: real });
      this.set({ refused: { field, looksLike: real } });
      return;
    }
    this.boxes.typed(field, cell, raw);
    if (this.state.refused?.field === field && raw !== '') this.set({ refused: null });
    this.state.run.enter(field, raw, cell);
  }

  /** Whether a number stands on one of the persona's papers: those are made to be copied. */
  #isOwn(raw: string): boolean {
    const compact = (text: unknown) => String(text).replace(/\s/g, '');
    return (this.state.persona?.papers ?? []).some((paper) =>
      Object.values(paper.items).some(
        ({ value, shown }) => compact(value) === compact(raw) || compact(shown) === compact(raw),
      ),
    );
  }

  leave(field: string, cell?: string): void {
    if (this.state.run && this.hasField(field)) this.state.run.commit(field, cell);
  }

  async press(action: string): Promise<void> {
    this.#idle?.stay();
    this.set({ aside: null });
    await this.state.run?.act(action);
  }

  back(): void {
    this.#idle?.stay();
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

  record(happening: Happening): void {
    const event = this.#recorder?.record(happening);
    if (!event) return;
    this.set({ events: [...this.state.events, event] });
    this.#keep();
  }

  /** A step of the desk on the present screen. */
  note(type: 'FieldEntered' | 'TypingStarted' | 'FieldErased' | 'OptionChanged', field: string): void {
    if (this.hasField(field)) this.record({ type, screen: this.#screen(), field });
  }

  inert(target: Extract<DeskStep, { type: 'InertClicked' }>['target'], say?: string): void {
    if (this.state.run) this.record({ type: 'InertClicked', screen: this.#screen(), target });
    if (say) this.say(say);
  }

  say(text: string): void {
    this.#toasts += 1;
    this.set({ toast: { text, n: this.#toasts } });
  }

  openPane(pane: Pane): void {
    if (pane === this.state.pane) return;
    this.set({ pane, ...(pane !== 'site' && { side: pane }) });
    this.record({ type: 'PaneOpened', pane });
  }

  point(pointed: Pointed | null): void {
    this.set({ pointed });
    if (pointed?.kind === 'paper') this.openPane('papers');
    if (pointed?.kind === 'pane') this.openPane(pointed.id as Pane);
    // One pane at a time: from the coach one is brought to the site; whoever reads another pane is told where to look.
    if ((pointed?.kind === 'field' || pointed?.kind === 'action') && this.world.onePane?.()) {
      if (this.state.pane === 'coach') this.openPane('site');
      else if (this.state.pane !== 'site') this.say(t.pointedOnSite);
    }
  }

  setLevel(level: HelpLevel): void {
    if (this.#kept) this.#kept = { ...this.#kept, level };
    this.set({ level });
    this.#keep();
  }

  raiseHand(hand: boolean): void {
    this.set({ hand });
    this.record({ type: hand ? 'HandRaised' : 'HandLowered', screen: this.#screen() });
  }

  openMessage(id: string): void {
    const message = this.state.messages.find((each) => each.id === id);
    if (!message) return;
    if (!message.read) {
      this.#opened.add(id);
      this.#live?.markRead(id);
    }
    this.record({ type: 'MessageOpened', message: message.template });
    this.#mail();
  }

  jump(ms: number): void {
    this.#jumped += ms;
    if (this.#kept) this.#kept = { ...this.#kept, jumped: this.#jumped };
    this.record({ type: 'ClockJumped', ms });
    this.#mail();
    this.look();
  }

  /** Looks at the idle time: called each second by the desk on signed-in screens. */
  look(): void {
    const { run, idleLeft } = this.state;
    const left = run?.view.screen?.signedIn && run.view.phase === 'ready' ? (this.#idle?.look() ?? null) : null;
    if (left === 0) run?.timeOut();
    const next = left === 0 ? null : left;
    if (next !== idleLeft) this.set({ idleLeft: next });
  }

  touch(): void {
    this.#idle?.touch();
  }

  stay(): void {
    this.#idle?.stay();
    this.look();
  }

  reset(asked: { persona?: string; level?: HelpLevel; conditions?: readonly RunCondition[] } = {}): void {
    const kept = this.#kept;
    this.record({ type: 'RunReset' });
    this.begin({ ...(kept && { persona: kept.persona, level: kept.level, conditions: kept.conditions }), ...asked });
  }

  /** Everything out of this page: before the device is wiped, or the page closed. */
  async end(): Promise<void> {
    clearTimeout(this.#persist);
    const sink = await this.#sink;
    await sink?.flush().catch(() => undefined);
    this.#close();
    this.#lease?.release();
    this.#kept = null;
    this.#recorder = null;
  }

  release(): void {
    this.#lease?.release();
    this.#lease = null;
  }

  /** Loads the fake back ends before they are needed. */
  warm(): void {
    if (!this.state.run) return;
    const rest = this.#net().then(
      () => whenIdle,
      () => null,
    );
    void rest.then(async (then) => {
      await this.#completeInTheEnd();
      then?.(() => {
        this.set({ calm: true });
        this.world.loadRest?.().catch(() => undefined);
      });
    });
  }

  entry = (path: string): string | null => {
    const { scenario, persona } = this.state;
    return scenario && persona ? showEntry(path, this.#memory, scenario, persona) : null;
  };

  async #call(operation: string, input: Readonly<Record<string, unknown>>) {
    await this.#net();
    const [service, name] = operation.split('.');
    const response = await fetch(`https://${service}.invalid/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as { outcome: string; data?: Record<string, unknown> };
    this.#mail();
    return answer;
  }

  #net(): Promise<Network> {
    const { scenario, persona } = this.state;
    const kept = this.#kept;
    if (!scenario || !persona || !kept) throw new Error('The fake back end was called before the run began.');
    this.#network ??= this.world
      .startNetwork(servicesOf(scenario), {
        persona,
        today: kept.today,
        now: this.now,
        seed: kept.run,
        conditions: kept.conditions,
        messages: this.#templates,
        ...(this.#keptWorld && { restore: this.#keptWorld }),
        onWorldChange: (world) => {
          this.#keptWorld = world;
          this.#keep();
        },
      })
      .then((network) => {
        this.#live = network;
        return network;
      });
    // A failed download is tried again at the next call.
    this.#network.catch(() => {
      this.#network = null;
    });
    return this.#network;
  }

  #sent(): readonly SentMessage[] {
    return (this.#live?.messages() ?? this.#keptWorld?.messages ?? []).filter(
      ({ arrivesAt }) => arrivesAt <= this.now(),
    );
  }

  /** Looks at the mailbox, now and when the next message arrives. */
  #mail(): void {
    const { scenario, persona, today, view } = this.state;
    if (!scenario || !persona) return;
    const sent = this.#live?.messages() ?? this.#keptWorld?.messages ?? [];
    const now = this.now();
    const data = view?.data;
    this.set({
      now,
      messages: inbox(persona, sent, scenario.messages, now, { today, opened: this.#opened, ...(data && { data }) }),
    });
    clearTimeout(this.#arrival);
    const next = Math.min(...sent.map(({ arrivesAt }) => arrivesAt).filter((at) => at > now));
    if (Number.isFinite(next)) this.#arrival = setTimeout(() => this.#mail(), next - now + 20);
  }

  #changed(): void {
    const { run, shown, generation } = this.state;
    if (!run) return;
    const { view } = run;
    const screen = view.screen;
    if (screen) {
      for (const key of this.#memory.keys())
        if (
          key.startsWith(`${screen.id}/`) &&
          !(key.slice(screen.id.length + 1) in view.entries) &&
          view.phase === 'ready'
        )
          this.#memory.delete(key);
      for (const [key, raw] of Object.entries(view.entries)) this.#memory.set(`${screen.id}/${key}`, raw);
    }
    const next = shownOf(view, shown);
    const moved = shown !== null && screen?.id !== shown.screen?.id;
    if (moved || !this.#idle) this.#watchIdle();
    this.set({
      view,
      ...(next !== shown && { shown: next }),
      ...(moved && { generation: generation + 1, refused: null, pointed: null, idleLeft: null }),
    });
    if (!moved) this.boxes.follow(view.entries);
    if (shown === null || moved || next.data !== shown.data) this.#mail();
    this.#keep();
  }

  #watchIdle(): void {
    const after = this.state.scenario?.service.idle?.after;
    this.#idle = after ? createIdleWatch(addDuration(0, after), this.now) : null;
  }

  #keep(): void {
    clearTimeout(this.#persist);
    this.#persist = setTimeout(() => this.persist(), persistAfter);
  }

  /** Writes what may be kept, now. */
  persist(): void {
    clearTimeout(this.#persist);
    const { run } = this.state;
    if (!run || !this.#kept || !this.#recorder || !this.#lease) return;
    const { next } = this.#recorder;
    void this.#shelf?.put({
      ...this.#kept,
      ...next,
      events: this.state.events,
      reference: run.reference(),
      world: this.#keptWorld,
      opened: [...this.#opened],
    });
  }

  #lost(): void {
    clearTimeout(this.#persist);
    this.set({ status: 'taken' });
  }

  #close(): void {
    this.#unsubscribe();
    clearTimeout(this.#arrival);
    this.#live?.stop();
    this.#live = null;
    this.#network = null;
    this.#keptWorld = null;
    this.#idle = null;
    this.#opened.clear();
    this.set({ shown: null, view: null, messages: [], toast: null, idleLeft: null });
  }

  #screen(): string {
    return this.state.run?.view.screen?.id ?? this.#need().scenario.start;
  }

  #need(): Content {
    if (!this.#content) throw new Error('The scenario has not been loaded.');
    return this.#content;
  }
}

/** Once the browser has nothing better to do. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 4000 });
  else setTimeout(work, 300);
}

/** Keeps the parts that are equal to what was shown, so that typing draws nothing again. */
function shownOf(view: SessionState['view'] & object, before: Shown | null): Shown {
  const keep = <K extends 'facts' | 'errors'>(key: K): Shown[K] => {
    const old = before?.[key];
    return old && JSON.stringify(old) === JSON.stringify(view[key]) ? old : (view[key] as Shown[K]);
  };
  const next: Shown = {
    screen: view.screen,
    phase: view.phase,
    ending: view.ending,
    message: view.message,
    data: view.data,
    pending: view.pending,
    facts: keep('facts'),
    errors: keep('errors'),
  };
  const equal = before && (Object.keys(next) as (keyof Shown)[]).every((key) => next[key] === before[key]);
  return equal ? before : next;
}
