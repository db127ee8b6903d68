import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { RunEvent } from './event.ts';
import { type OutboxOptions, openOutbox } from './outbox.ts';
import { memoryStore } from './outbox-store.ts';

const key = { id: 'a'.repeat(32), secret: 'b'.repeat(32) };
const opening: RunEvent = {
  run: key.id,
  seq: 0,
  at: 0,
  type: 'RunStarted',
  scenario: 'demo/petite@0123456789ab',
  persona: 'amina',
  variant: null,
  level: 'guide-moi',
  conditions: [],
  screenSize: 'phone',
  pointer: 'touch',
};
const shown = (seq: number): RunEvent => ({ run: key.id, seq, at: seq * 10, type: 'ScreenShown', screen: 'accueil' });
const story = (length: number): RunEvent[] => [
  opening,
  ...Array.from({ length: length - 1 }, (_, at) => shown(at + 1)),
];

let names = 0;
let ids = 0;

/** A server that keeps what it is sent, and timers and a page that the test moves. */
function scene() {
  const received = new Map<string, object>();
  const bodies: { text: string; json: { events: { seq: number }[]; run: string; learner?: string } }[] = [];
  const world = {
    now: 1_000_000,
    mood: 'fine' as 'fine' | 'offline' | 'silent' | 'busy' | 'hotel' | 'unknown' | 'theft',
    timers: [] as { at: number; work: () => void }[],
    page: new EventTarget(),
    beacons: [] as string[],
  };
  const take = (text: string) => {
    const json = JSON.parse(text);
    bodies.push({ text, json });
    for (const event of json.events) received.set(`${json.run} ${event.seq}`, event);
    return json.events.length;
  };
  const options: OutboxOptions = {
    name: `outbox-${++names}`,
    now: () => world.now,
    random: () => 0,
    makeId: () => (++ids).toString(16).padStart(32, '0'),
    page: world.page,
    after(ms, work) {
      const timer = { at: world.now + ms, work };
      world.timers.push(timer);
      return () => void world.timers.splice(world.timers.indexOf(timer), 1);
    },
    async fetch(_url, init) {
      if (world.mood === 'offline') throw new TypeError('Failed to fetch');
      if (world.mood === 'busy') return new Response('', { status: 503 });
      if (world.mood === 'hotel') return new Response('<h1>Bienvenue au wifi</h1>');
      if (world.mood === 'unknown') return Response.json({ refused: 'unknown-scenario' }, { status: 404 });
      if (world.mood === 'theft') return Response.json({ refused: 'wrong-secret' }, { status: 403 });
      const stored = take(String(init?.body));
      if (world.mood === 'silent') throw new TypeError('The answer was lost');
      return Response.json({ stored, refused: [] });
    },
    beacon(_url, body) {
      world.beacons.push(body);
      return true;
    },
  };
  /** Lets time pass: every timer that is due goes off, in order. */
  const pass = (ms: number) => {
    const until = world.now + ms;
    for (;;) {
      const next = world.timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      world.timers.splice(world.timers.indexOf(next), 1);
      world.now = next.at;
      next.work();
    }
    world.now = until;
  };
  const seqs = () => [...received.keys()].map((name) => Number(name.split(' ')[1])).sort((a, b) => a - b);
  return { world, options, received, bodies, pass, seqs };
}

const upTo = (length: number) => Array.from({ length }, (_, at) => at);

describe('the outbox', () => {
  it('sends what it is given in small batches, each standing alone, and forgets what was acknowledged', async () => {
    const { options, bodies, seqs } = scene();
    const outbox = openOutbox({ ...options, membership: () => ({ learner: 'l', token: 't' }) });
    for (const event of story(2_000)) outbox.add(event, key);
    await outbox.flush();
    expect(seqs()).toEqual(upTo(2_000));
    for (const { text, json } of bodies) {
      expect(new Blob([text]).size).toBeLessThan(50_000);
      expect(json).toMatchObject({ run: key.id, scenario: 'demo/petite@0123456789ab', learner: 'l', token: 't' });
    }
    expect(await outbox.waiting()).toBe(0);
    expect(await outbox.position(key.id)).toEqual({ seq: 2_000, at: 19_990 });
    outbox.close();
  });

  it('gathers events for a moment, but not a raised hand', async () => {
    const { options, world, pass, seqs } = scene();
    const outbox = openOutbox(options);
    outbox.add(opening, key);
    await outbox.waiting();
    expect(seqs()).toEqual([]);
    pass(1_000);
    await outbox.flush();
    expect(seqs()).toEqual([0]);
    outbox.add({ run: key.id, seq: 1, at: 5, type: 'HandRaised', screen: 'accueil' }, key);
    expect(world.timers.map(({ at }) => at - world.now)).toEqual([0]);
    outbox.close();
  });

  it('keeps a whole run made without network, and sends it when the network is back', async () => {
    const { options, world, received, seqs } = scene();
    world.mood = 'offline';
    const outbox = openOutbox(options);
    for (const event of story(120)) outbox.add(event, key);
    await outbox.flush();
    expect(received.size).toBe(0);
    expect(await outbox.waiting()).toBe(120);
    world.mood = 'fine';
    world.page.dispatchEvent(new Event('online'));
    await outbox.flush();
    expect(seqs()).toEqual(upTo(120));
    outbox.close();
  });

  it('keeps all after the tab is killed in mid-flight; the next tab sends it', async () => {
    const { options, world, seqs } = scene();
    const never = new Promise<Response>(() => undefined);
    const killed = openOutbox({ ...options, fetch: () => never, page: null });
    for (const event of story(40)) killed.add(event, key);
    void killed.flush();
    expect(await killed.waiting()).toBe(40);
    // Killed: nothing of it is ever called again, and it still holds the sender's lease.
    const next = openOutbox(options);
    expect(await next.position(key.id)).toEqual({ seq: 40, at: 390 });
    world.now += 60_000;
    await next.flush();
    expect(seqs()).toEqual(upTo(40));
    expect(await next.waiting()).toBe(0);
    next.close();
  });

  it('sends again what was stored when the answer was lost: the server counts it once by its number', async () => {
    const { options, world, bodies, received } = scene();
    world.mood = 'silent';
    const outbox = openOutbox(options);
    for (const event of story(5)) outbox.add(event, key);
    await outbox.flush();
    world.mood = 'fine';
    world.page.dispatchEvent(new Event('online'));
    await outbox.flush();
    expect(bodies).toHaveLength(2);
    expect(bodies[0]?.text).toBe(bodies[1]?.text);
    expect(received.size).toBe(5);
    expect(await outbox.waiting()).toBe(0);
    outbox.close();
  });

  it('lets one tab send at a time', async () => {
    const { options, bodies } = scene();
    let answer: (response: Response) => void = () => undefined;
    const first = openOutbox({ ...options, fetch: () => new Promise((done) => (answer = done)) });
    first.add(opening, key);
    const sending = first.flush();
    expect(await first.waiting()).toBe(1);
    const second = openOutbox(options);
    await second.flush();
    expect(bodies).toHaveLength(0);
    answer(Response.json({ stored: 1, refused: [] }));
    await sending;
    first.close();
    second.close();
  });

  it.each(['busy', 'hotel'] as const)(
    'lets go of nothing on an answer that is not our server’s own: %s',
    async (mood) => {
      const { options, world } = scene();
      world.mood = mood;
      const outbox = openOutbox(options);
      for (const event of story(3)) outbox.add(event, key);
      await outbox.flush();
      expect(await outbox.waiting()).toBe(3);
      outbox.close();
    },
  );

  it('waits longer after each failure, and new events do not hurry it', async () => {
    const { options, world, pass } = scene();
    world.mood = 'busy';
    const outbox = openOutbox(options);
    outbox.add(opening, key);
    const waits: number[] = [];
    for (const seq of [1, 2, 3]) {
      await outbox.flush();
      outbox.add(shown(seq), key);
      expect(world.timers).toHaveLength(1);
      waits.push((world.timers[0]?.at ?? 0) - world.now);
      pass(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([2_000, 4_000, 8_000]);
    outbox.close();
  });

  it('sets a run of an unknown edition aside, and lets others pass', async () => {
    const { options, world, seqs } = scene();
    world.mood = 'unknown';
    const outbox = openOutbox(options);
    outbox.add(opening, key);
    await outbox.flush();
    world.mood = 'fine';
    const other = { id: 'c'.repeat(32), secret: key.secret };
    outbox.add({ ...opening, run: other.id }, other);
    await outbox.flush();
    expect(seqs()).toEqual([0]);
    expect(await outbox.waiting()).toBe(1);
    world.now += 11 * 60_000;
    await outbox.flush();
    expect(await outbox.waiting()).toBe(0);
    outbox.close();
  });

  it('drops what will never be taken, so that it blocks nothing behind it', async () => {
    const { options, world } = scene();
    world.mood = 'theft';
    const outbox = openOutbox(options);
    outbox.add(opening, key);
    await outbox.flush();
    expect(await outbox.waiting()).toBe(0);
    outbox.close();
  });

  it('hands what is left to the browser when the page goes away, and keeps it until it is acknowledged', async () => {
    const { options, world } = scene();
    world.mood = 'offline';
    const outbox = openOutbox(options);
    for (const event of story(3)) outbox.add(event, key);
    await outbox.waiting();
    world.page.dispatchEvent(new Event('pagehide'));
    expect(world.beacons.map((body) => JSON.parse(body).events.length)).toEqual([3]);
    expect(await outbox.waiting()).toBe(3);
    outbox.close();
  });

  it('writes once what was drawn can be seen, together, and loses nothing of a page that goes before', async () => {
    const { options, world } = scene();
    world.mood = 'offline';
    const store = memoryStore();
    const added: number[] = [];
    const add: typeof store.add = (events, run) => {
      added.push(events.length);
      return store.add(events, run);
    };
    let paint = () => {};
    const painted = () =>
      new Promise<void>((resolve) => {
        paint = resolve;
      });
    const outbox = openOutbox({ ...options, painted, store: async () => ({ ...store, add }) });
    outbox.add(opening, key);
    await vi.waitFor(() => {
      paint();
      expect(added).toEqual([1]);
    });
    for (const seq of [1, 2]) outbox.add(shown(seq), key);
    await Promise.resolve();
    expect(added).toEqual([1]);
    world.page.dispatchEvent(new Event('pagehide'));
    expect(world.beacons.map((body) => JSON.parse(body).events.length)).toEqual([3]);
    await vi.waitFor(() => {
      paint();
      expect(added).toEqual([1, 2]);
    });
    outbox.close();
  });

  it('works in memory where the storage never answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { options, seqs } = scene();
    const outbox = openOutbox({ ...options, store: () => new Promise(() => undefined) });
    for (const event of story(10)) outbox.add(event, key);
    const sent = outbox.flush();
    await vi.advanceTimersByTimeAsync(6_000);
    await sent;
    expect(seqs()).toEqual(upTo(10));
    outbox.close();
    vi.useRealTimers();
  });

  it('works in memory where the browser refuses to store', async () => {
    const { options, seqs } = scene();
    const outbox = openOutbox({ ...options, store: () => Promise.reject(new Error('blocked')) });
    for (const event of story(10)) outbox.add(event, key);
    await outbox.flush();
    expect(seqs()).toEqual(upTo(10));
    outbox.close();
  });

  it('keeps the same pseudonym for the device', async () => {
    const { options, bodies } = scene();
    for (const run of ['1', '2']) {
      const outbox = openOutbox(options);
      const own = { id: run.repeat(32), secret: key.secret };
      outbox.add({ ...opening, run: own.id }, own);
      await outbox.flush();
      outbox.close();
    }
    const devices = bodies.map(({ text }) => JSON.parse(text).device);
    expect(devices[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(devices[1]).toBe(devices[0]);
  });
});

describe('the store in memory', () => {
  it('gives events back in the order of their numbers', async () => {
    const store = memoryStore();
    for (const seq of [2, 0, 1]) await store.add([seq === 0 ? opening : shown(seq)], key);
    expect((await store.events(key.id, 2)).map(({ seq }) => seq)).toEqual([0, 1]);
  });
});
