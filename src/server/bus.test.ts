import { describe, expect, inject, it } from 'vitest';
import { freshDatabase } from '../../tests/support/postgres.ts';
import { createLocalBus, createSharedBus } from './bus.ts';
import type { TouchedRun } from './intake/take.ts';

const runs = (count: number): TouchedRun[] =>
  Array.from({ length: count }, (_, at) => ({
    run: String(at).padStart(32, '0'),
    learner: 'l'.repeat(32),
    scenario: 'demo/petite@0123456789ab',
  }));

describe('the bus', () => {
  it('tells who listens in this process, until they stop', () => {
    const bus = createLocalBus();
    const heard: (readonly TouchedRun[])[] = [];
    const stop = bus.onTouched((list) => heard.push(list));
    bus.publish(runs(2));
    bus.publish([]);
    stop();
    bus.publish(runs(1));
    expect(heard).toEqual([runs(2)]);
  });

  it('tells the other processes on the same PostgreSQL, in notices that fit, and this one once', async () => {
    const own = await freshDatabase(inject('postgresUrl'));
    const [here, there] = [await createSharedBus(own.url), await createSharedBus(own.url)];
    const heardHere: TouchedRun[] = [];
    here.onTouched((list) => heardHere.push(...list));
    const all = new Promise<readonly TouchedRun[]>((done) => {
      const heard: TouchedRun[] = [];
      there.onTouched((list) => {
        heard.push(...list);
        if (heard.length >= 100) done(heard);
      });
    });
    here.publish(runs(100));
    expect(await all).toEqual(runs(100));
    expect(heardHere).toEqual(runs(100));
    await here.close();
    await there.close();
    await own.drop();
  });
});
