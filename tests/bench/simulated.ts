import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PersonaSource, Scenario } from '#engine';
import { type Happening, type ScenarioIds, scenarioIds } from '#recording';

/** What a device sends of one run: who it is, and its events, numbered. */
export interface SimulatedRun {
  readonly run: string;
  readonly secret: string;
  readonly device: string;
  readonly scenario: string;
  readonly events: readonly (Happening & { readonly seq: number; readonly at: number })[];
}

/** The identifiers of the scenario with the most screens in the built site. */
export function largestScenario(): ScenarioIds {
  const client = resolve(import.meta.dirname, '../../dist/client');
  const all = globSync('contenu/**/*.json', { cwd: client }).map((name) => {
    const content: { scenario: Scenario; personas: Record<string, PersonaSource> } = JSON.parse(
      readFileSync(join(client, name), 'utf8'),
    );
    return scenarioIds(content.scenario, content.personas);
  });
  const [largest] = all.sort((a, b) => Object.keys(b.screens).length - Object.keys(a.screens).length);
  if (!largest) throw new Error('The site is not built: npm run build');
  return largest;
}

/** 32 hex digits from words: the same run each time, so that a measure can be done again. */
const hex = (...words: readonly (string | number)[]): string =>
  createHash('sha256').update(words.join('/')).digest('hex').slice(0, 32);

/**
 * A run of about `length` events: screens one after the other, each with its fields entered, a mistake now and then, a
 * button pressed; half of the runs end, the others leave on some screen.
 */
export function simulateRun(ids: ScenarioIds, label: string, length: number): SimulatedRun {
  const scenario = `${ids.id}@${ids.hash}`;
  const run = hex('run', label);
  const events: (Happening & { seq: number; at: number })[] = [];
  let at = 0;
  const say = (happening: Happening): void => {
    at += 700;
    events.push({ seq: events.length, at, ...happening });
  };
  say({
    type: 'RunStarted',
    scenario,
    persona: ids.personas[0] ?? '',
    variant: null,
    level: 'je-demande',
    conditions: [],
    screenSize: 'phone',
    pointer: 'touch',
  });
  const screens = Object.entries(ids.screens);
  const seed = Number.parseInt(run.slice(0, 6), 16);
  let last = '';
  for (let turn = 0; events.length < length - 1; turn++) {
    const [screen, { fields, actions }] = screens[(seed + turn) % screens.length] ?? ['', { fields: {}, actions: [] }];
    last = screen;
    say({ type: 'ScreenShown', screen });
    for (const [at, field] of Object.keys(fields).slice(0, 4).entries()) {
      say({ type: 'FieldEntered', screen, field });
      say({ type: 'TypingStarted', screen, field });
      const wrong = (seed + turn + at) % 5 === 0;
      say({ type: 'EntryCommitted', screen, field, class: wrong ? 'other' : 'right', ordinal: 1 });
    }
    const action = actions[seed % Math.max(1, actions.length)];
    if (action !== undefined) say({ type: 'ActionTaken', screen, action });
  }
  if (seed % 2 === 0) say({ type: 'RunEnded', screen: last, ending: ids.endings[0] ?? 'abandon' });
  return { run, secret: hex('secret', label), device: hex('device', label), scenario, events: events.slice(0, length) };
}

/** Its bodies for `POST /api/events`, so many events at a time. */
export function batchesOf({ events, ...who }: SimulatedRun, size: number): string[] {
  const bodies: string[] = [];
  for (let from = 0; from < events.length; from += size)
    bodies.push(JSON.stringify({ ...who, events: events.slice(from, from + size) }));
  return bodies;
}
