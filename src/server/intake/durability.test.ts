import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recount } from '../counting/rebuild.ts';
import { dialects, newDatabase, type TestDatabase } from '../testing/databases.ts';
import { smallEdition } from '../testing/ids.ts';
import type { EventsAnswer } from './batch.ts';

const seeds = 24;
const atOnce = 8;
const batchesPerSeed = 60;
const perBatch = 7;

/** A generator of chance that a seed fixes (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

async function startIntake({ settings }: TestDatabase): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../testing/intake-process.ts')], {
    env: {
      ...process.env,
      DATA_DIR: settings.dataDir,
      ...(settings.databaseUrl !== undefined && { DATABASE_URL: settings.databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const port = await new Promise<string>((ready, failed) => {
    child.stdout?.setEncoding('utf8').once('data', (text: string) => ready(text.trim()));
    child.once('exit', () => failed(new Error(`The intake stopped: ${said}`)));
  });
  return { child, origin: `http://127.0.0.1:${port}` };
}

interface Sent {
  readonly run: string;
  readonly events: readonly { readonly seq: number }[];
}

const keysOf = (batches: readonly Sent[]) =>
  batches.flatMap(({ run, events }) => events.map(({ seq }) => `${run} ${seq}`));

/** Batches of several runs; some go on with a run, so that a kill also falls on rows that are being changed. */
function batchesOf(seed: number, random: () => number): Sent[] {
  let run = 0;
  let seq = 0;
  return Array.from({ length: batchesPerSeed }, () => {
    if (random() < 0.4) {
      run += 1;
      seq = 0;
    }
    const events = Array.from({ length: perBatch }, () => ({
      seq: seq++,
      at: seq * 1000,
      type: 'ScreenShown',
      screen: ['accueil', 'declaration', 'aide'][Math.floor(random() * 3)],
    }));
    return { run: (seed * 1000 + run).toString(16).padStart(32, '0'), events };
  });
}

async function send(origin: string, batch: Sent): Promise<EventsAnswer> {
  const body = { ...batch, secret: 'b'.repeat(32), scenario: smallEdition, device: batch.run };
  const answer = await fetch(`${origin}/api/events`, { method: 'POST', body: JSON.stringify(body) });
  return answer.json() as Promise<EventsAnswer>;
}

describe.each(dialects)('killed in the middle, on %s', (dialect) => {
  it(`loses nothing acknowledged and doubles nothing, over ${seeds} seeds`, { timeout: 300_000 }, async () => {
    const open = await newDatabase(dialect);
    const stored = async (batches: readonly Sent[]) => {
      const runs = [...new Set(batches.map(({ run }) => run))];
      const rows = await open.db.kysely.selectFrom('events').select(['run', 'seq']).where('run', 'in', runs).execute();
      return new Set(rows.map(({ run, seq }) => `${run} ${seq}`));
    };
    let before: Sent[] = [];
    let unheard: Sent[] = [];
    try {
      for (let seed = 1; seed <= seeds + 1; seed++) {
        const { child, origin } = await startIntake(open);
        // The devices send again all that they did not hear of, to the next process.
        for (const batch of unheard) await send(origin, batch);
        expect(await stored(before.length > 0 ? before : [{ run: '', events: [] }])).toEqual(new Set(keysOf(before)));

        const random = chance(seed);
        const batches = batchesOf(seed, random);
        const killAfter = 1 + Math.floor(random() * (batchesPerSeed - atOnce - 2));
        const dead = new Promise((done) => child.once('exit', done));
        const queue = [...batches];
        const acknowledged = new Set<Sent>();
        await Promise.all(
          Array.from({ length: atOnce }, async () => {
            for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
              const answer = await send(origin, batch).catch(() => null);
              if (answer === null) return; // the server is gone
              expect(answer).toEqual({ stored: perBatch, refused: [] });
              acknowledged.add(batch);
              if (acknowledged.size === killAfter) child.kill('SIGKILL');
            }
          }),
        );
        await dead;
        const kept = await stored(batches);
        for (const batch of batches) {
          // Stored whole or not at all, and whole if it was acknowledged.
          const there = keysOf([batch]).filter((key) => kept.has(key)).length;
          expect(acknowledged.has(batch) ? [perBatch] : [0, perBatch], `seed ${seed}`).toContain(there);
        }
        expect(acknowledged.size).toBeLessThan(batches.length);
        before = batches;
        unheard = batches.filter((batch) => !acknowledged.has(batch));
      }
      const name = (row: object) => JSON.stringify(row, Object.keys(row).sort());
      const rows = await open.db.kysely.selectFrom('counts').selectAll().where('total', '<>', 0).execute();
      expect(rows.map(name).sort()).toEqual((await recount(open.db)).map(name).sort());
    } finally {
      await open.close();
    }
  });
});
