import type { z } from 'zod';
import { type Fault, fault } from '../faults/fault.ts';
import { nearest } from '../nearest.ts';
import { type Mended, mend, type Slip } from './mend.ts';
import type { Path, Sourced } from './place.ts';

type Issue = z.core.$ZodIssue;

/** A fault, and the key to change that is all there is to it. */
type Said = Fault & { readonly slip?: Slip };

const list = (keys: readonly string[]) => keys.join('\n');

/** Puts into an issue's message what the sentence needs and zod leaves out: the keys that are allowed. */
export const errorMap: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const shape = (issue.inst as unknown as { _zod?: { def?: { shape?: object } } } | undefined)?._zod?.def?.shape;
  return shape ? list(Object.keys(shape)) : undefined;
};

/** What was read of a value. */
interface Read<T> {
  readonly data: T | null;
  readonly faults: readonly Fault[];
  /** The value that was read instead: misspelt keys were all that was wrong with it. */
  readonly mended: Mended | null;
}

/**
 * Reads a value with a schema; what is wrong becomes faults in French, at their lines. Where keys are misspelt and nothing
 * else is wrong, it is read as it was meant: what stands beside them can be told too.
 */
export function readAs<T>(schema: z.ZodType<T>, raw: Sourced<unknown>, base: Path = []): Read<T> {
  const result = schema.safeParse(raw.data, { error: errorMap });
  if (result.success) return { data: result.data, faults: [], mended: null };
  const said = result.error.issues.flatMap((issue) => sentences(issue, raw, base, []));
  const slips = said.flatMap(({ slip }) => (slip ? [{ ...slip, path: slip.path.slice(base.length) }] : []));
  const mended = mend(raw.data, slips);
  const again = schema.safeParse(mended.data);
  const faults = said.map(({ slip: _, ...each }) => each);
  // A misspelt key is also a missing one: said once.
  const meant = new Set(
    faults.flatMap(({ code, hint }) => (code === 'S002' ? [/« (.+) »/.exec(hint ?? '')?.[1]] : [])),
  );
  return {
    data: again.success ? again.data : null,
    mended: again.success ? mended : null,
    faults: faults.filter(({ code, message }) => code !== 'S003' || !meant.has(/« (.+) »/.exec(message)?.[1])),
  };
}

function sentences(issue: Issue, raw: Sourced<unknown>, base: Path, before: Path): readonly Said[] {
  const path = [...before, ...(issue.path as Path)];
  const spot = raw.at([...base, ...path]);
  const value = valueAt(raw.data, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = issue.message.includes('\n') || !issue.message.includes(' ') ? issue.message.split('\n') : [];
      const present = Object.keys((value ?? {}) as object);
      const free = allowed.filter((each) => !present.includes(each));
      return issue.keys.map((key) => misspelling(raw, [...base, ...path], key, nearest(key, free), allowed));
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

function misspelling(
  raw: Sourced<unknown>,
  path: Path,
  key: string,
  meant: string | undefined,
  allowed: readonly string[],
): Said {
  const said = fault('S002', raw.at([...path, key]), { name: key, near: meant, allowed });
  return { ...said, slip: { path, key, meant } };
}

const isCustom = (message: string) => !/^(Too|Invalid)/.test(message);

/** Of the forms a value may take, speaks of the one it is nearest to. */
function union(
  issue: Issue & { code: 'invalid_union' },
  raw: Sourced<unknown>,
  base: Path,
  path: Path,
): readonly Said[] {
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
    const found = unionOfObjects(
      issue.errors as readonly (readonly Issue[])[],
      value,
      best.inner as readonly Issue[],
      raw,
      [...base, ...path],
    );
    if (found) return found;
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

/** Of several sets of keys, the one that was meant; null when the nearest form speaks for itself. */
function unionOfObjects(
  forms: readonly (readonly Issue[])[],
  value: object,
  best: readonly Issue[],
  raw: Sourced<unknown>,
  path: Path,
): readonly Said[] | null {
  const missing = forms.map((form) => missingKeys(form, value));
  if (missing.some((keys) => keys.length === 0)) return null;
  const keys = Object.keys(value);
  const stranger = (form: readonly Issue[]) =>
    form.flatMap((each) => (each.code === 'unrecognized_keys' && each.path.length === 0 ? each.keys : []));
  // Every key written is known to some forms: they only lack one of these.
  const lacking = forms.flatMap((form, index) =>
    stranger(form).length === 0 && isOwnForm(form, value) ? (missing[index]?.slice(0, 1) ?? []) : [],
  );
  if (lacking.length > 0) return [fault('S003', raw.at(path), { name: [...new Set(lacking)].join(' » ou « ') })];
  // A key nearly right is enough to know the form.
  const lacks = missingKeys(best, value);
  if (stranger(best).some((key) => nearest(key, lacks) !== undefined) && stranger(best).length < keys.length)
    return null;
  const allowed = [...new Set(missing.flatMap((names) => names.slice(0, 1)))].map((key) =>
    key === 'kind' ? 'field' : key,
  );
  const misspelt = keys.map((key) => [key, nearest(key, allowed)] as const).find(([, meant]) => meant !== undefined);
  if (misspelt) return [misspelling(raw, path, misspelt[0], misspelt[1], allowed)];
  return isOwnForm(best, value) && stranger(best).length < keys.length
    ? null
    : [fault('S006', raw.at(path), { keys: keys.join(', ') || 'aucune', allowed })];
}

/** Fields are told apart by `kind`: without it their form says nothing of the other keys, but `field` names it. */
const isOwnForm = (form: readonly Issue[], value: object) =>
  Object.keys(value).length > 0 &&
  (!form.some((each) => each.code === 'invalid_union' && each.errors.length === 0) || 'field' in value);

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
