import type { Duration } from '#engine';

const parts = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Milliseconds of a duration of fixed length ("PT15M", "P3W"); throws on a month or a year, which have none. */
export function durationMs(duration: Duration): number {
  const match = parts.exec(duration);
  if (!match) throw new Error(`"${duration}" is not a duration of fixed length.`);
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
