import type { MessageTemplate, Persona, SentMessage } from '#engine';
import type { Network, WorldSnapshot } from '#mocks';
import type { RunCard } from './card.ts';
import type { Common } from './common.ts';
import type { SessionWorld } from './world.ts';

/** The fake services of one run: loaded when first needed, with the world they keep. */
export interface BackEnd {
  load(): Promise<unknown>;
  call(
    operation: string,
    input: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly outcome: string; readonly data?: Record<string, unknown> }>;
  /** Templates of messages, and whose run it is: a network that runs knows what of them comes later. */
  learn(templates: Readonly<Record<string, MessageTemplate>>, persona: Persona): void;
  /** Everything that was sent, to come included. */
  messages(): readonly SentMessage[];
  markRead(id: string): void;
  /** What is to be kept, for a later page. */
  world(): WorldSnapshot | null;
  stop(): void;
}

/** `kept`: the world that a kept run left. `onChange`: the world is no longer what was kept. */
export function createBackEnd(
  { store, now }: Common,
  { today, run, conditions }: RunCard,
  start: SessionWorld['startNetwork'],
  kept: WorldSnapshot | null,
  onChange: () => void,
): BackEnd {
  const messages: Record<string, MessageTemplate> = {};
  /** The persona as the services know it: its documents come with the rest of the scenario. */
  let known: Persona | null = null;
  let network: Promise<Network> | null = null;
  let live: Network | null = null;
  let over = false;

  const load = () => {
    const { scenario, persona } = store.getState();
    if (!scenario || !persona) throw new Error('No run yet.');
    known ??= { ...persona };
    network ??= start(scenario.services, {
      persona: known,
      ...(scenario.world && { world: scenario.world }),
      today,
      now,
      seed: run,
      conditions,
      messages,
      ...(kept && { restore: kept }),
      onWorldChange: onChange,
    }).then((started) => {
      if (over) started.stop();
      else live = started;
      return started;
    });
    // A failed download is tried again at the next call.
    network.catch(() => {
      network = null;
    });
    return network;
  };

  return {
    load,
    async call(operation, input) {
      await load();
      const [service, name] = operation.split('.');
      const response = await fetch(`https://${service}.invalid/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      return response.json();
    },
    learn(templates, persona) {
      Object.assign(messages, templates);
      if (known) Object.assign(known, persona);
    },
    messages: () => live?.messages() ?? kept?.messages ?? [],
    markRead: (id) => live?.markRead(id),
    world: () => live?.world() ?? kept,
    stop() {
      over = true;
      live?.stop();
      live = null;
    },
  };
}
