import { createHash } from 'node:crypto';
import type { Scenario, Screen, ServiceContract, SiteManner } from '#engine';
import type { Loaded } from '../load/load.ts';
import { presetOf } from '../play/preset.ts';
import type { MessageSource, ServiceSource } from '../schema/index.ts';
import { type Context, compileActions, compileBlock, compileCall, compileCoach } from './blocks.ts';
import { tiedTexts } from './display.ts';
import { drawing } from './drawing.ts';
import { factsWith } from './facts.ts';
import { edgesOf } from './graph.ts';
import { compilePersona } from './persona.ts';
import type { Assembled, Placed } from './placed.ts';
import { splitKey } from './text-key.ts';
import { compact } from './values.ts';
import { waysOf } from './way.ts';

type Contracts = Readonly<Record<string, ServiceContract>>;

/** Makes what the engine runs. Call it on sources without faults: what is unknown is left as written. */
export function compile(assembled: Assembled, loaded: Loaded, contracts: Contracts): Scenario {
  const { id, file, service } = assembled;
  const source = file.data;
  const context: Context = {
    contracts,
    always: service.data.always ?? {},
    drawing: (image) => drawing(loaded.library.get(`${service.data.id}/images/${image}`) ?? ''),
  };
  const endings = Object.fromEntries(
    Object.entries({ abandon: usualAbandon, ...source.endings }).map(
      ([name, { formerly: _, ...ending }]: [string, Record<string, unknown>]) => [name, { id: name, ...ending }],
    ),
  ) as unknown as Scenario['endings'];
  const all = new Map([...assembled.screens].map(([name, placed]) => [name, compileScreen(placed, context)]));
  const used = reachable(all, source.start, service.data.idle?.to);
  // Screens of the service that this procedure never meets are not part of it; its own unreachable ones are a fault.
  const kept = [...all].filter(([name]) => used.has(name) || assembled.screens.get(name)?.from === 'scenario');
  const screens = deriveBack(Object.fromEntries(kept), source.start);
  const personas = source.personas
    .flatMap((name) => loaded.personas.get(name) ?? [])
    .map(({ data }) => compilePersona(data));
  const brought = kept.map(([name]) => assembled.screens.get(name)?.shared?.messages);
  const messages: Readonly<Record<string, MessageSource>> = Object.assign(
    {},
    ...brought,
    service.data.messages,
    source.messages,
  );
  const sites = Object.fromEntries(
    [...new Set(Object.values(screens).flatMap(({ site }) => site ?? []))].flatMap((name) => {
      const other = loaded.services.get(name);
      return other ? [[name, lookOf(other.data)]] : [];
    }),
  );
  const consequences = (source.consequences ?? []).map((each) =>
    compact({
      after: each.after,
      when: each.when,
      message: 'letter' in each ? each.letter : 'mail' in each ? each.mail : each.sms,
      say: each.say,
    }),
  ) as Scenario['consequences'];
  const draft: Scenario = {
    id,
    hash: '',
    title: source.title,
    mission: source.mission,
    service: manner(service.data),
    ...(Object.keys(sites).length > 0 && { sites }),
    replicates: source.replicates,
    personas: source.personas,
    difficulty: source.difficulty,
    minutes: source.minutes,
    ...(source.dayOfMonth === undefined ? {} : { dayOfMonth: source.dayOfMonth }),
    skills: source.skills,
    ...(source.world && { world: source.world.map((written) => presetOf(written, service.data.id)) }),
    start: source.start,
    screens,
    endings,
    consequences,
    messages: Object.fromEntries(
      Object.entries(messages).map(([name, message]) => [name, compileMessage(name, message)]),
    ),
    variants: (source.variants ?? []).map(({ id, texts }) => ({
      id,
      texts: Object.fromEntries(Object.entries(texts).map(([key, text]) => [splitKey(key).path, text])),
    })),
    takeAway: compact(source.takeAway) as Scenario['takeAway'],
    services: servicesOf(screens),
    facts: factsWith({ screens, consequences }, loaded, source.personas, contracts),
  };
  const ways = waysOf(draft, personas, contracts);
  const led = Object.fromEntries(
    Object.entries(screens).map(([name, screen]) => {
      const way = screen.way ?? ways.get(name);
      return [name, way === undefined ? screen : { ...screen, way }];
    }),
  );
  const scenario = tiedTexts({ ...draft, screens: led });
  return { ...scenario, hash: hashOf({ scenario, personas }) };
}

/** The first half of every operation that is called. */
function servicesOf(screens: Scenario['screens']): readonly string[] {
  const calls = Object.values(screens).flatMap(({ load, actions }) => [
    ...(load ? [load.operation] : []),
    ...actions.flatMap(({ does }) => (does.kind === 'call' ? [does.operation] : [])),
  ]);
  return [...new Set(calls.map((operation) => operation.split('.')[0] ?? ''))];
}

const usualAbandon = {
  meaning: 'abandon',
  title: 'Vous vous êtes arrêté avant la fin',
  text: "Rien n'est envoyé. Vous pourrez recommencer quand vous voulez.",
} as const;

function compileScreen({ id, source }: Placed, context: Context): Screen {
  const { load, back, evidence, step, coach, blocks = [], actions = [] } = source;
  return compact({
    id,
    title: source.title,
    address: source.address,
    area: source.area ?? (source.signedIn ? 'account' : 'public'),
    site: source.site,
    evidence: compact({ ...evidence, sources: evidence.sources ?? [] }),
    step: step && compact(step),
    load: load && compileCall(load, context),
    blocks: blocks.map((block) => compileBlock(block, context)),
    actions: compileActions(actions, context),
    back: back === undefined ? undefined : typeof back === 'string' ? { to: back } : back,
    signedIn: source.signedIn ?? false,
    receipt: source.receipt,
    coach: coach && compileCoach(coach),
    way: source.way,
  }) as unknown as Screen;
}

/** Screens that a walk from the start meets, by actions, loads, « back » and the idle log-out. */
export function reachable(
  screens: ReadonlyMap<string, Screen>,
  start: string,
  idle: string | undefined,
): ReadonlySet<string> {
  const met = new Set<string>();
  const queue = [start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const screen = screens.get(id);
    if (met.has(id)) continue;
    met.add(id);
    if (!screen) continue;
    queue.push(...edgesOf(screen).map(({ to }) => to));
    if (screen.back && 'to' in screen.back) queue.push(screen.back.to);
    if (screen.signedIn && idle !== undefined) queue.push(idle);
  }
  return met;
}

/** Screens that lead to one, itself aside. */
export function leadersOf(screens: Scenario['screens'], id: string): readonly string[] {
  const leaders = Object.values(screens).filter(
    (screen) => screen.id !== id && edgesOf(screen).some(({ to }) => to === id),
  );
  return leaders.map((screen) => screen.id);
}

function deriveBack(screens: Scenario['screens'], start: string): Scenario['screens'] {
  return Object.fromEntries(
    Object.entries(screens).map(([id, screen]) => {
      if (screen.back) return [id, screen];
      const leaders = leadersOf(screens, id);
      const [only] = leaders;
      const back =
        id !== start && only !== undefined && leaders.length === 1 ? { to: only } : { stay: "C'est la première page." };
      return [id, { ...screen, back }];
    }),
  );
}

function manner(service: ServiceSource): Scenario['service'] {
  return compact({
    id: service.id,
    name: service.name,
    formerName: service.formerName,
    ...lookOf(service),
    contacts: service.contacts,
    idle: service.idle,
  }) as Scenario['service'];
}

function lookOf(service: ServiceSource): SiteManner {
  return {
    masthead: compact({ ...service.masthead, menu: service.masthead.menu ?? [] }),
    footer: service.footer ?? [],
    tokens: service.tokens ?? {},
    density: service.density ?? 'normal',
  } as SiteManner;
}

function compileMessage(id: string, message: MessageSource) {
  const items =
    message.items && Object.fromEntries(Object.entries(message.items).map(([name, item]) => [name, compact(item)]));
  return compact({ id, ...message, items }) as unknown as Scenario['messages'][string];
}

/** First 12 hex digits of the SHA-256 of the content, its keys in order. */
export function hashOf(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex').slice(0, 12);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
