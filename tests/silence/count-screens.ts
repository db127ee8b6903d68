import type { Scenario } from '#engine';
import type { Book } from './hands.ts';

/**
 * Each screen of the catalogue was played after something was typed, and nothing else was: the titles of those that were
 * only opened, because nobody can type before them (`bare`).
 */
export function countScreens(
  { id, screens }: Scenario,
  { played, faults }: Book,
  bare: readonly string[],
): readonly string[] {
  const opened = Object.values(screens).filter((screen) => {
    const typed = played.get(`${id} ${screen.id}`);
    if (typed === undefined) faults.push(`Not played: ${id} ${screen.id}`);
    if (typed === false && !bare.includes(screen.id)) faults.push(`Nothing was typed before: ${id} ${screen.id}`);
    return typed === false;
  });
  for (const key of played.keys())
    if (key.startsWith(`${id} `) && !Object.hasOwn(screens, key.slice(id.length + 1)))
      faults.push(`Played and not in the catalogue: ${key}`);
  return opened.map(({ title }) => title);
}
