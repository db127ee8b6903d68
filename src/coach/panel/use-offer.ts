import { type RefObject, useEffect, useRef, useState } from 'react';
import { mayOffer } from '../offer.ts';

/** Opens an offer of help when an episode opens, hands are still and the last offer is old enough. */
export function useOffer(episode: number | null, elapsed: () => number, lastKey: RefObject<number>, allowed: boolean) {
  const [open, setOpen] = useState(false);
  const last = useRef<{ episode: number | null; at: number | null }>({ episode: null, at: null });
  const [, look] = useState(0);
  useEffect(() => {
    if (episode === null || !allowed) return setOpen(false);
    const now = elapsed();
    const { episode: lastEpisode, at: lastOffer } = last.current;
    if (mayOffer({ episode, lastEpisode, lastOffer, lastKey: lastKey.current, now })) {
      last.current = { episode, at: now };
      setOpen(true);
      return;
    }
    // Too early, or hands are moving: look again in a second.
    const timer = episode === lastEpisode ? undefined : setTimeout(() => look((count) => count + 1), 1000);
    return () => clearTimeout(timer);
  });
  return { open, dismiss: () => setOpen(false) };
}
