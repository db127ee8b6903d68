import { hash } from 'node:crypto';
import { checkEvent, type Refusal, type RunEvent } from '#recording';
import type { Batch, BatchRefusal, EventsAnswer, EventsRequest } from './batch.ts';
import type { Intake } from './intake.ts';
import type { PublishedScenarios } from './published.ts';

export interface EventsReply {
  readonly status: 200 | 400 | 403 | 404 | 409 | 413;
  readonly body: EventsAnswer | { readonly refused: BatchRefusal };
}

const statusOf = {
  malformed: 400,
  'wrong-secret': 403,
  'wrong-origin': 403,
  'unknown-scenario': 404,
  'other-scenario': 409,
  'too-large': 413,
} as const satisfies Record<BatchRefusal, number>;

export function refuseBatch(why: BatchRefusal): EventsReply {
  return { status: statusOf[why], body: { refused: why } };
}

/** Most events in one batch: 64 kB hold some 600. */
const mostEvents = 1_000;

/**
 * Answers `POST /api/events`, whatever its body is. An event that is not in the vocabulary is named as refused, so
 * that the device drops it, and the others of its batch are stored all the same.
 */
export async function receiveEvents(
  text: string,
  published: Pick<PublishedScenarios, 'idsOf'>,
  intake: Pick<Intake, 'take'>,
): Promise<EventsReply> {
  const request = readRequest(text);
  if (request === null) return refuseBatch('malformed');
  const ids = await published.idsOf(request.scenario);
  if (ids === null) return refuseBatch('unknown-scenario');

  const events: RunEvent[] = [];
  const refused: { seq: number | null; why: Refusal }[] = [];
  for (const raw of request.events) {
    const checked = checkEvent(raw, request.run, ids);
    if ('event' in checked) events.push(checked.event);
    else refused.push({ seq: checked.seq, why: checked.refused });
  }
  if (events.length === 0) return { status: 200, body: { stored: 0, refused } };

  const taken = await intake.take({ ...identityOf(request), events });
  return 'refused' in taken ? refuseBatch(taken.refused) : { status: 200, body: { stored: taken.stored, refused } };
}

function identityOf({ run, secret, scenario, device, learner, token }: EventsRequest): Omit<Batch, 'events'> {
  return {
    run,
    secretHash: hash('sha256', secret),
    scenario,
    device,
    learner: learner === undefined || token === undefined ? null : { id: learner, tokenHash: hash('sha256', token) },
  };
}

const id = /^[0-9a-f]{32}$/;
const secretForm = /^[0-9a-f]{32,128}$/;
const tokenForm = /^[0-9A-Za-z_-]{16,128}$/;
const keys = new Set(['run', 'secret', 'scenario', 'device', 'learner', 'token', 'events']);

function readRequest(text: string): EventsRequest | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof raw !== 'object' || raw === null || Object.keys(raw).some((key) => !keys.has(key))) return null;
  const { run, secret, scenario, device, learner, token, events } = raw as Record<string, unknown>;
  const fits = (value: unknown, form: RegExp): value is string => typeof value === 'string' && form.test(value);
  if (!fits(run, id) || !fits(device, id) || !fits(secret, secretForm)) return null;
  if (typeof scenario !== 'string' || scenario.length > 200) return null;
  if (!Array.isArray(events) || events.length === 0 || events.length > mostEvents) return null;
  // A learner who cannot be read is nobody's: the events are taken all the same.
  const known = fits(learner, id) && fits(token, tokenForm);
  return { run, secret, scenario, device, events, ...(known && { learner, token }) };
}
