import { eventCatalogue, type IdKind, type Shape } from './catalogue.ts';
import type { RunEvent } from './event.ts';
import type { ScenarioIds } from './scenario-ids.ts';

/** Why an event was refused: a closed list, sent back to the device and counted; never what the event held. */
export type Refusal =
  | 'not-an-object'
  | 'wrong-run'
  | 'wrong-number' // seq, at or a count is not a safe integer of 0 or more
  | 'unknown-type'
  | 'unknown-key'
  | 'missing-key'
  | 'unknown-id'
  | 'not-in-list';

export type Checked =
  | { readonly event: RunEvent }
  /** `seq` when it could be read: the device drops that event. */
  | { readonly refused: Refusal; readonly seq: number | null };

/**
 * Judges one event as it arrived. A string passes only if it is an identifier of the scenario named by `ids` or a
 * member of a closed list: nothing that a person typed can get through. The event returned is built anew from the
 * known keys, in the catalogue's order.
 */
export function checkEvent(raw: unknown, run: string, ids: ScenarioIds): Checked {
  if (!isRecord(raw)) return { refused: 'not-an-object', seq: null };
  const seq = isCount(raw['seq']) ? raw['seq'] : null;
  if (seq === null || !isCount(raw['at'])) return { refused: 'wrong-number', seq };
  // A batch carries its run once; an event that names one must name the same.
  if (raw['run'] !== undefined && raw['run'] !== run) return { refused: 'wrong-run', seq };
  const type = raw['type'];
  if (typeof type !== 'string' || !Object.hasOwn(eventCatalogue.events, type)) return { refused: 'unknown-type', seq };
  const shapes = eventCatalogue.events[type] as Readonly<Record<string, Shape>>;
  for (const key in raw) {
    if (key !== 'run' && key !== 'seq' && key !== 'at' && key !== 'type' && !Object.hasOwn(shapes, key)) {
      return { refused: 'unknown-key', seq };
    }
  }
  const event: Record<string, unknown> = { run, seq, at: raw['at'], type };
  for (const key in shapes) {
    const shape = shapes[key] as Shape;
    const value = raw[key];
    if (value === undefined) {
      if (shape.optional) continue;
      return { refused: 'missing-key', seq };
    }
    const refused = refusalOf(value, shape, raw, ids);
    if (refused !== null) return { refused, seq };
    event[key] = value;
  }
  return { event: event as unknown as RunEvent };
}

function refusalOf(
  value: unknown,
  shape: Shape,
  raw: Readonly<Record<string, unknown>>,
  ids: ScenarioIds,
): Refusal | null {
  if (value === null) return shape.nullable ? null : 'not-in-list';
  switch (shape.is) {
    case 'count':
      return isCount(value) ? null : 'wrong-number';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'not-in-list';
    case 'one-of':
      return shape.values.includes(value as string) ? null : 'not-in-list';
    case 'some-of': {
      if (!Array.isArray(value) || value.length > shape.values.length) return 'not-in-list';
      return value.every((one) => shape.values.includes(one)) ? null : 'not-in-list';
    }
    case 'id':
      return typeof value === 'string' && isKnown(shape.of, value, raw, ids) ? null : 'unknown-id';
  }
}

function isKnown(kind: IdKind, value: string, raw: Readonly<Record<string, unknown>>, ids: ScenarioIds): boolean {
  const screen = typeof raw['screen'] === 'string' ? own(ids.screens, raw['screen']) : undefined;
  switch (kind) {
    case 'scenario':
      return value === `${ids.id}@${ids.hash}`;
    case 'screen':
      return screen !== undefined;
    case 'field':
      return screen !== undefined && Object.hasOwn(screen.fields, value);
    case 'mistake': {
      const field = typeof raw['field'] === 'string' ? raw['field'] : '';
      return screen !== undefined && (own(screen.fields, field)?.includes(value) ?? false);
    }
    case 'action':
      return screen?.actions.includes(value) ?? false;
    case 'operation':
      return Object.hasOwn(ids.operations, value);
    case 'outcome': {
      const operation = typeof raw['operation'] === 'string' ? raw['operation'] : '';
      return own(ids.operations, operation)?.includes(value) ?? false;
    }
    case 'ending':
      return ids.endings.includes(value);
    case 'paper':
      return ids.papers.includes(value);
    case 'message':
      return ids.messages.includes(value);
    case 'persona':
      return ids.personas.includes(value);
    case 'variant':
      return ids.variants.includes(value);
  }
}

/** `record[key]` without the prototype: "constructor" is not a screen. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
