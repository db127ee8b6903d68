/**
 * Stands in for `@msw/url` in the browser (alias in astro.config.mjs): it matches addresses with patterns written in
 * words, and ours is a regular expression, which MSW matches by itself. Saves 2 kB compressed.
 */
export function matchPattern(pattern: string): never {
  throw new Error(`Addresses of the fake services are regular expressions, not "${pattern}".`);
}
