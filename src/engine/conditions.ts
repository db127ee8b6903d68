import type { Condition, Facts } from './condition.ts';

/** Whether a condition holds. Absent, it does. A list on either side means « one of these ». */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  if (!condition) return true;
  return Object.entries(condition).every(([key, wanted]) => {
    if (key === 'all' && isConditions(wanted)) return wanted.every((part) => holds(part, facts));
    if (key === 'any' && isConditions(wanted)) return wanted.some((part) => holds(part, facts));
    if (key === 'not' && isCondition(wanted)) return !holds(wanted, facts);
    const has = facts[key];
    const values =
      typeof wanted === 'boolean' ? [wanted ? 'oui' : 'non'] : typeof wanted === 'string' ? [wanted] : wanted;
    return (
      Array.isArray(values) && values.some((value) => (typeof has === 'object' ? has.includes(value) : has === value))
    );
  });
}

/** The facts that a condition reads, with the values it compares each to. */
export function factsRead(condition: Condition | undefined): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (fact: string, values: readonly string[]) =>
    found.set(fact, [...new Set([...(found.get(fact) ?? []), ...values])]);
  for (const [key, wanted] of Object.entries(condition ?? {})) {
    const parts = isConditions(wanted) ? wanted : key === 'not' && isCondition(wanted) ? [wanted] : null;
    if (parts) for (const part of parts) for (const [fact, values] of factsRead(part)) add(fact, values);
    else if (typeof wanted === 'boolean') add(key, ['oui', 'non']);
    else add(key, typeof wanted === 'string' ? [wanted] : (wanted as readonly string[]));
  }
  return found;
}

function isConditions(value: unknown): value is readonly Condition[] {
  return Array.isArray(value) && value.every(isCondition);
}

function isCondition(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
