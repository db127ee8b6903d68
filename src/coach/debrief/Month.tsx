import { useEffect, useState } from 'react';
import { Badge, Button } from '#components';
import { dayOf, noonOf, showDay } from '#engine';
import { debriefWords as words } from '#i18n';
import styles from './debrief.module.css';
import type { Arrival } from './weeks.ts';

/** A month takes a minute; a longer calendar is told in the same minute. */
const playMs = 60_000;
const monthDays = 30;

/**
 * « Un mois en une minute »: what arrives after the run, day by day. Everything is written at once, for those who read
 * at their own pace or hear it; playing only marks the days as they pass, and is not offered with reduced motion.
 */
export function Month({ arrivals, from }: { readonly arrivals: readonly Arrival[]; readonly from: string }) {
  const days = Math.max(monthDays, ...arrivals.map(({ inDays }) => inDays));
  const [day, setDay] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const [still] = useState(
    () => typeof matchMedia !== 'undefined' && matchMedia('(prefers-reduced-motion: reduce)').matches,
  );

  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setDay((now) => (now ?? 0) + 1), playMs / days);
    return () => clearInterval(timer);
  }, [playing, days]);
  const over = day !== null && day >= days;
  useEffect(() => {
    if (over) setPlaying(false);
  }, [over]);

  if (arrivals.length === 0) return <p>{words.weeksNone}</p>;
  const began = day !== null;
  const shownDay = Math.min(day ?? 0, days);
  const play = () => {
    if (!began || over) setDay(0);
    setPlaying(true);
  };
  const showAll = () => {
    setPlaying(false);
    setDay(null);
  };
  return (
    <div className={styles.month}>
      <p>{words.weeksNote}</p>
      {!still && (
        <div className={styles.player}>
          <div className="row">
            <Button look="secondary" onClick={playing ? () => setPlaying(false) : play}>
              {playing ? words.pause : began && !over ? words.resume : words.play}
            </Button>
            {began && (
              <Button look="quiet" onClick={showAll}>
                {words.showAll}
              </Button>
            )}
          </div>
          {began && (
            <p className={styles.day} aria-hidden="true">
              <span>{showDay(dayOf(noonOf(from) + shownDay * 86_400_000))}</span>
              <span className={styles.bar}>
                <span style={{ inlineSize: `${(shownDay / days) * 100}%` }} />
              </span>
            </p>
          )}
        </div>
      )}
      <ol className={styles.calendar}>
        <li>
          <p className={styles.date}>
            {words.today}, {showDay(from)}
          </p>
          <p>{words.todayEnded}</p>
        </li>
        {arrivals.map((arrival) => (
          <li key={arrival.key} data-state={!began ? 'all' : arrival.inDays <= shownDay ? 'here' : 'later'}>
            <p className={styles.date}>{showDay(dayOf(arrival.at))}</p>
            <p>{arrival.say}</p>
            {arrival.message && (
              <details className={styles.message}>
                <summary>{words.read[arrival.message.channel]}</summary>
                <div className={styles.letter}>
                  <Badge tone="plain">{words.training}</Badge>
                  <p>{arrival.message.from}</p>
                  <p>
                    <strong>{arrival.message.subject}</strong>
                  </p>
                  {arrival.message.lines.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </div>
              </details>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
