import { fillTemplate, type Scope } from '#engine';

/** A copy of data with every text filled: ids hold no brace, so that only what people read changes. */
export function fillTexts<T>(data: T, scope: Scope): T {
  if (typeof data === 'string') return fillTemplate(data, scope) as T;
  if (Array.isArray(data)) return data.map((each) => fillTexts(each, scope)) as T;
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(Object.entries(data).map(([key, each]) => [key, fillTexts(each, scope)])) as T;
  }
  return data;
}
