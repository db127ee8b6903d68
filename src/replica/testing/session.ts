import type { PersonaSource, Scenario } from '#engine';
import type { Network } from '#mocks';
import type { RunEvent } from '#recording';
import type { First } from '../desk/first.ts';
import type { RunShelf } from '../session/device/kept-run.ts';
import { inMemory } from '../session/device/shelf.ts';
import { Session } from '../session/session.ts';
import type { SessionWorld } from '../session/world.ts';
import { amina, karim, scenario as small } from './scenario.ts';

/** A clock that moves only when told. */
export function handClock(start = Date.parse('2026-11-21T10:00:00Z')) {
  let now = start;
  return {
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const quietNetwork: Network = {
  world: () => ({
    version: 1,
    services: {},
    messages: [],
    weather: { conditions: [], calls: 0, signedInCalls: 0, outageLeft: 0, closedUntil: null },
    draws: 0,
  }),
  messages: () => [],
  markRead: () => undefined,
  preset: () => undefined,
  stop: () => undefined,
};

export interface Given extends Partial<SessionWorld> {
  readonly scenario?: Scenario;
  readonly personas?: Readonly<Record<string, PersonaSource>>;
  readonly keeps?: RunShelf;
}

/** A session over the small scenario, with everything from outside in the test's hands. */
export function sessionFor({
  scenario = small,
  personas = { amina, karim },
  keeps = inMemory(),
  ...world
}: Given = {}) {
  const events: RunEvent[] = [];
  let ids = 0;
  const session = new Session({
    scenarioId: scenario.id,
    asked: {},
    content: async () => ({ scenario, personas }),
    startNetwork: async () => quietNetwork,
    shelf: async () => keeps,
    sink: async () => ({
      add: (event) => void events.push(event),
      flush: async () => undefined,
      position: async () => ({ seq: 0, at: 0 }),
    }),
    clock: handClock().now,
    elapsed: () => performance.now(),
    makeId: () => {
      ids += 1;
      return String(ids).padStart(32, '0');
    },
    device: { screenSize: 'desktop', pointer: 'mouse' },
    ...world,
  });
  return { session, events, keeps };
}

/** What the page was built with, for the small scenario. */
export const firstOf = (scenario: Scenario = small): First => {
  const screen = scenario.screens[scenario.start];
  if (!screen) throw new Error('The scenario has no first screen.');
  return {
    scenario: scenario.id,
    title: scenario.title,
    mission: scenario.mission,
    service: scenario.service,
    screen,
    people: amina.people,
    services: scenario.services,
    today: '2026-11-01',
    content: '/contenu/essai.json',
  };
};
