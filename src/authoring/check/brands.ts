/**
 * What only the State, a service or a firm may put on its pages: the one list, for scenario files (marks.ts) and for built
 * pages (tests/built). A name in a sentence is no mark: « La Banque Postale » may stand on a bank's paper, not in a drawing.
 */

/** Words and signs of the State's identity. */
const state =
  /république\s+française|liberté\W{0,3}égalité\W{0,3}fraternité|bloc[\s-]marque|\bDSFR\b|@gouvfr|\bmarianne\b|\u{1F1EB}\u{1F1F7}/iu;

/** Names that make a logo when they stand in a drawing: the services replicated, and those that forms often show beside them. */
const names =
  /france\s?connect|france\s?travail|france\s?titres|france\s?identité|p[oô]le\s?emploi|\b(?:ants|caf|ameli|msa|impots|google|apple|android|microsoft|facebook|meta|whatsapp|instagram|youtube|linkedin|paypal|visa|mastercard|la\s?poste|la\s?banque\s?postale|crédit\s?(?:agricole|mutuel|lyonnais)|bnp|société\s?générale|orange|sfr|bouygues|free)\b/iu;

interface Palette {
  /** « La couleur … est exactement celle de … ». */
  readonly of: string;
  readonly colours: readonly string[];
}

const palettes: readonly Palette[] = [
  {
    // Published: tokens of the State's design system 1.15, greys aside, which are everybody's.
    of: "l'État",
    colours: '000091 e1000f e3e3fd 6a6af4 1212ff f5f5fe 0063cb 18753c b34000 ce0500'.split(' '),
  },
  // Assumed: read from an icon made by others, about 2020.
  { of: 'la Caf', colours: '0f6baf afc2e1'.split(' ') },
  // Assumed: those of a sister service, about 2022.
  { of: 'France Travail', colours: '0065db 262c65 1e2c59 e20000 ff6237'.split(' ') },
];

/** A mark of the State in a text, or null. */
export const markIn = (text: string): string | null => state.exec(text)?.[0] ?? null;

/** A mark of the State, or a firm's or a service's name, in the markup of a drawing; null when there is none. */
export const logoIn = (drawing: string): string | null => markIn(drawing) ?? names.exec(drawing)?.[0] ?? null;

const ofTheDevice = /^(?:[\d.]+\w*\s+)*(?:Arial|Helvetica|system-ui|sans-serif|serif|monospace|inherit)$/i;

/** What a drawing brings that is not drawn: a picture, or a font by its name; null when there is neither. */
export function broughtIn(drawing: string): { readonly name: string; readonly value: string } | null {
  const families = /font(?:-family)?\s*[:=]\s*["']?([^"';>]+)/i.exec(drawing)?.[1]?.split(',') ?? [];
  const font = families.map((each) => each.trim()).find((each) => !ofTheDevice.test(each));
  if (font !== undefined) return { name: 'font-family', value: font };
  const picture = /<(?:image|foreignObject|feImage)\b[^>]*>?|\burl\(\s*["']?(?!#)[^)]*/i.exec(drawing)?.[0];
  return picture === undefined ? null : { name: 'image', value: picture.slice(0, 60) };
}

/** A colour that is exactly one of a real service's, as six digits (with or without opacity) or in parts; null when none is. */
export function colourIn(text: string): { readonly value: string; readonly of: string } | null {
  for (const [value, six, red, green, blue] of text.matchAll(
    /#([\da-f]{6})(?:[\da-f]{2})?\b|\brgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)[^)]*\)?/gi,
  )) {
    const hex = six ?? [red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
    const palette = palettes.find(({ colours }) => colours.includes(hex.toLowerCase()));
    if (palette) return { value, of: palette.of };
  }
  return null;
}
