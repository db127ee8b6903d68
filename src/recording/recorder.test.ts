import { describe, expect, it } from 'vitest';
import type { RunEvent } from './event.ts';
import { createRecorder } from './recorder.ts';

const run = '0'.repeat(32);

describe('createRecorder', () => {
  it('numbers without gaps, dates on the clock given, hands each event to the outbox and to who listens', () => {
    let now = 5_000;
    const kept: [RunEvent, object][] = [];
    const heard: RunEvent[] = [];
    const outbox = { add: (event: RunEvent, key: object) => void kept.push([event, key]) };
    const recorder = createRecorder({ run, secret: 's', startedAt: 5_000, now: () => now, outbox });
    const stop = recorder.subscribe((event) => heard.push(event));
    recorder.record({ type: 'ScreenShown', screen: 'accueil' });
    now = 6_500;
    recorder.record({ type: 'PageHidden' });
    stop();
    recorder.record({ type: 'PageShown' });
    expect(kept.map(([event]) => event)).toEqual([
      { run, seq: 0, at: 0, type: 'ScreenShown', screen: 'accueil' },
      { run, seq: 1, at: 1500, type: 'PageHidden' },
      { run, seq: 2, at: 1500, type: 'PageShown' },
    ]);
    expect(kept[0]?.[1]).toEqual({ id: run, secret: 's' });
    expect(heard.map(({ seq }) => seq)).toEqual([0, 1]);
  });

  it('never lets time go down when the clock is set back, and goes on from where a reload left off', () => {
    let now = 10_000;
    const recorder = createRecorder({ run, secret: 's', startedAt: 0, now: () => now, from: { seq: 7, at: 20_000 } });
    expect(recorder.record({ type: 'RunResumed' })).toMatchObject({ seq: 7, at: 20_000 });
    now = 25_000;
    expect(recorder.record({ type: 'PageHidden' }).at).toBe(25_000);
    now = 3;
    expect(recorder.record({ type: 'PageShown' }).at).toBe(25_000);
    expect(recorder.next).toEqual({ seq: 10, at: 25_000 });
  });

  it('numbers what a listener records in answer after what it answers to', () => {
    const recorder = createRecorder({ run, secret: 's', startedAt: 0, now: () => 1 });
    const numbers: string[] = [];
    recorder.subscribe((event) => {
      numbers.push(`${event.seq} ${event.type}`);
      if (event.type === 'HelpOpened') recorder.record({ type: 'StuckClosed', screen: 'a', field: null });
    });
    const others: number[] = [];
    recorder.subscribe(({ seq }) => others.push(seq));
    recorder.record({ type: 'HelpOpened', screen: 'a', field: null });
    expect(others).toEqual([0, 1]);
    expect(numbers).toEqual(['0 HelpOpened', '1 StuckClosed']);
  });
});
