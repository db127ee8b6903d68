import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileLibrary, readLibrary } from '#authoring';
import { fixtureContracts } from '../../src/authoring/fixtures/contract.ts';
import type { Database } from '../../src/server/database/database.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import { openSqlite } from '../../src/server/database/sqlite.ts';
import type { EventsAnswer } from '../../src/server/intake/batch.ts';
import { receiveEvents } from '../../src/server/intake/receive.ts';
import { fuzzBatches, type Receiver } from './batches.ts';
import { type HttpReply, openDoor } from './door.ts';
import { fuzzScenarios } from './scenarios.ts';
import { faultsOfBatches, faultsOfScenarios } from './verdict.ts';

const library = readLibrary('src/authoring/fixtures/scenarios');

/** A share of `npm run fuzz`, which does a hundred thousand. */
describe('what no device and no author would send', () => {
  let db: Database;
  beforeAll(async () => {
    db = openSqlite(':memory:');
    await migrate(db.kysely);
  });
  afterAll(() => db.close());

  it('batches: no crash, one clear refusal, nothing stored that is not in the vocabulary, right figures', async () => {
    const found = await fuzzBatches(db, 3_000, 7);
    expect(faultsOfBatches(found)).toEqual([]);
    expect(found.sent).toBe(3_000);
    for (const status of ['200', '400', '403', '404', '413']) expect(found.answers[status], status).toBeGreaterThan(5);
    // Every one, sound ones included, has got its answer from a receiver.
    expect(Object.values(found.answers).reduce((sum, n) => sum + n, 0)).toBe(found.sent + found.sound);
  });

  it('rubbish that got in would be seen', async () => {
    const [run] = await db.kysely.selectFrom('runs').select('id').limit(1).execute();
    await db.kysely
      .insertInto('events')
      .values({
        run: run?.id ?? '',
        seq: 9_999,
        at: 0,
        type: 'ScreenShown',
        body: '{"screen":"2550814168025"}',
        received: 0,
      })
      .execute();
    const found = await fuzzBatches(db, 1, 7);
    expect(found.rubbish).toEqual([expect.stringContaining('2550814168025')]);
  });

  it('scenario files: no crash, and every fault says where and what', () => {
    const found = fuzzScenarios(library, fixtureContracts, 250, 7);
    expect(faultsOfScenarios(found)).toEqual([]);
    expect(found.refused).toBeGreaterThan(150);
    expect(found.sound).toBeGreaterThan(5);
  });
});

/** One batch in a hundred is received otherwise. */
describe('a receiver of batches made to fail is caught', () => {
  let db: Database;
  beforeAll(async () => {
    db = openSqlite(':memory:');
    await migrate(db.kysely);
  });
  afterAll(() => db.close());
  const faultsWith = async (receiver: Partial<Receiver>, count = 400) =>
    faultsOfBatches(await fuzzBatches(db, count, 7, { receive: receiveEvents, door: openDoor, ...receiver }));
  const oneInAHundred = (broken: Receiver['receive']): Receiver['receive'] => {
    let turn = 0;
    return (...asked) => (turn++ % 100 === 50 ? broken(...asked) : receiveEvents(...asked));
  };

  it.each<[string, Receiver['receive']]>([
    ['crashes', () => Promise.reject(new TypeError('x is not iterable'))],
    ['gives a reason nobody knows', async () => ({ status: 400, body: { refused: 'parce que' as 'malformed' } })],
    ['repeats what was sent', async (text) => ({ status: 400, body: { refused: text as 'malformed' } })],
    ['says yes and not to what', async () => ({ status: 200, body: {} as EventsAnswer })],
    [
      'names no reason',
      async () => ({ status: 200, body: { stored: 0, refused: [{ seq: 0, why: 'x' as 'wrong-run' }] } }),
    ],
  ])('it %s', async (_, broken) => {
    expect(await faultsWith({ receive: oneInAHundred(broken) })).toContainEqual(
      expect.stringMatching(/^no clear answer: /),
    );
  });

  it.each<[string, HttpReply]>([
    ['takes one that is too large', { status: 200, body: { stored: 0, refused: [] } }],
    ['refuses it as something else', { status: 400, body: { refused: 'malformed' } }],
    ['breaks', { status: 500, body: null }],
  ])('its door %s', async (_, reply) => {
    const door = async () => ({ send: async () => reply, close: async () => undefined });
    expect(await faultsWith({ door })).toContainEqual(expect.stringMatching(/^no clear answer: /));
  });

  it('it keeps what it was sent: memory grows', async () => {
    const kept: unknown[] = [];
    const keep = (...more: unknown[]) => void kept.push(...more);
    const objects: Receiver['receive'] = (...asked) => {
      keep(asked[0], Array.from({ length: 20_000 }, Math.random));
      return receiveEvents(...asked);
    };
    expect(await faultsWith({ receive: objects })).toEqual([expect.stringMatching(/^memory grew by \d/)]);
    const buffers: Receiver['receive'] = (...asked) => {
      keep(Buffer.alloc(200_000));
      return receiveEvents(...asked);
    };
    expect(await faultsWith({ receive: buffers })).toEqual([expect.stringMatching(/^memory grew by \d/)]);
    expect(kept.length).toBeGreaterThan(400);
    expect(await faultsWith({})).toEqual([]);
  });

  it('it counts one thing twice: the figures are not those of the events', async () => {
    const twice = oneInAHundred(async (...asked) => {
      await db.kysely
        .updateTable('counts')
        .set(({ eb }) => ({ total: eb('total', '+', 1) }))
        .where('total', '>', 0)
        .execute();
      return receiveEvents(...asked);
    });
    expect(await faultsWith({ receive: twice })).toEqual(['the figures are not those of the events']);
  });
});

describe('a reader of scenario files made to fail is caught', () => {
  const sound: Compiling = compileLibrary;
  const faultsWith = (compile: Compiling) =>
    faultsOfScenarios(fuzzScenarios(library, fixtureContracts, 40, 7, compile));
  const withFault =
    (more: object): Compiling =>
    (...asked) => {
      const compiled = sound(...asked);
      return { ...compiled, faults: compiled.faults.map((fault) => ({ ...fault, ...more })) };
    };

  it.each<[string, Compiling]>([
    ['crashes', (...asked) => (asked[0].size > 0 ? raise() : sound(...asked))],
    ['does not say where', withFault({ line: 0 })],
    ['does not say what', withFault({ message: '' })],
    ['has no code for it', withFault({ code: 'oops' })],
  ])('it %s', (_, compile) => {
    expect(faultsWith(compile)).toContainEqual(expect.stringMatching(/^no clear fault: /));
  });

  it('it keeps what it read: memory grows', () => {
    const kept: unknown[] = [];
    const leaky: Compiling = (...asked) => {
      kept.push(Array.from({ length: 200_000 }, Math.random));
      return sound(...asked);
    };
    expect(faultsWith(leaky)).toEqual([expect.stringMatching(/^memory grew by \d/)]);
    expect(kept.length).toBe(40);
    expect(faultsWith(sound)).toEqual([]);
  });
});

type Compiling = typeof compileLibrary;
const raise = (): never => {
  throw new RangeError('Maximum call stack size exceeded');
};
