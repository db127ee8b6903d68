import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Colours declared by the first rule that opens with this selector. */
function palette(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6}|[\d ]+);/g)].map(([, name, value]) => [name, value]),
  );
}

const light = palette("[data-theme='light']");
const dark = palette("[data-theme='dark']");
const deviceDark = palette("  :root:not([data-theme='light'])");

/** WCAG 2.2 relative luminance and contrast of two "#rrggbb". */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Ink, the grounds it is used on, and what WCAG asks: 4.5 for text, 3 for borders of controls and the focus ring. */
const pairs: readonly (readonly [string, readonly string[], number])[] = [
  ['ink', ['ground', 'surface', 'sunk', 'accent-soft', 'info-soft', 'success-soft', 'warning-soft', 'error-soft'], 7],
  ['ink-soft', ['ground', 'surface', 'sunk'], 4.5],
  ['accent', ['ground', 'surface', 'sunk', 'accent-soft'], 4.5],
  ['accent-hover', ['ground', 'surface', 'accent-soft'], 4.5],
  ['accent-ink', ['accent', 'accent-hover'], 4.5],
  ['info', ['ground', 'surface', 'info-soft'], 4.5],
  ['success', ['ground', 'surface', 'success-soft'], 4.5],
  ['warning', ['ground', 'surface', 'warning-soft'], 4.5],
  ['error', ['ground', 'surface', 'error-soft'], 4.5],
  ['line-strong', ['ground', 'surface'], 3],
  ['focus', ['ground', 'surface', 'sunk'], 3],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s colours', (_theme, colours) => {
  const cases = pairs.flatMap(([ink, grounds, least]) => grounds.map((ground) => [ink, ground, least] as const));
  it.each(cases)('%s on %s reads at %d or more', (ink, ground, least) => {
    expect(contrast(colours[ink] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

it('gives the device and the switch the same dark colours', () => {
  expect(Object.keys(dark).length).toBeGreaterThan(15);
  expect(deviceDark).toEqual(dark);
  expect(Object.keys(light)).toEqual(Object.keys(dark));
});

it('prints light, whatever the device or the switch says', () => {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const darkRules = [...bare.matchAll(/@media ([^{]+)\{\s*(:root:not\([^)]*\)|\[data-theme=.dark.\])/g)];
  expect(darkRules.map(([, media]) => media?.trim().startsWith('screen'))).toEqual([true, true]);
  expect([...bare.matchAll(/^\s*color-scheme: dark/gm)]).toHaveLength(2);
});
