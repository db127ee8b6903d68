import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Happening, RunEvent } from '#recording';
import { detect } from './detect.ts';
import { episodesOf } from './episodes.ts';
import { advance } from './silence.ts';
import { type Detector, newDetector, stateOf } from './state.ts';
import { hearEvent, type Told, tell } from './tell.ts';

const screen = fc.constantFrom('a', 'b', 'c');
const field = fc.constantFrom('n', 'm', 'g/p.k.-2');

const happening: fc.Arbitrary<Happening> = fc.oneof(
  screen.map((on): Happening => ({ type: 'ScreenShown', screen: on })),
  fc.tuple(screen, field, fc.constantFrom('right', 'other', 'mistake', 'empty'), fc.integer({ min: 1, max: 3 })).map(
    ([on, at, found, ordinal]): Happening => ({
      type: 'EntryCommitted',
      screen: on,
      field: at,
      class: found,
      ordinal,
      ...(found === 'mistake' ? { mistake: 'x' } : {}),
    }),
  ),
  fc
    .tuple(screen, field)
    .map(([on, at]): Happening => ({ type: 'EntryRefused', screen: on, field: at, rule: 'malformed' })),
  fc
    .tuple(screen, field, fc.constantFrom('FieldEntered', 'TypingStarted', 'FieldErased', 'OptionChanged'))
    .map(([on, at, type]): Happening => ({ type, screen: on, field: at })),
  screen.map((on): Happening => ({ type: 'ActionTaken', screen: on, action: 'go' })),
  screen.map((on): Happening => ({ type: 'OperationAnswered', screen: on, operation: 'x.y', outcome: 'no' })),
  screen.map((on): Happening => ({ type: 'InertClicked', screen: on, target: 'disabled' })),
  fc.constantFrom<Happening>(
    { type: 'PageHidden' },
    { type: 'PageShown' },
    { type: 'RunResumed' },
    { type: 'RunReset' },
    { type: 'ClockJumped', ms: 900_000 },
    { type: 'WentBack', screen: 'a' },
    { type: 'HelpClosed', screen: 'a' },
    { type: 'HandRaised', screen: 'a' },
    { type: 'HandLowered', screen: 'a' },
    { type: 'HintShown', screen: 'a', field: 'n', rung: 'what', asked: true },
    { type: 'RunLeft', screen: 'a', reason: 'unsaid' },
  ),
);

/** A run: happenings with the gaps between them. */
const run = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 120_000 }), happening), { maxLength: 60 })
  .map((steps): readonly RunEvent[] => {
    let at = 0;
    return steps.map(([gap, what], seq) => {
      at += gap;
      return { run: 'd'.repeat(32), seq, at, ...what };
    });
  });

const end = (events: readonly RunEvent[]) => (events.at(-1)?.at ?? 0) + 1000;

/** As the device does: a tick every second while the page is there, episodes recorded as they open and close. */
function onDevice(events: readonly RunEvent[]): readonly RunEvent[] {
  const stream: RunEvent[] = [];
  let detector: Detector = newDetector;
  let told: Told = null;
  const add = (happened: Happening, at: number) => {
    const event: RunEvent = { run: 'd'.repeat(32), seq: stream.length, at, ...happened };
    stream.push(event);
    const heard = hearEvent(detector, told, event);
    detector = heard.detector;
    told = heard.told;
    for (const derived of heard.happenings) add(derived, at);
  };
  let tick = 0;
  for (const { run: _run, seq: _seq, at, ...what } of events) {
    if (what.type === 'RunResumed') tick = at;
    for (; tick < at; tick += 1000) {
      detector = advance(detector, tick);
      const said = tell(detector, told);
      told = said.told;
      for (const derived of said.happenings) add(derived, tick);
    }
    add(what, at);
  }
  return stream;
}

describe('the detector', () => {
  it('takes any stream, and its episodes are in order and apart', () => {
    fc.assert(
      fc.property(run, (events) => {
        const found = advance(events.reduce(detect, newDetector), end(events));
        expect(['progressing', 'difficulty', 'stuck', 'gone']).toContain(stateOf(found));
        for (const [index, episode] of found.episodes.entries()) {
          expect(episode.rules.length).toBeGreaterThan(0);
          expect(episode.closed ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(episode.opened);
          const before = found.episodes[index - 1];
          if (before) expect(episode.opened - before.opened).toBeGreaterThanOrEqual(30_000);
          if (before) expect(before.closed).not.toBeNull();
        }
      }),
    );
  });

  it('finds the same whatever the order, the repeats and the ticks', () => {
    fc.assert(
      fc.property(run, fc.integer({ min: 400, max: 50_000 }), (events, step) => {
        const plain = episodesOf(events);
        expect(episodesOf([...events].reverse())).toEqual(plain);
        expect(episodesOf([...events, ...events])).toEqual(plain);
        let detector = newDetector;
        for (const event of events) {
          // Nothing ticks between closing the page and coming back.
          const awake = event.type !== 'RunResumed';
          for (let at = detector.at; awake && at < event.at; at += step) detector = advance(detector, at);
          detector = detect(detector, event);
        }
        expect(detector.episodes).toEqual(plain.map(({ run: _, ...episode }) => episode));
      }),
      { numRuns: 100 },
    );
  });

  it('ignores derived events, wherever they stand', () => {
    fc.assert(
      fc.property(run, fc.array(fc.nat(), { maxLength: 8 }), (events, places) => {
        const noisy: RunEvent[] = [...events];
        for (const place of places) {
          const index = place % (noisy.length || 1);
          // The page was closed until it came back: nothing was derived at that instant, but before it closed.
          const at = (noisy[index]?.type === 'RunResumed' ? noisy[index - 1]?.at : noisy[index]?.at) ?? 0;
          const derived: Happening =
            place % 2 === 0
              ? { type: 'StuckOpened', screen: 'b', field: null, rules: ['wandering'] }
              : { type: 'StuckClosed', screen: 'b', field: null };
          noisy.splice(index, 0, { run: 'd'.repeat(32), seq: 0, at, ...derived });
        }
        const numbered = noisy.map((event, seq) => ({ ...event, seq }));
        if (events.length > 0) expect(episodesOf(numbered)).toEqual(episodesOf(events));
      }),
    );
  });

  it('agrees with what the device recorded: same episodes, the clock’s second aside', () => {
    fc.assert(
      fc.property(run, (events) => {
        const stream = onDevice(events);
        const recorded = stream.flatMap((event) => (event.type === 'StuckOpened' ? [event] : []));
        const found = episodesOf(stream);
        expect(found).toEqual(episodesOf(events));
        expect(recorded.map((event) => ({ screen: event.screen, field: event.field, rules: event.rules }))).toEqual(
          found.map((episode) => ({ screen: episode.screen, field: episode.field, rules: episode.rules })),
        );
        for (const [index, { at }] of recorded.entries()) {
          const opened = found[index]?.opened ?? Number.NaN;
          expect(at - opened).toBeGreaterThanOrEqual(0);
          expect(at - opened).toBeLessThanOrEqual(1000);
        }
      }),
      { numRuns: 100 },
    );
  });
});
