import { fillTemplate, type Scope } from '#engine';

/** Data with every text filled: ids hold no brace, so that only what people read changes. What stays is not copied. */
export function fillTexts<T>(data: T, scope: Scope): T {
  if (typeof data === 'string') return fillTemplate(data, scope) as T;
  if (typeof data !== 'object' || data === null) return data;
  let filled = data;
  for (const key in data) {
    const each = fillTexts(data[key], scope);
    if (each === data[key]) continue;
    if (filled === data) filled = (Array.isArray(data) ? [...data] : { ...data }) as T & object;
    filled[key] = each;
  }
  return filled;
}
