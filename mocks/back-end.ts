import type { Duration, MessageTemplate, Persona, Scenario, SentMessage, ServiceContract } from '#engine';
import { digitsFrom } from './chance.ts';
import {
  sessionEndsNow,
  startWeather,
  type Weather,
  weatherAnswer,
  weatherPresets,
  weatherSettings,
} from './conditions.ts';
import { durationMs } from './duration.ts';
import type { Answer, FakeService } from './service.ts';
import type { FakeServices } from './services.ts';

/** Everything the fake back ends know of a run: plain JSON, no value that the learner typed (DESIGN §6). */
export interface WorldSnapshot {
  readonly version: 1;
  readonly services: Readonly<Record<string, unknown>>;
  readonly messages: readonly SentMessage[];
  readonly weather: Weather;
  /** Draws of chance so far. */
  readonly draws: number;
}

export interface BackEndOptions {
  /** The fake services that are here as the run begins, by name; others can join. */
  readonly services: FakeServices;
  readonly persona: Persona;
  /** Day on which the run began, ISO. */
  readonly today: string;
  /** The run's clock, epoch ms. */
  readonly now: () => number;
  /** Decides the codes sent. */
  readonly seed: string;
  /** Members of `runConditions`. */
  readonly conditions?: readonly string[];
  /** The scenario's messages: their delays decide when a message arrives. Without them it arrives at once. */
  readonly messages?: Readonly<Record<string, MessageTemplate>>;
  /** Named changes made as the run begins, or as their service joins (`presets` of a service), in order. */
  readonly world?: Scenario['world'];
  /** From `world()`, after a reload. */
  readonly restore?: WorldSnapshot;
  /** Told at each answer: whoever keeps the world reads it when the time is good. */
  readonly onWorldChange?: () => void;
}

export interface BackEnd {
  /** Answers one call, as the real service would. Throws on an operation that no contract has. */
  call(
    service: string,
    operation: string,
    input: Readonly<Record<string, unknown>>,
  ): Answer & { readonly status: number };
  /** A service that comes later, before its first call. Once more changes nothing. */
  join(name: string, service: FakeServices[string]): void;
  /** Applies a named change of the world. Throws on an unknown name. */
  preset(service: string, name: string): void;
  contract(service: string): ServiceContract | undefined;
  /** Real ms that an answer takes under the run's conditions. */
  wait(): number;
  world(): WorldSnapshot;
  messages(): readonly SentMessage[];
  markRead(id: string): void;
}

/** The fake back ends of one run, without any network: `network.ts` puts them behind `fetch`. */
export function createBackEnd(options: BackEndOptions): BackEnd {
  const { persona, today, now, seed, onWorldChange } = options;
  // A world written by another version of this file is not read: the run starts its account afresh.
  const restored = options.restore?.version === 1 ? structuredClone(options.restore) : undefined;
  const services = new Map<string, FakeService<unknown>>();
  const worlds = new Map<string, unknown>(Object.entries(restored?.services ?? {}));
  let messages: readonly SentMessage[] = restored?.messages ?? [];
  const weather: Weather = restored?.weather ?? startWeather(options.conditions ?? [], now());
  let draws = restored?.draws ?? 0;
  const memories = new Map<string, Map<string, string>>();

  const snapshot = (): WorldSnapshot =>
    structuredClone({ version: 1, services: Object.fromEntries(worlds), messages, weather, draws });

  const send = (template: string, vars: Readonly<Record<string, string>>) => {
    const rank = messages.filter((message) => message.template === template).length + 1;
    const delay: Duration | undefined = options.messages?.[template]?.delay;
    const arrivesAt = now() + (delay ? durationMs(delay) : 0);
    messages = [...messages, { id: `${template}#${rank}`, template, arrivesAt, vars, read: false }];
  };

  function answer(
    service: FakeService<unknown>,
    name: string,
    operation: string,
    input: Readonly<Record<string, unknown>>,
  ): Answer {
    const bad = weatherAnswer(weather, name, now());
    if (bad) return { outcome: bad };
    const world = worlds.get(name);
    if (service.contract.operations[operation]?.session) {
      if (service.hasSession(world, now(), operation) && sessionEndsNow(weather)) service.closeSession(world);
      if (!service.hasSession(world, now(), operation)) {
        service.closeSession(world);
        return { outcome: 'sessionExpired' };
      }
    }
    const handle = service.operations[operation];
    if (!handle) throw new Error(`The fake back end "${name}" has no handler for "${operation}".`);
    const digits = (count: number) => {
      draws += 1;
      return digitsFrom(`${seed}/${name}/${draws}`, count);
    };
    const memory = memories.get(name) ?? new Map<string, string>();
    memories.set(name, memory);
    return handle({ world, input, persona, today, now: now(), digits, send, memory });
  }

  const preset = (name: string, change: string) => {
    const general = weatherPresets[change];
    const own = services.get(name)?.presets[change];
    if (general) general(weather, name, now());
    else if (own) own(worlds.get(name), { now: now(), persona });
    else throw new Error(`The fake back end "${name}" has no preset "${change}".`);
  };
  const join = (name: string, service: FakeService<unknown>) => {
    if (services.has(name)) return;
    services.set(name, service);
    if (worlds.has(name)) return;
    worlds.set(name, service.seed(persona, { today, now: now() }));
    for (const change of options.world ?? []) if (change.service === name) preset(name, change.name);
  };
  for (const [name, service] of Object.entries(options.services)) join(name, service);

  return {
    call(name, operation, input) {
      const service = services.get(name);
      const contract = service?.contract.operations[operation];
      if (!service || !contract) throw new Error(`No fake back end answers "${name}.${operation}".`);
      const given = answer(service, name, operation, input);
      const outcome = contract.outcomes[given.outcome] ?? service.contract.common[given.outcome];
      if (!outcome)
        throw new Error(`"${name}.${operation}" answered "${given.outcome}", which its contract does not have.`);
      onWorldChange?.();
      return { ...given, status: outcome.status };
    },
    join,
    preset(name, change) {
      preset(name, change);
      onWorldChange?.();
    },
    contract: (name) => services.get(name)?.contract,
    wait: () => (weather.conditions.includes('slow') ? weatherSettings.slowAnswer : 0),
    world: snapshot,
    messages: () => messages,
    markRead(id) {
      messages = messages.map((message) => (message.id === id ? { ...message, read: true } : message));
      onWorldChange?.();
    },
  };
}
