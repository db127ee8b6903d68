import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '#recording';
import type { Tables } from '../database/tables.ts';
import { createIntake } from '../intake/intake.ts';
import { dialects, newDatabase, type TestDatabase } from '../testing/databases.ts';
import { smallEdition } from '../testing/ids.ts';
import { type Story, story } from '../testing/stories.ts';
import { erasePerson, eraseRun } from './erase.ts';
import { bucketOf, dwellBuckets } from './measures.ts';
import { rebuildCounts, recount } from './rebuild.ts';

let runs = 0;
const newRun = () => (++runs).toString(16).padStart(32, '0');

describe('bucketOf', () => {
  it('puts every time in one bucket, whose end is above it', () => {
    expect([0, 999, 1000, 59_999, 60_000, 3_600_000].map(bucketOf)).toEqual([
      '1000',
      '1000',
      '2000',
      '60000',
      '90000',
      'more',
    ]);
    expect([...dwellBuckets]).toEqual([...dwellBuckets].sort((a, b) => a - b));
  });
});

describe.each(dialects)('figures on %s', (dialect) => {
  let open: TestDatabase;
  beforeAll(async () => {
    open = await newDatabase(dialect);
  });
  afterAll(() => open.close());

  const wipe = async () => {
    for (const table of ['counts', 'first_tries', 'runs'] as const) await open.db.kysely.deleteFrom(table).execute();
  };
  const figures = async (): Promise<Tables['counts'][]> => {
    const rows = await open.db.kysely.selectFrom('counts').selectAll().where('total', '<>', 0).execute();
    return sorted(rows.map((row) => ({ ...row })));
  };
  const sorted = (rows: readonly Tables['counts'][]) => [...rows].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const nameOf = (row: Tables['counts']) =>
    [row.scenario, row.first_try, row.variant, row.screen, row.field, row.measure, row.detail].join('|');
  const batchOf = (run: string, { person }: Story, events: readonly Omit<RunEvent, 'run'>[]) => ({
    run,
    secretHash: 's',
    scenario: smallEdition,
    device: person,
    learner: null,
    events: events.map((event) => ({ ...event, run }) as RunEvent),
  });

  it('equal a recount after any deliveries: split, shuffled, doubled, in the same turn or not', async () => {
    const delivered = fc.array(
      fc.record({
        story,
        cuts: fc.array(fc.nat(40), { maxLength: 4 }),
        order: fc.infiniteStream(fc.nat(1000)),
        twice: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(delivered, fc.boolean(), async (deliveries, together) => {
        await wipe();
        const intake = createIntake(
          open.db,
          () => 1,
          () => undefined,
        );
        const parts = deliveries.flatMap(({ story: one, cuts, order, twice }) => {
          const run = newRun();
          const at = [0, ...cuts.filter((cut) => cut < one.events.length).sort((a, b) => a - b), one.events.length];
          const pieces = at
            .slice(1)
            .map((end, index) => one.events.slice(at[index], end))
            .filter((piece) => piece.length > 0);
          const doubled = twice ? [...pieces, ...pieces] : pieces;
          return doubled
            .map((events) => ({ batch: batchOf(run, one, events), rank: order.next().value as number }))
            .map((part) => ({ ...part, count: twice ? 0 : part.batch.events.length }));
        });
        parts.sort((a, b) => a.rank - b.rank);
        if (together) await Promise.all(parts.map(({ batch }) => intake.take(batch)));
        else for (const { batch } of parts) await intake.take(batch);
        const kept = await open.db.kysely
          .selectFrom('events')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow();
        expect(kept.n).toBe(deliveries.reduce((total, { story: one }) => total + one.events.length, 0));
        const before = await figures();
        expect(before).toEqual(sorted(await recount(open.db)));
        await rebuildCounts(open.db);
        expect(await figures()).toEqual(before);
        await intake.close();
      }),
      { numRuns: dialect === 'sqlite' ? 80 : 40 },
    );
  });

  it('forget a person altogether: what is left is what the others alone would have made', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 6 }), async (stories) => {
        const gone = stories[0]?.person ?? '';
        await wipe();
        const intake = createIntake(
          open.db,
          () => 1,
          () => undefined,
        );
        const others = stories.filter(({ person }) => person !== gone);
        for (const one of others) await intake.take(batchOf(newRun(), one, one.events));
        const alone = await figures();
        await wipe();
        for (const one of stories) await intake.take(batchOf(newRun(), one, one.events));
        expect(await erasePerson(open.db, gone, 2)).toBe(stories.length - others.length);
        expect(await figures()).toEqual(alone);
        for (const table of ['runs', 'first_tries'] as const) {
          expect(await open.db.kysely.selectFrom(table).select('person').where('person', '=', gone).execute()).toEqual(
            [],
          );
        }
        expect(await figures()).toEqual(sorted(await recount(open.db)));
        await intake.close();
      }),
      { numRuns: dialect === 'sqlite' ? 50 : 15 },
    );
  });

  it('do not come back with what the device of an erased run still sends', async () => {
    await wipe();
    const intake = createIntake(
      open.db,
      () => 1,
      () => undefined,
    );
    const [mine, other] = [newRun(), newRun()];
    const shown = (seq: number) => ({ type: 'ScreenShown', screen: 'accueil', seq, at: seq }) as const;
    const batch = (run: string, seq: number) =>
      batchOf(run, { person: run, events: [] }, [shown(seq) as Omit<RunEvent, 'run'>]);
    await intake.take(batch(mine, 0));
    expect(await eraseRun(open.db, mine, 2)).toBe(true);
    expect(await eraseRun(open.db, mine, 3)).toBe(false);
    // Taken (the device may forget it), not kept; whoever sends in the same turn loses nothing.
    expect(await Promise.all([intake.take(batch(mine, 1)), intake.take(batch(other, 0))])).toEqual([
      { stored: 0 },
      { stored: 1 },
    ]);
    expect(await open.db.kysely.selectFrom('runs').select('id').execute()).toMatchObject([{ id: other }]);
    expect(await figures()).toEqual(sorted(await recount(open.db)));
    await intake.close();
  });

  it('can be checked by head: three people, one leaves, one is refused twice', async () => {
    await wipe();
    const intake = createIntake(
      open.db,
      () => 1,
      () => undefined,
    );
    const people = ['1', '2', '3'].map((digit) => digit.repeat(32));
    const started = {
      type: 'RunStarted',
      scenario: smallEdition,
      persona: 'amina',
      variant: null,
      level: 'guide-moi',
      conditions: [],
      screenSize: 'phone',
      pointer: 'touch',
    };
    const first = { type: 'ScreenShown', screen: 'accueil' };
    const second = { type: 'ScreenShown', screen: 'declaration' };
    const refused = { type: 'EntryRefused', screen: 'accueil', field: 'numero', rule: 'malformed' };
    const end = { type: 'RunEnded', screen: 'declaration', ending: 'recue' };
    const tell = (person: string, steps: readonly object[]) =>
      intake.take(
        batchOf(
          newRun(),
          { person, events: [] },
          steps.map((one, seq) => ({ seq, at: seq * 10_000, ...one }) as never),
        ),
      );
    await tell(people[0] ?? '', [started, first, second, end]);
    await tell(people[1] ?? '', [started, first, refused, refused, second, end]);
    await tell(people[2] ?? '', [started, first]);
    await tell(people[2] ?? '', [started, first, second, end]); // a second try
    const found = new Map(
      (await figures())
        .filter((row) => row.first_try === 1)
        .map((row) => [[row.screen, row.field, row.measure, row.detail].join(' ').trim(), row.total]),
    );
    expect(Object.fromEntries(found)).toMatchObject({
      started: 3,
      'ended recue': 2,
      'accueil  arrived': 3,
      'accueil  passed': 2,
      'accueil  here': 1,
      'accueil  dwell-passed 15000': 1,
      'accueil  dwell-passed 45000': 1,
      'accueil  dwell-here 1000': 1,
      'accueil numero refused malformed': 1,
      'accueil numero refused-times malformed': 2,
      'declaration  arrived': 2,
      'declaration  passed': 2,
    });
    expect(found.has('declaration  here')).toBe(false);
    await intake.close();
  });
});
