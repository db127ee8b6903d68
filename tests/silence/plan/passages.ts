import { type CompiledCatalogue, playOn } from '#authoring';
import type { Scenario } from '#engine';
import { castings, goesTheSame, type PlannedAct } from '../../browser/plan.ts';
import { type Moment, type Rehearsal, rehearse } from '../../browser/rehearsal.ts';
import { typedFields } from './asked.ts';
import { onePressFurther } from './further.ts';
import { type Known, meets, typedFrom } from './known.ts';
import { aloneIn } from './visits.ts';

/** A run taken up on a screen, where something is typed, and what is then done by hand to come to others. */
export interface Passage {
  readonly persona: string;
  readonly moment: Moment;
  readonly acts: readonly PlannedAct[];
}

export interface ScenarioPassages {
  readonly passages: readonly Passage[];
  /** Screens that no run which could be made meets in a page where something was typed. */
  readonly bare: readonly string[];
  /** Screens that no run which could be made meets at all. */
  readonly unmet: readonly string[];
}

/**
 * What to play by hand, the answer path aside, so that each screen without a field is met in a page where something was
 * typed: from a screen that takes typing to those that follow. The stretches of examples that meet most of them for what
 * they cost are chosen; where no example goes, one press more is tried from where one stood. Screens before which nobody
 * can type are opened all the same.
 */
export async function planPassages(
  catalogue: Pick<CompiledCatalogue, 'scenarios' | 'personas' | 'about'>,
  id: string,
): Promise<ScenarioPassages> {
  const scenario = catalogue.scenarios[id];
  if (!scenario) throw new Error(`${id} is missing from the catalogue`);
  const known: Known[] = [];
  for (const cast of castings(catalogue, id))
    known.push({ cast, rehearsal: await rehearse(cast, (driver) => playOn(driver, cast.example)) });
  const [answers] = known;
  const wanted = Object.values(scenario.screens).flatMap((screen) =>
    typedFields(screen).length > 0 || (answers && meets(scenario, answers, screen.id)) ? [] : [screen.id],
  );
  const momentAt = (screen: string) => {
    for (const run of known) {
      const index = run.rehearsal.moments.findIndex(({ at }) => at === screen);
      if (index >= 0) return { run, index };
    }
    return null;
  };

  // Screens with fields too, if no example meets them: others follow.
  const sought = new Set([...wanted, ...Object.keys(scenario.screens).filter((screen) => momentAt(screen) === null)]);
  const tried = new Set<string>();
  for (let more = true; more; ) {
    more = false;
    for (const screen of sought) {
      const further = known.some((run) => meets(scenario, run, screen))
        ? null
        : await onePressFurther(scenario, known, screen, tried);
      if (further) known.push(further);
      more ||= further !== null;
    }
  }
  for (const screen of sought) {
    const further = momentAt(screen) ? null : await onePressFurther(scenario, known, screen, tried, true);
    if (further) known.push(further);
  }

  const { stretches, left } = await choose(scenario, known, new Set(wanted));
  const alone: Stretch[] = [];
  for (const screen of left) {
    const found = momentAt(screen);
    if (found) alone.push(await openedNear(found.run, found.index));
  }
  return {
    passages: [...stretches, ...alone].map(passageOf),
    bare: [...left],
    unmet: [...left].filter((screen) => momentAt(screen) === null),
  };
}

interface Stretch {
  readonly run: Known;
  readonly first: number;
  readonly last: number;
}

/** What opening a page costs, in acts. */
const opening = 4;

/** The stretches to play, and the screens that none meets. */
async function choose(scenario: Scenario, known: readonly Known[], wanted: ReadonlySet<string>) {
  const left = new Set(wanted);
  const stretches: Stretch[] = [];
  const all = known.flatMap((run) => arrivals(scenario, run.rehearsal).map((first) => ({ run, first })));
  const refused = new Set<(typeof all)[number]>();
  for (;;) {
    let best: (Stretch & { readonly from: (typeof all)[number] }) | undefined;
    let worth = 0;
    for (const from of all) {
      const { run, first } = from;
      if (refused.has(from)) continue;
      const met = new Set<string>();
      for (const [step, { at }] of run.rehearsal.moments.slice(first).entries()) {
        if (step > 0 && run.rehearsal.acts[first + step - 1]?.do === 'world') break;
        if (left.has(at)) met.add(at);
        if (met.size / (opening + step) <= worth) continue;
        worth = met.size / (opening + step);
        best = { run, first, last: first + step, from };
      }
    }
    if (!best) return { stretches, left };
    // What was typed wrong before is not kept: without it the run may go elsewhere.
    if (await goesTheSame(best.run.cast, best.run.rehearsal, best.first, best.last)) {
      stretches.push(best);
      for (const { at } of best.run.rehearsal.moments.slice(best.first, best.last + 1)) left.delete(at);
    } else refused.add(best.from);
  }
}

/** As near before a moment as a run can be taken up and come to it: a page that passes by itself does not stay. */
async function openedNear(run: Known, last: number): Promise<Stretch> {
  for (let first = last; first > 0; first -= 1)
    if (await goesTheSame(run.cast, run.rehearsal, first, last)) return { run, first, last };
  return { run, first: 0, last };
}

/** Moments at which a screen that takes typing has just come. */
const arrivals = (scenario: Scenario, rehearsal: Rehearsal): readonly number[] =>
  rehearsal.moments.flatMap((_, index) => (typedFrom(scenario, rehearsal, index) === index ? [index] : []));

function passageOf({ run: { cast, rehearsal }, first, last }: Stretch, rank: number): Passage {
  const { acts, moments } = rehearsal;
  const moment = moments[first];
  if (!moment) throw new Error('A passage begins at a moment of its rehearsal.');
  return {
    persona: cast.persona.id,
    moment: { ...moment, kept: aloneIn(moment.kept, `passage ${rank}`) },
    acts: acts.slice(first, last).map((act, index) => ({ ...act, to: moments[first + index + 1]?.at ?? '' })),
  };
}
