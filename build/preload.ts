import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileOf, filesOfPage, pagesOf } from './site-files.ts';

/**
 * Names in each page every script its islands import. Without it a browser finds them one import after the other, and
 * each costs a round trip: 400 ms on slow 3G. At the end of the body, so that they do not take the line from the HTML.
 */
export function preloadIslands(client: string): void {
  for (const page of pagesOf(client)) {
    const path = fileOf(client, page);
    const html = readFileSync(path, 'utf8');
    const { scripts } = filesOfPage(client, page);
    const links = scripts
      .filter((script) => !html.includes(`href="${script}"`) && !html.includes(`src="${script}"`))
      .map((script) => `<link rel="modulepreload" href="${script}">`);
    // A first screen with parts that come late elsewhere is drawn with their style.
    if (html.includes('data-late'))
      for (const name of globSync('_astro/parts.*.css', { cwd: client }))
        links.push(`<link rel="stylesheet" href="/${name}">`);
    if (links.length === 0 || !html.includes('</body>')) continue;
    writeFileSync(
      path,
      html.replace('</body>', () => `${links.join('')}</body>`),
    );
  }
}
