import { type Membership, mostEvents, packBatch, readVerdict } from './batch.ts';
import type { RunEvent } from './event.ts';
import { newId } from './id.ts';
import { inTime } from './in-time.ts';
import { memoryStore, type OutboxStore, openStore, type SentRun } from './outbox-store.ts';

/** A run, and what proves that it is this device's. */
export interface RunKey {
  readonly id: string;
  readonly secret: string;
}

/** Events on their way to the server. What the server has not acknowledged stays on the device. */
export interface Outbox {
  /** Keeps an event and sends it soon. Never fails: recording must not disturb practising. */
  add(event: RunEvent, run: RunKey): void;
  /** `seq` of the next event of a run and `at` of the last, as kept: where a recorder goes on after a reload. */
  position(run: string): Promise<{ readonly seq: number; readonly at: number }>;
  /** Waits for what was added to be kept, then sends what it can. Resolves when the server has answered, or cannot be reached. */
  flush(): Promise<void>;
  /** How many events the server has not acknowledged. */
  waiting(): Promise<number>;
  /** Stops sending; what is kept stays. */
  close(): void;
}

export interface OutboxOptions {
  /** Where to send: "/api/events". */
  readonly endpoint?: string;
  readonly name?: string;
  /** Read before each batch: a learner may join in the middle of a run. */
  readonly membership?: () => Membership | null;
  readonly fetch?: typeof fetch;
  readonly beacon?: (url: string, body: string) => boolean;
  readonly now?: () => number;
  /** Calls back after so many ms; returns how to stop. */
  readonly after?: (ms: number, work: () => void) => () => void;
  readonly makeId?: () => string;
  /** From 0 to 1, to spread retries out. */
  readonly random?: () => number;
  /** Where `online`, `pagehide` and `visibilitychange` are heard; null: nowhere. */
  readonly page?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> | null;
  readonly store?: () => Promise<OutboxStore>;
  /** Resolves when what a press leads to can be seen: writing waits for it. */
  readonly painted?: () => Promise<unknown>;
}

/** Events gather this long before they are sent, ms; a trainer sees a raised hand within two seconds. */
const gather = 800;
const firstWait = 2_000;
const longestWait = 5 * 60_000;
/** How long a sender that says nothing more keeps others from sending, ms. */
const term = 10_000;
/** An edition that the server does not know is tried again after this long, ms. */
const unknownWait = 10 * 60_000;

/** Opens the outbox of this device; in memory where the browser refuses to store. */
export function openOutbox(options: OutboxOptions = {}): Outbox {
  const endpoint = options.endpoint ?? '/api/events';
  const send = options.fetch ?? ((url, init) => fetch(url, init));
  const beacon = options.beacon ?? ((url, body) => navigator.sendBeacon?.(url, body) ?? false);
  const now = options.now ?? Date.now;
  const makeId = options.makeId ?? newId;
  const random = options.random ?? Math.random;
  const membership = () => options.membership?.() ?? null;
  const page = options.page === undefined ? globalThis : options.page;
  const after =
    options.after ??
    ((ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    });
  const painted = options.painted ?? nextPaint;
  const tab = makeId();
  const store = inTime((options.store ?? (() => openStore(options.name ?? 'replique-outbox')))()).catch(memoryStore);
  let kept: Promise<unknown> = store;
  /** Added, and not being written yet. */
  let queue: { readonly run: RunKey; readonly events: RunEvent[] }[] = [];
  let sending: Promise<void> | null = null;
  let stopTimer: (() => void) | null = null;
  let due = Number.POSITIVE_INFINITY;
  let wait = firstWait;
  let notBefore = 0;
  let closed = false;
  /** Ready for a page that goes away, when there is no time left to read the store. */
  let last: { readonly run: SentRun; readonly device: string; readonly events: RunEvent[] } | null = null;

  const sendIn = (asked: number): void => {
    const ms = Math.max(asked, notBefore - now());
    if (closed || now() + ms >= due) return;
    stopTimer?.();
    due = now() + ms;
    stopTimer = after(ms, () => {
      due = Number.POSITIVE_INFINITY;
      stopTimer = null;
      void flush();
    });
  };

  const keep = async (): Promise<void> => {
    await painted();
    const open = await store;
    const taken = queue;
    queue = [];
    for (const each of taken) await write(open, each).catch(() => undefined);
  };

  const write = async (open: OutboxStore, { run, events: more }: (typeof queue)[number]): Promise<void> => {
    const moved = await open.add(more, run);
    const device = last?.device ?? (await open.device(makeId));
    const events = last?.run.id === run.id ? last.events : [];
    last = { run: moved, device, events: [...events, ...more] };
  };

  const flush = async (): Promise<void> => {
    await kept;
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  };

  const sendAll = async (): Promise<void> => {
    const open = await store;
    try {
      if (closed || !(await open.lease(tab, now() + term, now()))) return sendIn(term);
      const device = await open.device(makeId);
      for (const run of await open.waiting()) {
        if (run.scenario === '' || (run.later ?? 0) > now()) continue;
        while (!closed && (await sendOne(open, run, device))) await open.lease(tab, now() + term, now());
      }
      wait = firstWait;
      notBefore = 0;
    } catch {
      // No network, or a server that has no time: all is kept. Spread out, so that a room does not come back as one.
      wait = Math.min(wait * 2, longestWait);
      const delay = wait * (0.5 + random() / 2);
      notBefore = now() + delay;
      // What was due sooner would only fail sooner.
      stopTimer?.();
      due = Number.POSITIVE_INFINITY;
      sendIn(delay);
    } finally {
      await open.lease(tab, 0, now()).catch(() => undefined);
    }
  };

  /** Sends the oldest events of a run. True when there may be more; throws when the server could not take them. */
  const sendOne = async (open: OutboxStore, run: SentRun, device: string): Promise<boolean> => {
    const events = await open.events(run.id, mostEvents);
    if (events.length === 0) return false;
    const { body, taken } = packBatch(run, device, events, membership());
    const answer = await send(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: true,
    });
    const verdict = await readVerdict(answer);
    if (verdict === 'keep') throw new Error('Not taken');
    if (verdict === 'later') {
      // An edition they have not published: other runs need not wait.
      await open.postpone(run.id, now() + unknownWait);
      sendIn(unknownWait);
      return false;
    }
    const gone = new Set(taken.map(({ seq }) => seq));
    await open.remove(run.id, [...gone]);
    if (last?.run.id === run.id) last = { ...last, events: last.events.filter(({ seq }) => !gone.has(seq)) };
    return true;
  };

  const online = (): void => {
    wait = firstWait;
    notBefore = 0;
    void flush();
  };
  /** The page may never come back: what is kept goes now, and is sent again should nobody have heard it. */
  const leave = (): void => {
    if (last === null || last.run.scenario === '') return;
    const { run, device } = last;
    const events = [...last.events, ...queue.flatMap((more) => (more.run.id === run.id ? more.events : []))];
    if (events.length > 0) beacon(endpoint, packBatch(run, device, events, membership()).body);
  };
  const hide = (): void => {
    if (typeof document !== 'undefined' && document.visibilityState === 'hidden') leave();
  };
  page?.addEventListener('online', online);
  page?.addEventListener('pagehide', leave);
  page?.addEventListener('visibilitychange', hide);
  sendIn(gather); // what an earlier page could not send

  return {
    add(event, run) {
      const open = queue.at(-1);
      if (open?.run.id === run.id) open.events.push(event);
      else queue.push({ run, events: [event] });
      if (queue.length === 1 && queue[0]?.events.length === 1) kept = kept.then(keep).catch(() => undefined);
      const urgent =
        event.type === 'RunEnded' ||
        event.type === 'RunLeft' ||
        event.type === 'HandRaised' ||
        event.type === 'StuckOpened';
      sendIn(urgent ? 0 : gather);
    },
    async position(run) {
      await kept;
      const known = await (await store).run(run);
      return { seq: known?.seq ?? 0, at: known?.at ?? 0 };
    },
    flush,
    async waiting() {
      await kept;
      const open = await store;
      let count = 0;
      for (const { id } of await open.waiting()) count += (await open.events(id, 2 ** 32 - 1)).length;
      return count;
    },
    close() {
      closed = true;
      stopTimer?.();
      page?.removeEventListener('online', online);
      page?.removeEventListener('pagehide', leave);
      page?.removeEventListener('visibilitychange', hide);
      void store.then((open) => open.close());
    },
  };
}

/** On a poor phone what a press leads to is drawn after about so long, ms. Writing would hold it up. */
const answering = 100;

/** A page that is hidden draws no frame: it does not wait. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestAnimationFrame !== 'function' || document.visibilityState === 'hidden') return resolve();
    const timer = setTimeout(resolve, 200 + answering);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(timer);
        resolve();
      }, answering),
    );
  });
}
