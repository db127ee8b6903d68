import { type PersonaSource, resolvePersona, type Scenario } from '#engine';
import { type First, fillTexts } from '#replica';

/** What only the run needs: kept out of the page. */
const unseen = new Set([
  'coach',
  'answer',
  'noAnswer',
  'asks',
  'skill',
  'evidence',
  'cells',
  'with',
  'on',
  'load',
  'way',
]);

function light<T>(data: T): T {
  if (Array.isArray(data)) return data.map(light) as T;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => !unseen.has(key))
      .map(([key, each]) => [key, light(each)]),
  ) as T;
}

/** The first screen of a scenario, settled for its usual persona on the day of the build. */
export function firstOf(scenario: Scenario, usual: PersonaSource, today: string, content: First['content']): First {
  const screen = scenario.screens[scenario.start];
  if (!screen) throw new Error(`${scenario.id} has no first screen.`);
  const persona = resolvePersona(usual, today);
  const scope = { people: persona.people, papers: persona.papers, today };
  const { contacts: _contacts, idle: _idle, ...service } = scenario.service;
  return {
    scenario: scenario.id,
    title: scenario.title,
    mission: fillTexts(scenario.mission, scope),
    service: { ...service, contacts: [], ...(screen.site !== undefined && scenario.sites?.[screen.site]) },
    screen: fillTexts(light(screen), scope),
    people: persona.people,
    services: scenario.services,
    today,
    content,
  };
}
