import { describe, expect, it } from 'vitest';
import { purgeDaily } from './purge-daily.ts';

const nothing = { runs: 0, learners: 0, groups: 0 };
const reportsOf = (purge: (days: number) => Promise<typeof nothing>) => ({ purge }) as never;
const settled = () => new Promise((done) => setImmediate(done));

describe('purgeDaily', () => {
  it('purges at start and once a day, by the days of the settings, and says what it took', async () => {
    const asked: number[] = [];
    const said: unknown[] = [];
    let spans: readonly unknown[] = [];
    let next = () => {};
    let stopped = false;
    const stop = purgeDaily(
      {
        reports: reportsOf(async (days) => {
          asked.push(days);
          return asked.length === 2 ? { runs: 4, learners: 1, groups: 0 } : nothing;
        }),
        config: { keepDays: 90 },
      },
      { info: (...words) => void said.push(words), error: (...words) => void said.push(words) },
      (ms, work) => {
        spans = [...spans, ms];
        next = work;
        return () => {
          stopped = true;
        };
      },
    );
    await settled();
    expect([asked, said, spans]).toEqual([[90], [], [24 * 60 * 60 * 1000]]);
    next();
    await settled();
    expect(asked).toEqual([90, 90]);
    expect(said).toEqual([['Données trop anciennes rendues anonymes', { essais: 4, apprenants: 1, groupes: 0 }]]);
    stop();
    expect(stopped).toBe(true);
  });

  it('says that it failed, and lives on', async () => {
    const said: string[] = [];
    const failing = reportsOf(() => Promise.reject(new Error('base occupée')));
    purgeDaily(
      { reports: failing, config: { keepDays: 365 } },
      { info: () => {}, error: (words) => void said.push(words) },
      () => () => {},
    );
    await settled();
    expect(said).toEqual(['Les données trop anciennes n’ont pas pu être rendues anonymes']);
  });
});
