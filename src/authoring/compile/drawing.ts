/** What a drawing may not hold: anything that runs, or that reaches outside the file. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/<\s*script/i, 'un script'],
  [/\son[a-z]+\s*=/i, 'un script'],
  [/javascript:/i, 'un script'],
  [/<\s*(foreignObject|iframe|image|use|a)\b[^>]*\b(?:xlink:)?href\s*=\s*["'](?!#)/i, 'une adresse'],
  [/<\s*foreignObject/i, 'une page dans l’image'],
  [/<\s*iframe/i, 'une page dans l’image'],
  [/url\(\s*["']?(?!#)/i, 'une adresse'],
  [/@import/i, 'une adresse'],
  [/<!(DOCTYPE|ENTITY)/i, 'une déclaration de document'],
];

/** What is wrong with a drawing, in words, or null. */
export function faultOfDrawing(svg: string): string | null {
  if (!/<svg[\s>]/.test(svg)) return 'autre chose qu’un dessin SVG';
  return forbidden.find(([pattern]) => pattern.test(svg))?.[1] ?? null;
}

/** A drawing ready to be inlined: nothing before `<svg`, no comment; empty when it is not safe. */
export function drawing(svg: string): string {
  if (faultOfDrawing(svg) !== null) return '';
  return svg
    .slice(svg.indexOf('<svg'))
    .replace(/<!--[\s\S]*?-->/g, '')
    .trim();
}
