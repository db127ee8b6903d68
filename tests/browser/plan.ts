import { createHash } from 'node:crypto';
import { type CompiledCatalogue, playOn } from '#authoring';
import type { Facts } from '#engine';
import type { KeptRun } from '../../src/replica/session/device/kept-run.ts';
import { type Cast, type HandAct, type Rehearsal, redo, rehearse } from './rehearsal.ts';

/**
 * What is driven by hand in a browser. Every example is first rehearsed without one. Then each act, seen on the same page
 * by the same persona and leading to the same page, is done by hand once:
 *
 * - the answer path of every persona, whole, from an empty device to its end;
 * - of each example, all that lies between its first and its last act that no other does. It starts where the rehearsal
 *   stood, from what a device would have kept (the page takes it up as after a reload), and stops where the others go on:
 *   there the page must hold the same screen and the same facts as the rehearsal.
 */
export interface Plan {
  readonly [scenario: string]: readonly PlannedPlay[];
}

export interface PlannedPlay {
  readonly name: string;
  readonly persona: string;
  /** The rehearsal went otherwise than the example says. */
  readonly failure: string | null;
  readonly parts: readonly Part[];
}

/** Acts that follow each other in one page. A change of the world parts them: what the device keeps is changed between two pages. */
export interface Part {
  /** What the device keeps at the start. Null: nothing. */
  readonly kept: KeptRun | null;
  /** The device's clock at the start, epoch ms. */
  readonly clock: number;
  readonly acts: readonly PlannedAct[];
  /** What the branches read at the end. */
  readonly facts: Facts;
}

/** `to`: the screen or the ending that is shown after it. */
export type PlannedAct = HandAct & { readonly to: string };

/** The personas' answer paths first, then the examples of the file, in their order. */
export function castings(
  { scenarios, personas, about }: Pick<CompiledCatalogue, 'scenarios' | 'personas' | 'about'>,
  id: string,
): readonly (Cast & {
  readonly example: NonNullable<(typeof about)[string]>['examples'][number];
  readonly whole: boolean;
})[] {
  const scenario = scenarios[id];
  if (!scenario) return [];
  const examples = about[id]?.examples ?? [];
  const cast = (example: (typeof examples)[number]) => {
    const persona = personas[example.persona ?? scenario.personas[0] ?? ''];
    if (!persona) throw new Error(`${id}: « ${example.name} » has no persona`);
    const whole = example.follow === 'answers' && !example.world && !example.do;
    return { scenario, persona, name: example.name, example, whole, ...(example.world && { world: example.world }) };
  };
  const written = examples.map(cast);
  const paths = scenario.personas.flatMap((persona) =>
    written.some((play) => play.whole && play.persona.id === persona)
      ? []
      : [cast({ name: `the answers of ${persona}`, persona, follow: 'answers' })],
  );
  const all = [...written, ...paths];
  return [...all.filter(({ whole }) => whole), ...all.filter(({ whole }) => !whole)];
}

export async function planScenario(
  catalogue: Pick<CompiledCatalogue, 'scenarios' | 'personas' | 'about'>,
  id: string,
): Promise<readonly PlannedPlay[]> {
  const driven = new Set<string>();
  const plan: PlannedPlay[] = [];
  for (const play of castings(catalogue, id)) {
    const rehearsal = await rehearse(play, (driver) => playOn(driver, play.example));
    const { acts, moments, failure } = rehearsal;
    const key = (index: number) =>
      createHash('sha256')
        .update(JSON.stringify([play.persona.id, moments[index]?.seen, acts[index], moments[index + 1]?.seen]))
        .digest('hex');
    const own = acts.map(
      ({ do: what }, index) => what !== 'world' && what !== 'wait' && (play.whole || !driven.has(key(index))),
    );
    if (!own.includes(true)) own[acts.findLastIndex(({ do: what }) => what !== 'world')] = true;
    const parts: Part[] = [];
    for (const [first, last] of stretches(acts, own)) {
      const start = play.whole ? 0 : await startFor(play, rehearsal, first, last);
      for (let index = start; index <= last; index += 1) driven.add(key(index));
      parts.push(partOf(play, rehearsal, start, last));
    }
    plan.push({ name: play.name, persona: play.persona.id, failure, parts });
  }
  return plan;
}

/** What would be driven again on the way to the next own act, in presses, and is worth less than opening a page. */
const detour = 3;

/** From own act to own act: parted by changes of the world, and by what others have driven if that is long. */
function stretches(acts: Rehearsal['acts'], own: readonly boolean[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const [index, isOwn] of own.entries()) {
    if (!isOwn) continue;
    const open = found.at(-1);
    const between = acts.slice((open?.[1] ?? 0) + 1, index);
    const far = between.filter(({ do: what }) => what === 'press').length > detour;
    if (!open || far || between.some(({ do: what }) => what === 'world')) found.push([index, index]);
    else open[1] = index;
  }
  return found;
}

/** The nearest moment from which a run that is taken up goes the same way: what was typed wrong is not kept. */
async function startFor(cast: Cast, rehearsal: Rehearsal, first: number, last: number): Promise<number> {
  const { acts, moments } = rehearsal;
  const afterWorld = acts.slice(0, first).findLastIndex((act) => act.do === 'world') + 1;
  const arrivals = moments.flatMap(({ at }, index) => (at === moments[index - 1]?.at ? [] : [index]));
  for (const start of [first, ...arrivals.filter((index) => index < first).reverse()]) {
    if (start <= afterWorld) break;
    if (await goesTheSame(cast, rehearsal, start, last + 1)) return start;
  }
  return afterWorld;
}

/** Whether a run that is taken up at one moment of a rehearsal comes to a later one, by all those between. */
export async function goesTheSame(
  cast: Cast,
  { acts, moments }: Rehearsal,
  from: number,
  to: number,
): Promise<boolean> {
  const again = await rehearse(cast, (driver) => redo(driver, acts.slice(from, to)), moments[from]);
  return (
    again.failure === null &&
    again.moments.length === to - from + 1 &&
    again.moments.every(({ seen }, index) => seen === moments[from + index]?.seen)
  );
}

function partOf(cast: Cast, { acts, moments }: Rehearsal, start: number, last: number): Part {
  const moment = moments[start];
  const end = moments[last + 1];
  if (!moment || !end) throw new Error('A part begins and ends at moments of its rehearsal.');
  return {
    kept: start === 0 && !cast.world ? null : moment.kept,
    clock: moment.clock,
    acts: acts.slice(start, last + 1).map((act, index) => ({ ...act, to: moments[start + index + 1]?.at ?? '' })),
    facts: end.kept.reference.facts,
  };
}
