import { expect, test } from 'vitest';
import { compileCatalogue, playOn } from '#authoring';
import { contracts } from '#mocks';
import { castings, planScenario } from '../browser/plan.ts';
import { type Cast, type Moment, redo, rehearse } from '../browser/rehearsal.ts';

/** What the browser is given to drive leaves nothing out: `tests/browser/plan.ts` says what. */
const catalogue = compileCatalogue('scenarios', { contracts });
const ids = ['bac-a-sable/blocs', 'caf/declaration-trimestrielle'];

/** Every act of a play, with the pages that a person sees before and after it. */
async function actsSeen(cast: Cast, play: Parameters<typeof rehearse>[1], from?: Moment): Promise<readonly string[]> {
  const { acts, moments } = await rehearse(cast, play, from);
  return acts.flatMap((act, index) =>
    act.do === 'wait' || act.do === 'world'
      ? []
      : [JSON.stringify([cast.persona.id, moments[index]?.seen, act, moments[index + 1]?.seen])],
  );
}

test.each(ids)(
  'every act of every example of %s is driven, from a state that the example really passes',
  async (id) => {
    const plan = await planScenario(catalogue, id);
    const casts = castings(catalogue, id);
    expect(plan.map(({ name, failure }) => [name, failure])).toEqual(casts.map(({ name }) => [name, null]));
    const driven = new Set<string>();
    for (const [index, cast] of casts.entries()) {
      const { parts = [] } = plan[index] ?? {};
      expect(parts.length, cast.name).toBeGreaterThan(0);
      for (const { kept, clock, acts } of parts) {
        const from = kept ? { at: '', seen: '', clock, kept } : undefined;
        const done = acts.map(({ to: _, ...act }) => act);
        for (const seen of await actsSeen(cast, (driver) => redo(driver, done), from)) driven.add(seen);
      }
    }
    const left: string[] = [];
    for (const cast of casts)
      for (const seen of await actsSeen(cast, (driver) => playOn(driver, cast.example)))
        if (!driven.has(seen)) left.push(`${cast.name}: ${seen}`);
    expect(left).toEqual([]);
  },
);

test.each(ids)('each persona of %s goes the whole way once, from an empty device to an ending', async (id) => {
  const scenario = catalogue.scenarios[id];
  const whole = (await planScenario(catalogue, id)).filter(({ parts: [first, ...others] }) => {
    const last = first?.acts.at(-1)?.to ?? '';
    return first?.kept === null && others.length === 0 && last in (scenario?.endings ?? {});
  });
  for (const persona of scenario?.personas ?? [])
    expect(whole.filter((play) => play.persona === persona).length, persona).toBeGreaterThan(0);
});

test('an example that goes otherwise than it says is not driven as if it did', async () => {
  const [id = ''] = ids;
  const about = catalogue.about[id];
  if (!about) throw new Error('no sandbox');
  const wrong = { name: 'faux', follow: 'answers', ends: 'nulle-part' } as const;
  const plan = await planScenario({ ...catalogue, about: { [id]: { ...about, examples: [wrong] } } }, id);
  expect(plan[0]?.failure).toContain('nulle-part');
});
