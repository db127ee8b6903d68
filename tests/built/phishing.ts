import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { readBrands } from '#authoring';
import { brandsOf, broughtIn, markIn } from '../../src/authoring/check/brands.ts';

const { colourIn, logoIn } = brandsOf(readBrands('scenarios'));

/**
 * What a page must be so that nobody can take it, or use it, for the real site (DESIGN §5). Each rule says what is wrong
 * with a page, or nothing. `path`: its address.
 */
export type PageRule = (page: Page) => string | null;

export interface Page {
  readonly path: string;
  readonly html: string;
  readonly document: Document;
}

export const pageOf = (path: string, html: string): Page => ({ path, html, document: new JSDOM(html).window.document });

const word = 'Entraînement';
const says = (element: Element | null): boolean => element?.textContent?.includes(word) ?? false;

/** Forms of ours in which a member of staff types a password: they imitate no service. */
const staffForms = /^\/formateur\/(connexion|compte|lien\/[^/]+)\/?$/;

export const pageRules: Readonly<Record<string, PageRule>> = {
  'says so in its title': ({ document }) =>
    document.title.startsWith(`${word} : `) ? null : `the title is « ${document.title} »`,

  'says so in its header': ({ document }) =>
    says(document.querySelector('header .bar__mark')) ? null : 'the bar does not',

  'says so on paper': ({ document }) =>
    says(document.querySelector('body > .print-note')) ? null : 'what is printed does not',

  'says so in the drawn window': ({ document, path }) => {
    const windows = [...document.querySelectorAll('[data-window]')];
    if (path.startsWith('/s/') && windows.length === 0) return 'there is no window';
    return windows.every((each) => says(each.firstElementChild)) ? null : 'its frame does not';
  },

  'asks not to be found': ({ document }) =>
    /\bnoindex\b/.test(document.querySelector('meta[name=robots]')?.getAttribute('content') ?? '')
      ? null
      : 'robots may index it',

  'takes no password outside a frame that says so': ({ document, path }) => {
    const outside = [...document.querySelectorAll('input[type=password]')].filter(
      (input) => !says(input.closest('[data-window]')?.firstElementChild ?? null),
    );
    return outside.length === 0 || staffForms.test(path) ? null : `${outside.length} password fields`;
  },

  'bears no mark of the State or of a service': ({ document, html }) => {
    const words = markIn(html);
    if (words !== null) return words;
    const styled = document.querySelector('[class^="fr-"], [class*=" fr-"]');
    if (styled) return `class="${styled.className}"`;
    const drawings = [...document.querySelectorAll('svg, [role=img]')].map(({ outerHTML }) => outerHTML);
    const logo = drawings.map(logoIn).find((name) => name !== null);
    if (logo !== undefined) return `a drawing of « ${logo} »`;
    const brought = drawings.map(broughtIn).find((what) => what !== null);
    if (brought !== undefined) return `a drawing that brings « ${brought.value} »`;
    return document.querySelector('body img, body picture, body video, body object, body embed')?.outerHTML ?? null;
  },

  'shows no colour of a real service’s': ({ html }) => colourIn(html)?.value ?? null,

  'reaches no other place': ({ document }) => {
    const reaching = ['src', 'href', 'action', 'formaction', 'srcset', 'poster', 'data', 'ping', 'manifest'].flatMap(
      (name) => [...document.querySelectorAll(`[${name}]`)].filter((each) => isRemote(each.getAttribute(name) ?? '')),
    );
    const led = document.querySelector('base, iframe, meta[http-equiv=refresh i], link[rel~=preconnect]');
    return (reaching[0] ?? led)?.outerHTML.slice(0, 200) ?? null;
  },

  'says what the site is': ({ document, path }) => {
    const way = path.startsWith('/s/') ? 'a[href="/"]' : 'a[href^="/ce-que-ce-site-est"]';
    return staffForms.test(path) ||
      path.startsWith('/formateur') ||
      path.startsWith('/concepteur') ||
      document.querySelector(way)
      ? null
      : 'no link leads there';
  },
};

const isRemote = (address: string): boolean =>
  /^\s*([a-z][a-z\d+.-]*:|\/\/)/i.test(address) && !/^\s*data:image\//i.test(address);

/** What is wrong with a page: « rule: what ». */
export const faultsOf = (page: Page): readonly string[] =>
  Object.entries(pageRules).flatMap(([name, rule]) => {
    const fault = rule(page);
    return fault === null ? [] : [`${name}: ${fault}`];
  });

/** Hosts that a script or a style names, those aside that reach nobody: namespaces, and pages that libraries quote. */
const hostsIn = (code: string): readonly string[] =>
  [...code.matchAll(/(?:(?:https?|wss?):|url\(\s*["']?|@import\s*["']|["'`])\\?\/\\?\/([a-z\d-]+(?:\.[a-z\d-]+)+)/gi)]
    .map(([, host = '']) => host.toLowerCase())
    .filter((host) => !quoted.has(host) && !host.endsWith('.invalid'));
const quoted = new Set(['www.w3.org', 'mswjs.io', 'react.dev', 'github.com']);

/** Families that styles name, without those of the device and our own. */
const familiesIn = (style: string): readonly string[] =>
  [...style.matchAll(/(?:font-family|fontFamily|[;{\s]font)["']?:\s*([^;}]+)/g)]
    .flatMap(([, list = '']) => list.replace(/var\([^,)]*,?/g, '').split(','))
    // In the short form what comes before is a weight, a size, a height of line.
    .map((name) =>
      name
        .replace(/["'`)\\]/g, '')
        .replace(/^\s*(?:\S*\d\S*\s+|(?:normal|bold|italic)\s+)+/, '')
        .trim(),
    )
    .filter((name) => name !== '' && !known.test(name));
const known =
  /^(Atkinson( Hyperlegible Next| fallback)?|Arial|Georgia|Helvetica|Liberation Sans|system-ui|ui-monospace|monospace|sans-serif|serif|inherit|cursive)$/i;

const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** What a built folder is made of and must not be: « file: what ». `font`: the one file of a font that may be there. */
export function faultsOfFiles(folder: string, font: string): readonly string[] {
  const files = (pattern: string) => globSync(pattern, { cwd: folder });
  const told = (name: string, faults: readonly (string | null | undefined)[]) =>
    faults.flatMap((fault) => (fault ? [`${name}: ${fault}`] : []));
  return [
    ...files('**/*.{js,css,html,svg}').flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const drawn = name.endsWith('.svg') ? [logoIn(text), broughtIn(text)?.value] : [];
      return told(name, [...hostsIn(text), ...familiesIn(text), colourIn(text)?.value, markIn(text), ...drawn]);
    }),
    ...files('**/*.json').flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return told(name, [colourIn(text)?.value, markIn(text)]);
    }),
    ...files('**/*.{woff,woff2,ttf,otf,eot}').flatMap((name) =>
      told(name, [digest(join(folder, name)) === digest(font) ? null : 'a font']),
    ),
    ...files('**/*.{png,jpg,jpeg,gif,webp,avif,ico}').flatMap((name) => told(name, ['a picture'])),
  ];
}
