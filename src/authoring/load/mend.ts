import type { Path } from './place.ts';

/** A key that does not exist where it stands, and the one that was meant, if one is near enough. */
export interface Slip {
  /** Of what holds the key. */
  readonly path: Path;
  readonly key: string;
  readonly meant: string | undefined;
}

/** What was read in place of what is written. */
export interface Mended {
  readonly data: unknown;
  /** The path of a part as it is written. */
  written(path: Path): Path;
  /** Names that stand under the keys left out: others may lead to them. */
  readonly lost: ReadonlySet<string>;
}

/** A copy in which misspelt keys are the ones that were meant, and those that nothing is near to are left out. */
export function mend(data: unknown, slips: readonly Slip[]): Mended {
  const lost = new Set<string>();
  const renamed: { readonly path: Path; readonly from: string; readonly to: string }[] = [];
  const copy = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => copy(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    const here = slips.filter((slip) => isSame(slip.path, path));
    const taken = new Set(Object.keys(value));
    const entries = Object.entries(value).flatMap(([key, item]) => {
      const slip = here.find((each) => each.key === key);
      if (!slip) return [[key, copy(item, [...path, key])] as const];
      const to = slip.meant;
      if (to === undefined || taken.has(to)) {
        collect(item, lost);
        return [];
      }
      taken.add(to);
      renamed.push({ path, from: key, to });
      return [[to, copy(item, [...path, key])] as const];
    });
    return Object.fromEntries(entries);
  };
  const written = (path: Path): Path => {
    const found: (string | number)[] = [];
    for (const key of path)
      found.push(renamed.find((each) => each.to === key && isSame(each.path, found))?.from ?? key);
    return found;
  };
  return { data: copy(data, []), written, lost };
}

const isSame = (a: Path, b: Path) => a.length === b.length && a.every((key, index) => key === b[index]);

/** Every key and every word of a value. */
function collect(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) names.add(String(value));
  else
    for (const [key, item] of Object.entries(value)) {
      names.add(key);
      collect(item, names);
    }
}
