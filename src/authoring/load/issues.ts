import type { z } from 'zod';
import { type Fault, fault } from '../fault.ts';
import { nearest } from '../nearest.ts';
import type { Path, Sourced } from './place.ts';

type Issue = z.core.$ZodIssue;

const list = (keys: readonly string[]) => keys.join('\n');

/** Puts into an issue's message what the sentence needs and zod leaves out: the keys that are allowed. */
export const errorMap: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const shape = (issue.inst as unknown as { _zod?: { def?: { shape?: object } } } | undefined)?._zod?.def?.shape;
  return shape ? list(Object.keys(shape)) : undefined;
};

/** Reads a value with a schema; what is wrong becomes faults in French, at their lines. */
export function readAs<T>(
  schema: z.ZodType<T>,
  raw: Sourced<unknown>,
  base: Path = [],
): { data: T | null; faults: readonly Fault[] } {
  const result = schema.safeParse(raw.data, { error: errorMap });
  if (result.success) return { data: result.data, faults: [] };
  return { data: null, faults: result.error.issues.flatMap((issue) => sentences(issue, raw, base, [])) };
}

function sentences(issue: Issue, raw: Sourced<unknown>, base: Path, before: Path): readonly Fault[] {
  const path = [...before, ...(issue.path as Path)];
  const spot = raw.at([...base, ...path]);
  const value = valueAt(raw.data, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = issue.message.includes('\n') || !issue.message.includes(' ') ? issue.message.split('\n') : [];
      const present = Object.keys((value ?? {}) as object);
      return issue.keys.map((key) =>
        fault('S002', raw.at([...base, ...path, key]), {
          name: key,
          near: nearest(
            key,
            allowed.filter((each) => !present.includes(each)),
          ),
          allowed,
        }),
      );
    }
    case 'invalid_type':
      if (value === undefined) return [fault('S003', spot, { name: String(path.at(-1)) })];
      return [fault('S004', spot, { expected: typeNames[issue.expected] ?? issue.expected, got: describe(value) })];
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (value === undefined) return [fault('S003', spot, { name: String(path.at(-1)) })];
      return [fault('S005', spot, { name: String(value), near: nearest(String(value), allowed), allowed })];
    }
    case 'invalid_union':
      return union(issue, raw, base, path);
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) =>
        sentences({ ...inner, path: [] } as Issue, { ...raw, data: path.at(-1) }, [...base, ...path], []),
      );
    case 'too_small':
      return [
        fault('S007', spot, {
          detail:
            issue.origin === 'string' && !isCustom(issue.message)
              ? 'un texte vide ne dit rien'
              : isCustom(issue.message)
                ? issue.message
                : 'il en faut au moins un',
        }),
      ];
    default:
      return [fault('S007', spot, { detail: issue.message })];
  }
}

const isCustom = (message: string) => !/^(Too|Invalid)/.test(message);

/** Of the forms a value may take, speaks of the one it is nearest to. */
function union(
  issue: Issue & { code: 'invalid_union' },
  raw: Sourced<unknown>,
  base: Path,
  path: Path,
): readonly Fault[] {
  const value = valueAt(raw.data, path);
  const spot = raw.at([...base, ...path]);
  if (issue.errors.length === 0) {
    const key = String(path.at(-1));
    const allowed = ((issue as { options?: readonly unknown[] }).options ?? []).map(String);
    if (value === undefined) return [fault('S003', spot, { name: key })];
    return [fault('S005', spot, { name: String(value), near: nearest(String(value), allowed), allowed })];
  }
  const scored = issue.errors.map((inner) => ({
    inner,
    score: inner.reduce((sum, each) => sum + weight(each as Issue, value), 0),
  }));
  const best = scored.reduce((a, b) => (b.score < a.score ? b : a));
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const first = issue.errors.map((inner) => missingKeys(inner as readonly Issue[], value));
    if (first.every((keys) => keys.length > 0) && best.score > 1) {
      const keys = Object.keys(value);
      const allowed = [...new Set(first.flatMap((names) => names.slice(0, 1)))];
      const misspelt = keys
        .map((key) => [key, nearest(key, allowed)] as const)
        .find(([, meant]) => meant !== undefined);
      if (misspelt)
        return [
          fault('S002', raw.at([...base, ...path, misspelt[0]]), { name: misspelt[0], near: misspelt[1], allowed }),
        ];
      return [fault('S006', spot, { keys: keys.join(', ') || 'aucune', allowed })];
    }
  }
  if (best.inner.every((each) => each.code === 'invalid_type' && each.path.length === 0)) {
    const expected = [
      ...new Set(
        scored
          .flatMap(({ inner }) => inner)
          .flatMap((each) =>
            each.code === 'invalid_type' && each.path.length === 0 ? [typeNames[each.expected] ?? each.expected] : [],
          ),
      ),
    ];
    return [fault('S004', spot, { expected: expected.join(' ou '), got: describe(value) })];
  }
  return best.inner.flatMap((each) => sentences(each as Issue, raw, base, path));
}

/** How far an issue is from the right form: a wrong type at the root is very far, a deep slip is near. */
function weight(issue: Issue, value: unknown): number {
  if (issue.code === 'unrecognized_keys') return issue.path.length === 0 ? issue.keys.length * 2 : 1;
  if (issue.code === 'invalid_type' && issue.path.length === 0) return 100;
  if (issue.code === 'invalid_union' && issue.path.length === 0)
    return Math.min(
      100,
      ...issue.errors.map((inner) => inner.reduce((sum, each) => sum + weight(each as Issue, value), 0)),
    );
  if (issue.path.length === 1 && valueAt(value, issue.path as Path) === undefined) return 3;
  return 1;
}

function missingKeys(issues: readonly Issue[], value: unknown): readonly string[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'invalid_union' && issue.path.length === 0 && issue.errors.length > 0) {
      const inner = issue.errors.map((each) => missingKeys(each as readonly Issue[], value));
      return inner.every((keys) => keys.length > 0) ? inner.flatMap((keys) => keys.slice(0, 1)) : [];
    }
    return issue.path.length === 1 && valueAt(value, issue.path as Path) === undefined ? [String(issue.path[0])] : [];
  });
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste',
  object: 'des clés et leurs valeurs',
  record: 'des clés et leurs valeurs',
  null: 'rien',
};

function describe(value: unknown): string {
  if (value === undefined || value === null) return 'rien';
  if (Array.isArray(value)) return 'une liste';
  if (typeof value === 'object') return 'des clés et leurs valeurs';
  return `« ${String(value)} »`;
}

export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) value = (value as Record<string | number, unknown> | null | undefined)?.[key];
  return value;
}
