import {
  addDuration,
  createRun,
  type Duration,
  type EngineStep,
  type Field,
  fieldsOf,
  nextStep,
  noonOf,
  type Persona,
  type PersonaSource,
  type Port,
  type RawEntry,
  type Run,
  type RunOptions,
  type RunReference,
  rawOf,
  type Scenario,
  type SentMessage,
  startDay,
} from '#engine';
import type { Act } from './act.ts';
import type { Fake, StartFake } from './fake.ts';
import { passingEntry } from './passing-entry.ts';
import { personaOn } from './persona-on.ts';
import { presetOf } from './preset.ts';

export interface DriverOptions {
  readonly scenario: Scenario;
  readonly persona: PersonaSource;
  /** ISO day on the calendar: the run's own may be a later one (`startDay`). */
  readonly today: string;
  readonly start: StartFake;
  /** Stands between the engine and the fake back ends. */
  readonly around?: (port: Port, driver: Driver) => Port;
  readonly world?: readonly string[];
  /** Takes a run up where it stood, at that moment of its clock. */
  readonly restore?: { readonly reference: RunReference; readonly now: number };
  /** Told of each act before it is done. */
  readonly onAct?: (act: Act) => void;
  /** Stays on the same page when the world changes. No device can: it tells whether that is what an example needs. */
  readonly samePage?: boolean;
}

/** A run without an interface: the second client of the engine. Its clock moves only when told to. */
export class Driver {
  readonly persona: Persona;
  readonly scenario: Scenario;
  /** ISO day on which the run began. */
  readonly today: string;
  readonly fake: Fake;
  readonly steps: EngineStep[] = [];
  readonly tell: (act: Act) => void;
  readonly #options: RunOptions;
  readonly #samePage: boolean;
  #run: Run;
  #now: number;
  #calls = 0;

  constructor(options: DriverOptions) {
    const { scenario } = options;
    const today = startDay(scenario, options.today);
    this.scenario = scenario;
    this.today = today;
    this.persona = personaOn(options.persona, today);
    this.#now = options.restore?.now ?? noonOf(today);
    this.tell = options.onAct ?? (() => {});
    this.fake = options.start({ scenario, persona: this.persona, today, now: () => this.#now });
    this.#preset(options.world ?? []);
    const port = options.around?.(this.fake.port, this) ?? this.fake.port;
    this.#samePage = options.samePage ?? false;
    this.#options = {
      scenario,
      persona: this.persona,
      today,
      now: () => this.#now,
      port: { call: (operation, input) => this.#counted(port.call(operation, input)) },
      onStep: (step) => this.steps.push(step),
      messages: () => this.arrived(),
    };
    this.#run = createRun({ ...this.#options, ...(options.restore && { restore: options.restore.reference }) });
  }

  get run(): Run {
    return this.#run;
  }

  /**
   * Changes the worlds of the fake back ends, as `world:` names it, between two pages: what the page held and no device
   * keeps is gone.
   */
  async change(world: readonly string[]): Promise<void> {
    this.tell({ do: 'world', world });
    this.#preset(world);
    if (!this.#samePage) this.#run = createRun({ ...this.#options, restore: this.#run.reference() });
    await this.settled();
  }

  #preset(world: readonly string[]): void {
    for (const written of world) {
      const { service, name } = presetOf(written, this.scenario.service.id);
      this.fake.preset(service, name);
    }
  }

  async #counted<T>(call: Promise<T>): Promise<T> {
    this.#calls += 1;
    try {
      return await call;
    } finally {
      this.#calls -= 1;
    }
  }

  /** The screen shown, or the ending reached. */
  get at(): string {
    return this.run.view.ending ?? this.run.view.screen?.id ?? '';
  }

  arrived(): readonly SentMessage[] {
    return this.fake.messages().filter(({ arrivesAt }) => arrivesAt <= this.#now);
  }

  get now(): number {
    return this.#now;
  }

  /** Lets time go by. A service that logs out when nobody touches anything has done so then. */
  wait(duration: Duration): void {
    this.tell({ do: 'wait', duration });
    const before = this.#now;
    this.jump(duration);
    const after = this.scenario.service.idle?.after;
    if (after !== undefined && this.#now >= addDuration(before, after)) this.run.timeOut();
  }

  /** Moves the clock, and nothing else. */
  jump(duration: Duration): void {
    this.#now = addDuration(this.#now, duration);
  }

  /** Waits for the messages on their way. */
  waitForMessages(): void {
    this.#now = Math.max(this.#now, ...this.fake.messages().map(({ arrivesAt }) => arrivesAt));
  }

  /** Resolves when nothing is under way. Throws when the run waits for an answer that no call will bring. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 10; ) {
      const { phase } = this.run.view;
      if (phase === 'ready' || phase === 'ended') return;
      await new Promise((resolve) => setImmediate(resolve));
      quiet = this.#calls > 0 ? 0 : quiet + 1;
    }
    throw new Error(`« ${this.at} » attend une réponse qui ne mène nulle part`);
  }

  async press(action: string): Promise<void> {
    this.tell({ do: 'press', action });
    await this.run.act(action);
    await this.settled();
  }

  /** Types as a person would, then leaves the field. */
  type(field: string, raw: RawEntry, cell?: string): void {
    this.tell({ do: 'type', field, raw, ...(cell !== undefined && { cell }) });
    this.run.enter(field, raw, cell);
    this.run.commit(field, cell);
  }

  /** The browser's back button. */
  async back(): Promise<void> {
    this.tell({ do: 'back' });
    this.run.back();
    await this.settled();
  }

  /** Nobody touches anything until the service logs out. */
  async idle(after: Duration): Promise<void> {
    this.tell({ do: 'idle' });
    this.#now = addDuration(this.#now, after);
    this.run.timeOut();
    await this.settled();
  }

  field(id: string): Field | undefined {
    return this.run.view.screen ? fieldsOf(this.run.view.screen).find((field) => field.id === id) : undefined;
  }

  /** Fills the entries of this screen that are not right yet. False when one cannot be filled. */
  fillRight(): boolean {
    const { screen } = this.run.view;
    // An older message of the same kind may stand there already: the newest is the one to wait for.
    if (screen && fieldsOf(screen).some(({ answer }) => answer && 'message' in answer)) this.waitForMessages();
    for (let left = 400; left > 0; left -= 1) {
      const next = nextStep(this.run, this.persona);
      if (next.do !== 'fill') return true;
      const raw = this.rightEntry(next.field, next.cell);
      if (raw === undefined) return false;
      this.type(next.field.id, raw, next.cell);
      if (
        this.run.assess(next.field.id, next.cell).class !== 'right' &&
        this.run.answer(next.field.id, next.cell) !== undefined
      )
        return false;
    }
    return false;
  }

  /** What a person with every right answer enters; for a field without one, something that passes. */
  rightEntry(field: Field, cell?: string): RawEntry | undefined {
    const value = this.run.answer(field.id, cell);
    if (value !== undefined) return rawOf(field, value);
    return cell === undefined ? passingEntry(field, this.#now) : '';
  }

  /** Answers right and takes the way on, until an ending or that screen. Says what stopped it, or null. */
  async follow(until?: string): Promise<string | null> {
    const presses = new Map<string, number>();
    await this.settled();
    for (let left = 300; left > 0; left -= 1) {
      const { screen } = this.run.view;
      if (!screen || screen.id === until) return null;
      if (!this.fillRight()) return `un champ de « ${screen.id} » ne peut pas être rempli`;
      const next = nextStep(this.run, this.persona);
      if (next.do !== 'press') return `plus rien à faire sur « ${screen.id} »`;
      const tries = (presses.get(screen.id) ?? 0) + 1;
      if (tries > 4) return `on tourne en rond sur « ${screen.id} » : ${this.said()}`;
      presses.set(screen.id, tries);
      await this.press(next.action.id);
    }
    return 'le chemin est trop long';
  }

  /** What the service says now: its message, or the sentences under fields. */
  said(): string {
    const { message, errors } = this.run.view;
    return (
      message?.text ??
      (Object.entries(errors)
        .map(([field, text]) => `${field} : ${text}`)
        .join(' ; ') ||
        'rien')
    );
  }

  stop(): void {
    this.fake.stop();
  }
}
