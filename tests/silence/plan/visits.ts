import { createHash } from 'node:crypto';
import { type CompiledCatalogue, playOn } from '#authoring';
import { type Facts, type Field, holds, resolvePersona, type Screen } from '#engine';
import type { KeptRun } from '../../../src/replica/session/device/kept-run.ts';
import { castings } from '../../browser/plan.ts';
import { type Cast, type Moment, rehearse } from '../../browser/rehearsal.ts';
import { type Box, boxesOf, factsShowing, shownFields, typedFields } from './asked.ts';

type Catalogue = Pick<CompiledCatalogue, 'scenarios' | 'personas' | 'about'>;

/** A screen opened where a run could stand, for the fields that are asked there. */
export interface Visit {
  readonly screen: string;
  readonly persona: string;
  readonly moment: Moment;
  readonly boxes: readonly Box[];
  /** The button that sends the screen. */
  readonly send: string | null;
}

export interface ScenarioVisits {
  readonly visits: readonly Visit[];
  /** "connexion/nir": asked by the file, and no run that could be made shows it. */
  readonly unmet: readonly string[];
}

interface Stand {
  readonly cast: Cast;
  readonly moment: Moment;
}

/**
 * Where to open the pages of a scenario, so that each field which takes typing is met. Examples and answer paths are
 * rehearsed without a browser, and the first moments that show a field not met yet are kept. What no example shows is
 * opened all the same: a kept run is put on the screen, with the facts that show the field.
 */
export async function planVisits(catalogue: Catalogue, id: string): Promise<ScenarioVisits> {
  const scenario = catalogue.scenarios[id];
  if (!scenario) throw new Error(`${id} is missing from the catalogue`);
  const missing = new Map<string, Set<string>>();
  for (const [at, screen] of Object.entries(scenario.screens)) {
    const fields = typedFields(screen);
    if (fields.length > 0) missing.set(at, new Set(fields.map((field) => field.id)));
  }
  const visits: Visit[] = [];
  const stands: Stand[] = [];

  /** Keeps a moment if a run taken up there shows a field that is missing. */
  const tryAt = async ({ cast, moment }: Stand): Promise<boolean> => {
    const left = missing.get(moment.at);
    const screen = scenario.screens[moment.at];
    if (!left || !screen) return false;
    const facts = await factsAt(cast, moment);
    const shown = facts ? shownFields(screen, facts) : [];
    if (!facts || !shown.some((field) => left.has(field.id))) return false;
    for (const field of shown) left.delete(field.id);
    if (left.size === 0) missing.delete(moment.at);
    visits.push(visitOf(cast, screen, moment, shown, facts));
    return true;
  };

  for (const cast of castings(catalogue, id)) {
    if (missing.size === 0) break;
    const { moments } = await rehearse(cast, (driver) => playOn(driver, cast.example));
    for (const moment of moments) {
      stands.push({ cast, moment });
      await tryAt({ cast, moment });
    }
  }

  for (const [at, fields] of [...missing]) {
    const screen = scenario.screens[at];
    if (!screen) continue;
    for (const field of [...fields]) {
      for (const stand of invented(stands, screen, field)) if (!fields.has(field) || (await tryAt(stand))) break;
    }
  }
  return { visits, unmet: [...missing].flatMap(([at, fields]) => [...fields].map((field) => `${at}/${field}`)) };
}

/** Runs put on a screen with what shows a field: from runs that stood there, else from some that stood before it. */
function* invented(stands: readonly Stand[], screen: Screen, field: string): Generator<Stand> {
  const leads = (at: string, cast: Cast) =>
    JSON.stringify(cast.scenario.screens[at]?.actions ?? []).includes(`"to":"${screen.id}"`);
  const ranks = [
    stands.filter(({ moment }) => moment.at === screen.id),
    stands.filter(({ moment, cast }) => leads(moment.at, cast)),
    stands.filter(({ moment }) => moment.kept.reference.ending === null),
  ];
  for (const rank of ranks)
    for (const { cast, moment } of rank.slice(0, 4))
      for (const facts of factsShowing(screen, field)) {
        const { reference } = moment.kept;
        const trail = moment.at === screen.id ? reference.trail : [...reference.trail, screen.id];
        const put = { ...reference, screen: screen.id, ending: null, trail, facts: { ...reference.facts, ...facts } };
        yield { cast, moment: { ...moment, at: screen.id, kept: { ...moment.kept, reference: put } } };
      }
}

/** The facts of a run that is taken up there; null when it goes elsewhere: what was typed wrong is not kept. */
async function factsAt(cast: Cast, moment: Moment): Promise<Facts | null> {
  let facts: Facts | null = null;
  await rehearse(
    cast,
    async ({ run, at }) => {
      if (at === moment.at && run.view.phase === 'ready') facts = run.view.facts;
      return null;
    },
    moment,
  );
  return facts;
}

/** The same run under an id of its own: the server must take the events of each visit. */
export function aloneIn(kept: KeptRun, visit: string): KeptRun {
  const run = createHash('sha256').update(`${kept.scenario} ${visit}`).digest('hex').slice(0, 32);
  return { ...kept, run, secret: run, events: kept.events.map((event) => ({ ...event, run })) };
}

function visitOf({ persona }: Cast, screen: Screen, moment: Moment, shown: readonly Field[], facts: Facts): Visit {
  const resolved = resolvePersona(persona, moment.kept.today);
  const ways = screen.actions.filter(({ when, does }) => holds(when, facts) && does.kind !== 'inert');
  const send = ways.find(({ look }) => look === 'primary') ?? ways.find(({ does }) => does.kind === 'call') ?? ways[0];
  return {
    screen: screen.id,
    persona: persona.id,
    moment: { ...moment, kept: aloneIn(moment.kept, `${screen.id} ${shown.map(({ id }) => id)}`) },
    boxes: shown.flatMap((field) => boxesOf(field, resolved)),
    send: send?.id ?? null,
  };
}
