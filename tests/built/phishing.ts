import { JSDOM } from 'jsdom';

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
    const words =
      /république\s+française|liberté\W{0,3}égalité\W{0,3}fraternité|@gouvfr|\bdsfr\b|marianne|\u{1F1EB}\u{1F1F7}/iu.exec(
        html,
      )?.[0];
    if (words !== undefined) return words;
    const styled = document.querySelector('[class^="fr-"], [class*=" fr-"]');
    if (styled) return `class="${styled.className}"`;
    return document.querySelector('body img, body picture, body video, body object, body embed')?.outerHTML ?? null;
  },

  'shows no colour of the State’s': ({ html }) => stateColour(html),

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

/** Of the State's design system; near ones are allowed. */
export function stateColour(text: string): string | null {
  return /#(?:000091|e1000f|6a6af4|1212ff)\b/i.exec(text)?.[0] ?? null;
}

/** What is wrong with a page: « rule: what ». */
export const faultsOf = (page: Page): readonly string[] =>
  Object.entries(pageRules).flatMap(([name, rule]) => {
    const fault = rule(page);
    return fault === null ? [] : [`${name}: ${fault}`];
  });

/** Hosts that a script or a style names, those aside that reach nobody: namespaces, and pages that libraries quote. */
export const hostsIn = (code: string): readonly string[] =>
  [...code.matchAll(/(?:https?|wss?):\/\/([a-z\d-]+(?:\.[a-z\d-]+)+)/gi)]
    .map(([, host = '']) => host.toLowerCase())
    .filter((host) => !quoted.has(host) && !host.endsWith('.invalid'));
const quoted = new Set(['www.w3.org', 'mswjs.io', 'react.dev', 'github.com']);

/** Families that styles name, without those of the device and our own. */
export const familiesIn = (style: string): readonly string[] =>
  [...style.matchAll(/font-family:\s*([^;}]+)/gi)]
    .flatMap(([, list = '']) => list.replace(/var\([^,)]*,?/g, '').split(','))
    .map((name) => name.replace(/["')\\]/g, '').trim())
    .filter((name) => name !== '' && !known.test(name));
const known =
  /^(Atkinson( Hyperlegible Next| fallback)?|Arial|Helvetica|Liberation Sans|system-ui|ui-monospace|monospace|sans-serif|serif|inherit|cursive)$/i;
