import type { Chance } from '../../src/coach/simulated/chance.ts';

/** Texts that have broken other programs: keys of prototypes, formulas, marks that turn a line around, numbers at the edge. */
export const hostile: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  "=cmd|'/c calc'!A1",
  '<script>alert(1)</script>',
  "'; drop table runs; --",
  '\u202etxt.exe',
  '\u0000',
  '\ud800',
  '👩‍👩‍👧‍👦'.repeat(50),
  'é'.normalize('NFD').repeat(100),
  '2550814168025',
  '../../etc/passwd',
  '$'.concat('{process.exit(1)}'),
  'x'.repeat(10_000),
];

const odd: readonly unknown[] = [null, true, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 53, [], {}, '', [[]], '0'];

/** JSON data with one thing of it changed: a value, a key, an order, a place. */
export function mutateData(chance: Chance, data: unknown): unknown {
  const copy: unknown = structuredClone(data);
  const places: (readonly [owner: Record<string, unknown>, key: string])[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      places.push([value as Record<string, unknown>, key]);
      visit((value as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  if (places.length === 0) return chance.pick(odd);
  const [owner, key] = chance.pick(places);
  const set = (name: string, value: unknown): void => {
    owner[name] = value;
  };
  chance.pick([
    () => {
      delete owner[key];
    },
    () => set(key, chance.pick(odd)),
    () => set(key, chance.pick(hostile)),
    () => set(chance.pick(hostile), owner[key]),
    () => set(key, [owner[key], owner[key]]),
    () => set(key, structuredClone(chance.pick(places)[0])),
    () => set(key, typeof owner[key] === 'number' ? (owner[key] as number) * -1 - 1 : `${JSON.stringify(owner[key])} `),
  ])();
  return copy;
}

/** A text with one thing of it changed: cut short, a sign lost or changed, a piece said twice or moved. */
export function mutateText(chance: Chance, text: string): string {
  const at = Math.floor(chance.unit() * text.length);
  const to = Math.min(text.length, at + Math.floor(chance.unit() * 40));
  return chance.pick([
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + String.fromCharCode(Math.floor(chance.unit() * 300)) + text.slice(at + 1),
    () => text.slice(0, to) + text.slice(at),
    () => text.slice(0, at) + chance.pick(hostile) + text.slice(at),
    () => text.slice(to) + text.slice(0, to),
    () => text.slice(0, at) + text.slice(to),
    () =>
      text.slice(0, at) +
      chance.pick(['{', '}', '[', ']', '"', ':', '\n', '\t', ',', '&a ', '*a', '!!js ', '- ', '#']) +
      text.slice(at),
  ])();
}
