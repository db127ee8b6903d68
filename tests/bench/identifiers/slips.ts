import type { Chance } from '../../../src/coach/simulated/chance.ts';

/** A text as a hurried finger types it: one slip, or two. */
export function slip(chance: Chance, text: string): string {
  return chance.whether(0.7) ? once(chance, text) : once(chance, once(chance, text));
}

function once(chance: Chance, text: string): string {
  const places = [...text].flatMap((sign, at) => (/[\p{L}\d]/u.test(sign) ? [at] : []));
  const at = chance.pick(places);
  const sign = text[at] ?? '';
  const neighbour = /\d/.test(sign) ? chance.pick([...'0123456789']) : chance.pick([...'abcdefghijklmnopqrstuvwxyz']);
  const cut = (from: number, to: number, middle: string): string => text.slice(0, from) + middle + text.slice(to);
  return chance.pick([
    () => cut(at, at + 1, neighbour),
    () => cut(at, at + 1, ''),
    () => cut(at, at, neighbour),
    () => cut(at, at + 1, sign + sign),
    () => cut(at, at + 2, `${text[at + 1] ?? ''}${sign}`),
  ])();
}
