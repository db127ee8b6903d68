import type { Branches, Call, Reaction, Scenario, Screen } from '#engine';
import { contracts } from '#mocks';
import { redo, rehearse } from '../../browser/rehearsal.ts';
import { type Known, meets, typedFrom } from './known.ts';

/** Moments to try from: those where runs stood on one screen are much alike. */
const tries = 12;

/**
 * Goes on from where a known run stood, after something was typed, to a screen that no example meets so: right answers,
 * then the press that leads there, in the world that it takes. Null: none comes there. `tried` is what was in vain before.
 * `bare`: the world may change at the last moment, and the page that is then opened anew hold nothing.
 */
export async function onePressFurther(
  scenario: Scenario,
  known: readonly Known[],
  to: string,
  tried: Set<string>,
  bare = false,
): Promise<Known | null> {
  const stands = known.flatMap(({ cast, rehearsal }, run) =>
    rehearsal.moments.flatMap(({ at }, last) => {
      const first = typedFrom(scenario, rehearsal, last);
      const screen = scenario.screens[at];
      if (first === null || !screen) return [];
      return waysTo(scenario, screen, to).map((way) => ({
        cast,
        rehearsal,
        first,
        last,
        way,
        key: `${to} ${run} ${last} ${bare} ${JSON.stringify(way)}`,
      }));
    }),
  );
  const near = stands.sort((a, b) => a.last - a.first - (b.last - b.first)).slice(0, tries);
  for (const { cast, rehearsal, first, last, way, key } of near) {
    if (tried.has(key)) continue;
    tried.add(key);
    const found = await rehearse(
      cast,
      async (driver) => {
        const change = () => (way.presets.length > 0 ? driver.change(way.presets) : undefined);
        // Before anything is typed: the page is opened anew after it.
        if (!bare) await change();
        const failure = await redo(driver, rehearsal.acts.slice(first, last));
        if (bare) await change();
        if (failure !== null || way.press === null) return failure ?? driver.back().then(() => null);
        driver.fillRight();
        for (const id of way.wrong) {
          const field = driver.field(id);
          if (field) driver.type(id, `${driver.rightEntry(field)}x`);
        }
        await driver.press(way.press);
        return null;
      },
      rehearsal.moments[first],
    );
    const isThere = bare ? found.moments.some(({ at }) => at === to) : meets(scenario, { cast, rehearsal: found }, to);
    if (found.failure === null && isThere) return { cast, rehearsal: found };
  }
  return null;
}

interface Means {
  /** Changes of the world by which an outcome comes. */
  readonly presets: readonly string[];
  /** Fields in which something wrong is typed for it. */
  readonly wrong: readonly string[];
}

interface Way extends Means {
  /** Null: the browser's back button. */
  readonly press: string | null;
}

const plainly: Means = { presets: [], wrong: [] };

/** What leads from a screen to another: straight, or through one that passes as soon as it has loaded. */
function waysTo({ screens }: Scenario, from: Screen, to: string): readonly Way[] {
  // Of a screen that passes by itself, what makes it stay.
  const byLoading = Object.values(screens).flatMap(({ id, load }) =>
    meansTo(load, (reaction) => ('to' in reaction ? leads(reaction.to, to) : id === to)).map((loaded) => ({
      at: id,
      loaded,
    })),
  );
  return [{ at: to, loaded: plainly }, ...byLoading].flatMap(({ at, loaded }) => {
    const way = (press: string | null, { presets, wrong }: Means): Way => ({
      press,
      presets: [...presets, ...loaded.presets],
      wrong,
    });
    const presses = from.actions.flatMap(({ id, does }) => {
      if (does.kind === 'go') return leads(does.to, at) ? [way(id, plainly)] : [];
      if (does.kind === 'inert') return [];
      return meansTo(does, (reaction) => 'to' in reaction && leads(reaction.to, at)).map((means) => way(id, means));
    });
    return 'to' in from.back && from.back.to === at ? [way(null, plainly), ...presses] : presses;
  });
}

/** How a call comes to be answered so, outcome by outcome, as its contract says. */
function meansTo(call: Call | undefined, isSought: (reaction: Reaction) => boolean): readonly Means[] {
  if (!call) return [];
  const [service = '', name = ''] = call.operation.split('.');
  const contract = contracts[service];
  return Object.entries(call.on).flatMap(([outcome, reaction]) => {
    if (!isSought(reaction)) return [];
    const { recipe } = contract?.operations[name]?.outcomes[outcome] ?? contract?.common[outcome] ?? {};
    const inputs = Object.entries(recipe?.input ?? {});
    return [
      {
        presets: (recipe?.presets ?? []).map((preset) => `${service}.${preset}`),
        wrong: inputs.flatMap(([input, how]) => (how === 'wrong' ? (call.with[input] ?? []) : [])),
      },
    ];
  });
}

const leads = (branches: Branches, to: string): boolean => branches.some((branch) => branch.to === to);
