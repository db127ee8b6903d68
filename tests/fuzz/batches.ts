import fc from 'fast-check';
import { checkEvent, eventCatalogue } from '#recording';
import { chance } from '../../src/coach/simulated/chance.ts';
import { readCounts } from '../../src/server/counting/counts.ts';
import { rebuildCounts } from '../../src/server/counting/rebuild.ts';
import type { Database } from '../../src/server/database/database.ts';
import { largestBody } from '../../src/server/intake/batch.ts';
import { createIntake } from '../../src/server/intake/intake.ts';
import { type EventsReply, receiveEvents } from '../../src/server/intake/receive.ts';
import { smallEdition, smallScenario } from '../../src/server/testing/ids.ts';
import { story } from '../../src/server/testing/stories.ts';
import { memoryWatch } from './memory.ts';
import { hostile, mutateData, mutateText } from './mutate.ts';

/** What became of batches that no device of ours would send. */
export interface BatchFuzz {
  readonly sent: number;
  /** How many were answered with each status. */
  readonly answers: Readonly<Record<string, number>>;
  /** Rows of events that are not, to the letter, in the closed vocabulary. */
  readonly rubbish: readonly string[];
  /** Answers that are not one clear refusal, or throw. */
  readonly unclear: readonly string[];
  /** Whether the figures kept equal those counted anew from the events. */
  readonly counts: 'right' | 'wrong';
  /** Growth of the heap between the middle and the end, MB. */
  readonly growth: number;
}

const published = { idsOf: async (name: string) => (name === smallEdition ? smallScenario : null) };
const refusals = /^(malformed|wrong-secret|unknown-scenario|other-scenario|too-large|wrong-origin)$/;
const reasons = /^(not-an-object|wrong-run|wrong-number|unknown-type|unknown-key|missing-key|unknown-id|not-in-list)$/;

/**
 * Sends `count` malformed, truncated, oversized, replayed, reordered and hostile batches, made from real ones, to the real
 * intake over a real database.
 */
export async function fuzzBatches(db: Database, count: number, seed: number): Promise<BatchFuzz> {
  const draw = chance(seed);
  const intake = createIntake(
    db,
    () => 1_000_000,
    () => undefined,
  );
  const stories = fc.sample(story, { seed, numRuns: 300 });
  const answers: Record<string, number> = {};
  const unclear: string[] = [];
  const replays: string[] = [];
  const memory = memoryWatch(count);
  const hex = (): string => Array.from({ length: 32 }, () => draw.pick([...'0123456789abcdef'])).join('');
  const devices = Array.from({ length: 20 }, hex);
  const runs = Array.from({ length: 400 }, () => ({ run: hex(), secret: hex(), device: draw.pick(devices) }));

  const body = (): string => {
    const { events } = draw.pick(stories);
    const from = Math.floor(draw.unit() * events.length);
    const piece = events.slice(from, from + 1 + Math.floor(draw.unit() * 10));
    const batch = { ...draw.pick(runs), scenario: smallEdition, events: piece };
    return draw.pick<() => string>([
      () => JSON.stringify(batch),
      () => JSON.stringify(mutateData(draw, batch)),
      () => JSON.stringify(mutateData(draw, mutateData(draw, mutateData(draw, batch)))),
      () => mutateText(draw, JSON.stringify(batch)),
      () => mutateText(draw, mutateText(draw, JSON.stringify(batch))),
      () => JSON.stringify({ ...batch, events: [...piece].reverse() }),
      () => JSON.stringify({ ...batch, events: [...piece, ...piece] }),
      () => JSON.stringify({ ...batch, secret: hex() }),
      () => JSON.stringify({ ...batch, learner: hex(), token: hex() }),
      () =>
        JSON.stringify({
          ...batch,
          events: Array.from({ length: 1 + Math.floor(draw.unit() * 1200) }, () => piece[0]),
        }),
      () => draw.pick(replays.length > 0 ? replays : [JSON.stringify(batch)]),
      () => draw.pick(hostile),
      () => `${'['.repeat(1000)}${JSON.stringify(batch)}`,
    ])();
  };

  for (let sent = 0; sent < count; sent++) {
    memory.at(sent);
    const text = body();
    if (text.length > largestBody) {
      // The door of the server measures bodies before they are read (serve.test.ts).
      answers['too large'] = (answers['too large'] ?? 0) + 1;
      continue;
    }
    try {
      const reply = await receiveEvents(text, published, intake);
      answers[String(reply.status)] = (answers[String(reply.status)] ?? 0) + 1;
      if (!isClear(reply) && unclear.length < 10) unclear.push(`${JSON.stringify(reply)} to ${text.slice(0, 200)}`);
    } catch (error) {
      if (unclear.length < 10) unclear.push(`${String(error)} at ${text.slice(0, 200)}`);
    }
    if (draw.whether(0.05)) replays[Math.min(replays.length, Math.floor(draw.unit() * 200))] = text;
  }
  await intake.close();
  const rubbish = await rubbishIn(db);
  return { sent: count, answers, rubbish, unclear, counts: await recount(db), growth: memory.growth() };
}

function isClear({ status, body }: EventsReply): boolean {
  if (status !== 200) return 'refused' in body && typeof body.refused === 'string' && refusals.test(body.refused);
  return (
    'stored' in body &&
    Number.isSafeInteger(body.stored) &&
    Array.isArray(body.refused) &&
    body.refused.every(({ seq, why }) => (seq === null || Number.isSafeInteger(seq)) && reasons.test(why))
  );
}

/** Every row read back through the door it came by, and its strings compared with the closed vocabulary. */
async function rubbishIn({ kysely }: Database): Promise<readonly string[]> {
  const found: string[] = [];
  const hex = /^[0-9a-f]{32,64}$/;
  for (const { run, seq, at, type, body } of await kysely.selectFrom('events').selectAll().execute()) {
    const checked = checkEvent({ seq, at, type, ...JSON.parse(body) }, run, smallScenario);
    if (!('event' in checked) || !(type in eventCatalogue.events)) found.push(`event ${run}/${seq}: ${type} ${body}`);
  }
  for (const row of await kysely.selectFrom('runs').selectAll().execute()) {
    const ids = [row.id, row.secret_hash, row.device, row.person, row.learner ?? row.id];
    if (!ids.every((each) => hex.test(each)) || row.scenario !== smallEdition) found.push(`run ${JSON.stringify(row)}`);
  }
  return found.slice(0, 10);
}

async function recount(db: Database): Promise<'right' | 'wrong'> {
  const figures = async (): Promise<string> => {
    const rows = (await readCounts(db.kysely, smallEdition)).filter(({ total }) => total !== 0);
    return JSON.stringify(rows.map((row) => JSON.stringify(row)).sort());
  };
  const kept = await figures();
  await rebuildCounts(db);
  return kept === (await figures()) ? 'right' : 'wrong';
}
