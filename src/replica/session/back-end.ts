import { type MessageTemplate, type SentMessage, servicesOf } from '#engine';
import type { Network, WorldSnapshot } from '#mocks';
import type { RunCard } from './card.ts';
import type { Common } from './common.ts';
import type { SessionWorld } from './world.ts';

/** The fake services of one run: loaded when first needed, with the world they keep. */
export class BackEnd {
  readonly #common: Common;
  readonly #card: RunCard;
  readonly #start: SessionWorld['startNetwork'];
  readonly #onChange: () => void;
  readonly #templates: Record<string, MessageTemplate> = {};
  #world: WorldSnapshot | null;
  #network: Promise<Network> | null = null;
  #live: Network | null = null;
  #over = false;

  /** `world`: what a kept run left. `onChange`: the world is no longer what was kept. */
  constructor(
    common: Common,
    card: RunCard,
    {
      world,
      onChange,
      start,
    }: { world: WorldSnapshot | null; onChange: () => void; start: SessionWorld['startNetwork'] },
  ) {
    this.#common = common;
    this.#card = card;
    this.#world = world;
    this.#onChange = onChange;
    this.#start = start;
  }

  /** What is to be kept, for a later page. */
  get world(): WorldSnapshot | null {
    return this.#world;
  }

  /** Everything that was sent, to come included. */
  get messages(): readonly SentMessage[] {
    return this.#live?.messages() ?? this.#world?.messages ?? [];
  }

  markRead(id: string): void {
    this.#live?.markRead(id);
  }

  /** Templates of messages, in place: a network that runs knows those that come later. */
  learn(templates: Readonly<Record<string, MessageTemplate>>): void {
    Object.assign(this.#templates, templates);
  }

  async call(operation: string, input: Readonly<Record<string, unknown>>) {
    await this.load();
    const [service, name] = operation.split('.');
    const response = await fetch(`https://${service}.invalid/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    return (await response.json()) as { outcome: string; data?: Record<string, unknown> };
  }

  load(): Promise<Network> {
    const { scenario, persona } = this.#common.store.getState();
    if (!scenario || !persona) throw new Error('The fake back end was called before the run began.');
    this.#network ??= this.#start(servicesOf(scenario), {
      persona,
      ...(scenario.world && { world: scenario.world }),
      today: this.#card.today,
      now: this.#common.now,
      seed: this.#card.run,
      conditions: this.#card.conditions,
      messages: this.#templates,
      ...(this.#world && { restore: this.#world }),
      onWorldChange: (world) => {
        this.#world = world;
        this.#onChange();
      },
    }).then((network) => {
      if (this.#over) network.stop();
      else this.#live = network;
      return network;
    });
    // A failed download is tried again at the next call.
    this.#network.catch(() => {
      this.#network = null;
    });
    return this.#network;
  }

  stop(): void {
    this.#over = true;
    this.#live?.stop();
    this.#live = null;
  }
}
