import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Happening } from '#recording';
import type { Rate } from '#review';
import type { Outline } from '#training';
import { createReports, type Reports, stillAtWork } from '../counting/reports.ts';
import { createIntake, type Intake } from '../intake/intake.ts';
import { type PublishedScenarios, publishScenarios } from '../intake/published.ts';
import { receiveEvents } from '../intake/receive.ts';
import { dialects, newDatabase, type TestDatabase } from '../testing/databases.ts';
import { smallEdition, smallScenario } from '../testing/ids.ts';
import { designerFigures } from './figures.ts';

const outline: Outline = {
  id: smallScenario.id,
  hash: smallScenario.hash,
  title: 'Petite démarche',
  service: 'Démo',
  minutes: 5,
  difficulty: 'debutant',
  personas: ['amina'],
  themes: [],
  variants: [{ id: 'mots-simples', texts: [] }],
  length: 2,
  screens: [
    { id: 'accueil', title: 'Accueil', left: 2, fields: { numero: 'Numéro' } },
    { id: 'declaration', title: 'Déclaration', left: 1, fields: { montant: 'Montant' } },
    { id: 'aide', title: 'Aide', left: null, fields: {} },
  ],
  endings: {
    recue: { title: 'Reçue', meaning: 'reussi' },
    'en-retard': { title: 'Reçue en retard', meaning: 'reussi' },
  },
};

const started: Happening = {
  type: 'RunStarted',
  scenario: smallEdition,
  persona: 'amina',
  variant: null,
  level: 'je-demande',
  conditions: [],
  screenSize: 'phone',
  pointer: 'touch',
};
const shown = (screen: string): Happening => ({ type: 'ScreenShown', screen });

/** What one of them did; each happening comes ten seconds after the one before. */
const stories = {
  leavesAtOnce: [started, shown('accueil'), { type: 'RunLeft', screen: 'accueil', reason: 'stuck' }],
  refusedThenLeaves: [
    started,
    shown('accueil'),
    { type: 'EntryRefused', screen: 'accueil', field: 'numero', rule: 'empty' },
    { type: 'RunLeft', screen: 'accueil', reason: 'other' },
  ],
  finishes: [
    started,
    shown('accueil'),
    shown('declaration'),
    { type: 'RunEnded', screen: 'declaration', ending: 'recue' },
  ],
  finishesLate: [
    started,
    shown('accueil'),
    shown('declaration'),
    { type: 'RunEnded', screen: 'declaration', ending: 'en-retard' },
  ],
  finishesWrong: [
    started,
    shown('accueil'),
    { type: 'EntryRefused', screen: 'accueil', field: 'numero', rule: 'empty' },
    shown('declaration'),
    { type: 'EntryCommitted', screen: 'declaration', field: 'montant', class: 'other', ordinal: 1 },
    { type: 'RunEnded', screen: 'declaration', ending: 'recue' },
  ],
  stillThere: [started, shown('accueil'), shown('declaration')],
} as const satisfies Record<string, readonly Happening[]>;

describe.each(dialects)('a designer’s figures on %s', (dialect) => {
  let test: TestDatabase;
  let published: PublishedScenarios;
  let intake: Intake;
  let reports: Reports;
  let time = 0;
  let made = 0;

  beforeEach(async () => {
    test = await newDatabase(dialect);
    time = Date.UTC(2026, 10, 21);
    made = 0;
    published = await publishScenarios(test.db, [smallScenario], () => time);
    intake = createIntake(
      test.db,
      () => time,
      () => undefined,
    );
    reports = createReports(test.db, published, () => time);
  });
  afterEach(async () => {
    await intake.close();
    await test.close();
  });

  const id = (n: number) => n.toString(16).padStart(32, '0');
  async function happens(story: readonly Happening[], device = ++made): Promise<void> {
    const run = id(++made + 1_000_000);
    const events = story.map((happening, seq) => ({ ...happening, run, seq, at: seq * 10_000 }));
    const text = JSON.stringify({ run, secret: id(7), scenario: smallEdition, device: id(device), events });
    const { status, body } = await receiveEvents(text, published, intake);
    if (status !== 200 || !('stored' in body) || body.refused.length > 0) throw new Error(JSON.stringify(body));
  }
  const figures = async () => (await designerFigures({ reports, db: test.db }, outline, null, time)).report;
  const counted = (rate: Rate | string) => (typeof rate === 'string' ? rate : [rate.people, rate.of]);

  it('are those one counts by hand from the events', async () => {
    // 12 leave at once, 11 are refused then leave, 20 finish, 15 finish wrong after a refusal.
    for (let i = 0; i < 12; i++) await happens(stories.leavesAtOnce);
    for (let i = 0; i < 11; i++) await happens(stories.refusedThenLeaves);
    for (let i = 0; i < 20; i++) await happens(stories.finishes);
    for (let i = 0; i < 15; i++) await happens(stories.finishesWrong);
    const report = await figures();
    expect(report.starters).toBe(58);
    expect(report.screens.map(({ screen, arrived, left }) => [screen, arrived, counted(left)])).toEqual([
      ['accueil', 58, [23, 58]],
      ['declaration', 35, [0, 35]],
      ['aide', 0, 'nobody'],
    ]);
    expect(report.endings.map(({ ending, rate }) => [ending, counted(rate)])).toEqual([
      ['en-retard', [0, 58]],
      ['recue', [35, 58]],
    ]);
    expect(report.fields.map(({ field, refused, silent }) => [field, counted(refused), counted(silent)])).toEqual([
      ['numero', [26, 58], [0, 35]],
      ['montant', [0, 35], [15, 35]],
    ]);
    // On « accueil »: 12 left after 10 s, 11 after 20 s, 20 passed after 10 s, 15 after 20 s. Bucket 10 to 15 s: 20 of
    // 58 pass; 12 leave. Bucket 20 to 30 s: 15 of 26 pass, and 0.655 × 0.423 is under a half.
    expect(report.screens[0]?.time).toEqual({ from: 20_000, to: 30_000 });
  });

  it('count a person’s first try only', async () => {
    for (let i = 0; i < 11; i++) await happens(stories.finishes, 500 + i);
    for (let i = 0; i < 11; i++) await happens(stories.leavesAtOnce, 500 + i);
    expect((await figures()).screens[0]).toMatchObject({ arrived: 11, left: { people: 0 } });
  });

  it('wait for tries under way, and call them leaving once nothing is heard', async () => {
    for (let i = 0; i < 20; i++) await happens(stories.finishes);
    for (let i = 0; i < 12; i++) await happens(stories.stillThere);
    expect((await figures()).starters).toBe(20);
    expect((await figures()).screens[1]).toMatchObject({ arrived: 20, left: { people: 0 } });
    time += stillAtWork + 1;
    expect((await figures()).starters).toBe(32);
    expect((await figures()).screens[1]).toMatchObject({ arrived: 32, left: { people: 12, of: 32 } });
  });

  const inWords = (story: readonly Happening[], variant: string | null) =>
    story.map((one) => (one.type === 'RunStarted' ? { ...one, variant } : one));
  const wordings = async () => (await designerFigures({ reports, db: test.db }, outline, null, time)).wordings;

  it('are counted apart by wording, tries under way left out on each side', async () => {
    for (let i = 0; i < 30; i++) await happens(stories.leavesAtOnce);
    for (let i = 0; i < 20; i++) await happens(stories.finishes);
    for (let i = 0; i < 12; i++) await happens(inWords(stories.leavesAtOnce, 'mots-simples'));
    for (let i = 0; i < 40; i++) await happens(inWords(stories.finishes, 'mots-simples'));
    for (let i = 0; i < 5; i++) await happens(inWords(stories.stillThere, 'mots-simples'));
    const found = await wordings();
    expect(found?.map(({ id, starters, done }) => [id, starters, counted(done.rate)])).toEqual([
      ['', 50, [20, 50]],
      ['mots-simples', 52, [40, 52]],
    ]);
    expect(found?.map(({ screens }) => screens.map(({ arrived, rate }) => [arrived, counted(rate)]))).toEqual([
      [
        [50, [30, 50]],
        [20, [0, 20]],
        [0, 'nobody'],
      ],
      [
        [52, [12, 52]],
        [40, [0, 40]],
        [0, 'nobody'],
      ],
    ]);
    // 60 % against 23 %: the interval is far from 0.
    expect(found?.[1]?.screens[0]?.against?.high).toBeLessThan(-0.15);
    expect((await figures()).starters).toBe(102);
  });

  it('call done the same people together as wording by wording, whichever successful ending they came to', async () => {
    for (const variant of [null, 'mots-simples']) {
      for (let i = 0; i < 14; i++) await happens(inWords(stories.leavesAtOnce, variant));
      for (let i = 0; i < 20; i++) await happens(inWords(stories.finishes, variant));
      for (let i = 0; i < 11; i++) await happens(inWords(stories.finishesLate, variant));
    }
    expect((await wordings())?.map(({ done }) => counted(done.rate))).toEqual([
      [31, 45],
      [31, 45],
    ]);
    expect(counted((await figures()).done)).toEqual([62, 90]);
  });

  it('tell no wording while one of them has ten people, nor what a subtraction would tell', async () => {
    for (let i = 0; i < 40; i++) await happens(stories.finishes);
    for (let i = 0; i < 10; i++) await happens(inWords(stories.finishes, 'mots-simples'));
    expect(await wordings()).toBeNull();
    expect((await figures()).starters).toBe(50);
    for (let i = 0; i < 15; i++) await happens(inWords(stories.leavesAtOnce, 'mots-simples'));
    for (let i = 0; i < 3; i++) await happens(stories.leavesAtOnce);
    // 18 of 68 leave: told. 15 of them in one wording would tell the 3 of the other.
    expect((await figures()).screens[0]).toMatchObject({ arrived: 68, left: { people: 18 } });
    expect((await wordings())?.map(({ screens }) => screens[0]?.rate)).toEqual(['few', 'few']);
  });

  it('cost as many rows to read however many runs there were', async () => {
    for (const variant of [null, 'mots-simples'])
      for (let i = 0; i < 15; i++) await happens(inWords(stories.finishesWrong, variant));
    const rows = (await reports.counts(smallEdition)).length;
    for (const variant of [null, 'mots-simples'])
      for (let i = 0; i < 40; i++) await happens(inWords(stories.finishesWrong, variant));
    expect((await reports.counts(smallEdition)).length).toBe(rows);
  });

  it('say nothing of ten people', async () => {
    for (let i = 0; i < 10; i++) await happens(stories.finishes);
    expect(await figures()).toMatchObject({ starters: null, ranking: [], fields: [] });
  });
});
