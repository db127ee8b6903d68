import { checkEvent, eventCatalogue } from '#recording';
import { chance } from '../../src/coach/simulated/chance.ts';
import { readCounts } from '../../src/server/counting/counts.ts';
import { rebuildCounts } from '../../src/server/counting/rebuild.ts';
import type { Database } from '../../src/server/database/database.ts';
import { largestBody } from '../../src/server/intake/batch.ts';
import { createIntake } from '../../src/server/intake/intake.ts';
import { type EventsReply, receiveEvents } from '../../src/server/intake/receive.ts';
import { smallEdition, smallScenario } from '../../src/server/testing/ids.ts';
import { bodiesFrom } from './bodies.ts';
import { type HttpReply, openDoor } from './door.ts';
import { memoryWatch } from './memory.ts';

/** What became of batches that no device of ours would send. */
export interface BatchFuzz {
  /** Really changed, and really sent. */
  readonly sent: number;
  /** Sound ones sent among them. */
  readonly sound: number;
  /** How many were answered with each status. */
  readonly answers: Readonly<Record<string, number>>;
  /** Rows of events that are not, to the letter, in the closed vocabulary. */
  readonly rubbish: readonly string[];
  /** Answers that are not one clear refusal, or throw. */
  readonly unclear: readonly string[];
  /** Whether the figures kept equal those counted anew from the events. */
  readonly counts: 'right' | 'wrong';
  /** Growth of what the process holds between the middle and the end, MB. */
  readonly growth: number;
}

/** The receiver that is tried: the real one, unless a test breaks it. */
export interface Receiver {
  readonly receive: typeof receiveEvents;
  /** Over HTTP, where bodies are measured before they are read. */
  readonly door: typeof openDoor;
}
const real: Receiver = { receive: receiveEvents, door: openDoor };

const published = { idsOf: async (name: string) => (name === smallEdition ? smallScenario : null) };
const refusals = /^(malformed|wrong-secret|unknown-scenario|other-scenario|too-large|wrong-origin)$/;
const reasons = /^(not-an-object|wrong-run|wrong-number|unknown-type|unknown-key|missing-key|unknown-id|not-in-list)$/;

/**
 * Sends `count` malformed, truncated, oversized, replayed, reordered and hostile batches, made from real ones, to the real
 * intake over a real database: those that are too large by HTTP, the others straight to what reads them.
 */
export async function fuzzBatches(
  db: Database,
  count: number,
  seed: number,
  { receive, door }: Receiver = real,
): Promise<BatchFuzz> {
  const draw = chance(seed);
  const intake = createIntake(
    db,
    () => 1_000_000,
    () => undefined,
  );
  const http = await door(published, intake);
  const body = bodiesFrom(draw, seed);
  const answers: Record<string, number> = {};
  const unclear: string[] = [];
  const memory = memoryWatch(count);
  let sent = 0;
  let sound = 0;
  while (sent < count) {
    const { text, changed } = body();
    const large = Buffer.byteLength(text) > largestBody;
    try {
      const reply = await (large ? http.send(text, draw.whether(0.5)) : receive(text, published, intake));
      answers[reply.status] = (answers[reply.status] ?? 0) + 1;
      if (!(large ? isTooLarge(reply) : isClear(reply as EventsReply)) && unclear.length < 10)
        unclear.push(`${JSON.stringify(reply)} to ${text.slice(0, 200)}`);
    } catch (error) {
      if (unclear.length < 10) unclear.push(`${String(error)} at ${text.slice(0, 200)}`);
    }
    if (changed) memory.at(sent++);
    else sound += 1;
  }
  await http.close();
  await intake.close();
  const rubbish = await rubbishIn(db);
  return { sent, sound, answers, rubbish, unclear, counts: await recount(db), growth: memory.growth() };
}

const isTooLarge = ({ status, body }: HttpReply): boolean =>
  status === 413 && JSON.stringify(body) === '{"refused":"too-large"}';

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
