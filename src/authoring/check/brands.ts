import type { BrandsYaml } from '../schema/index.ts';

/**
 * What only the State, a service or a firm may put on its pages, for scenario files (marks.ts) and for built pages
 * (tests/built). A name in a sentence is no mark: « La Banque Postale » may stand on a bank's paper, not in a drawing.
 */

/** Words and signs of the State's identity. */
const state =
  /république\s+française|liberté\W{0,3}égalité\W{0,3}fraternité|bloc[\s-]marque|\bDSFR\b|@gouvfr|\bmarianne\b|\u{1F1EB}\u{1F1F7}/iu;

/** A mark of the State in a text, or null. */
export const markIn = (text: string): string | null => state.exec(text)?.[0] ?? null;

const ofTheDevice = /^(?:[\d.]+\w*\s+)*(?:Arial|Helvetica|system-ui|sans-serif|serif|monospace|inherit)$/i;

/** What a drawing brings that is not drawn: a picture, or a font by its name; null when there is neither. */
export function broughtIn(drawing: string): { readonly name: string; readonly value: string } | null {
  const families = /font(?:-family)?\s*[:=]\s*["']?([^"';>]+)/i.exec(drawing)?.[1]?.split(',') ?? [];
  const font = families.map((each) => each.trim()).find((each) => !ofTheDevice.test(each));
  if (font !== undefined) return { name: 'font-family', value: font };
  const picture = /<(?:image|foreignObject|feImage)\b[^>]*>?|\burl\(\s*["']?(?!#)[^)]*/i.exec(drawing)?.[0];
  return picture === undefined ? null : { name: 'image', value: picture.slice(0, 60) };
}

/** What of others is in what is drawn, by the register of their names and colours (scenarios/marques.yaml). */
export interface Brands {
  /** A mark of the State, or a firm's or a service's name, in the markup of a drawing; null when there is none. */
  logoIn(drawing: string): string | null;
  /** A colour that is exactly one of theirs, as six digits (with or without opacity) or in parts; null when none is. */
  colourIn(text: string): { readonly value: string; readonly of: string } | null;
}

/** From here on a name stands in no ordinary word, as « caf » does in « cafetière ». */
const long = 8;

export function brandsOf({ logos, palettes }: Pick<BrandsYaml, 'logos' | 'palettes'>): Brands {
  const patterns = logos.map((name) => {
    const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s?');
    return name.replace(/\s/g, '').length < long ? `(?<![\\p{L}\\d_])${pattern}(?![\\p{L}\\d_])` : pattern;
  });
  const names = new RegExp(patterns.join('|') || '(?!)', 'iu');
  return {
    logoIn: (drawing) => markIn(drawing) ?? names.exec(drawing)?.[0] ?? null,
    colourIn(text) {
      for (const [value, six, red, green, blue] of text.matchAll(
        /#([\da-f]{6})(?:[\da-f]{2})?\b|\brgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)[^)]*\)?/gi,
      )) {
        const hex = six ?? [red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
        const palette = palettes.find(({ colours }) => colours.includes(`#${hex.toLowerCase()}`));
        if (palette) return { value, of: palette.of };
      }
      return null;
    },
  };
}
