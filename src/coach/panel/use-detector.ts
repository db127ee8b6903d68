import { useEffect, useRef, useState } from 'react';
import type { Happening, RunEvent } from '#recording';
import { detect } from '../detector/detect.ts';
import { advance } from '../detector/silence.ts';
import { type Detector, newDetector, openEpisode, recordedEpisode } from '../detector/state.ts';
import { hearEvent, type Told, tell } from '../detector/tell.ts';

/**
 * Runs the detector over the run's events and the clock, and records the episodes it opens and closes. Returns when
 * the open one opened (ms of the run), null when there is none.
 */
export function useDetector(
  events: readonly RunEvent[] | undefined,
  elapsed: () => number,
  record: (happening: Happening) => void,
): number | null {
  const detector = useRef<Detector>(newDetector);
  const read = useRef(0);
  const run = useRef<string | undefined>(undefined);
  // Run time and page time at the last event: the present run time is known between events without another clock.
  const anchor = useRef({ at: 0, page: 0 });
  // The episode last told, so that it is told once; after a reload, the one that the stream says is open.
  const told = useRef<Told>(null);
  const recorder = useRef(record);
  recorder.current = record;
  const [opened, setOpened] = useState<number | null>(null);

  useEffect(() => {
    if (!events || events.length === 0) return;
    const say = (happenings: readonly Happening[]) => {
      for (const happening of happenings) recorder.current(happening);
      setOpened(openEpisode(detector.current)?.opened ?? null);
    };
    // Starting again is another run.
    const id = events[0]?.run;
    if (id !== run.current) {
      run.current = id;
      read.current = 0;
      detector.current = newDetector;
      told.current = null;
    }
    const fresh = events.slice(read.current);
    if (fresh.length > 0) {
      const said: Happening[] = [];
      if (read.current === 0) {
        // What happened before the panel was there is known, not told again.
        detector.current = fresh.reduce(detect, detector.current);
        const heard = tell(detector.current, recordedEpisode(detector.current));
        told.current = heard.told;
        said.push(...heard.happenings);
      } else {
        for (const event of fresh) {
          const heard = hearEvent(detector.current, told.current, event);
          detector.current = heard.detector;
          told.current = heard.told;
          said.push(...heard.happenings);
        }
      }
      read.current = events.length;
      anchor.current = { at: events.at(-1)?.at ?? 0, page: elapsed() };
      say(said);
    }
    const timer = setInterval(() => {
      const { at, page } = anchor.current;
      detector.current = advance(detector.current, at + elapsed() - page);
      const heard = tell(detector.current, told.current);
      told.current = heard.told;
      say(heard.happenings);
    }, 1000);
    return () => clearInterval(timer);
  }, [events, elapsed]);
  return opened;
}
