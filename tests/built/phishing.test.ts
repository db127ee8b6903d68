import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../support/site.ts';
import { client, htmlOf, pages } from './built-site.ts';
import { familiesIn, faultsOf, hostsIn, pageOf, pageRules, stateColour } from './phishing.ts';

describe('no page can pass for the real site', () => {
  it.each(pages)('%s', (path) => {
    expect(faultsOf(pageOf(path, htmlOf(path)))).toEqual([]);
  });

  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.stop());

  it('pages made on request included, for those who are not signed in', async () => {
    for (const path of ['/rejoindre', '/formateur/connexion', '/formateur/lien/inconnu', '/nulle-part']) {
      const answer = await fetch(site.origin + path);
      expect(faultsOf(pageOf(path, await answer.text())), path).toEqual([]);
    }
  });

  it('is said to robots, and in words', async () => {
    const robots = await (await fetch(`${site.origin}/robots.txt`)).text();
    expect(robots.trim().split('\n')).toEqual(['User-agent: *', 'Disallow: /']);
    const about = htmlOf('/ce-que-ce-site-est/');
    for (const words of ['Ce n’est pas un site de l’État', 'n’appartient à aucune administration', 'inventés'])
      expect(about.replaceAll('\u00a0', ' ')).toContain(words);
  });

  it('does not start under a name that imitates a service', async () => {
    for (const [name, value] of [
      ['PUBLIC_URL', 'https://moncompte-caf.example'],
      ['ALLOWED_HOSTS', 'salle12,franceconnect.example'],
    ] as const)
      await expect(startSite({ env: { [name]: value } })).rejects.toThrow(/ressemble à celui d’un service public/);
  });
});

describe('what pages are made of', () => {
  const read = (name: string): string => readFileSync(join(client, name), 'utf8');
  const code = globSync('**/*.{js,css,html,svg}', { cwd: client });

  it.each(code)('%s names no host, no font and no colour that is not ours', (name) => {
    const text = read(name);
    expect(hostsIn(text)).toEqual([]);
    expect(familiesIn(text)).toEqual([]);
    expect(stateColour(text)).toBeNull();
  });

  it('there is one font, the free one that the project carries', () => {
    const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
    const fonts = globSync('**/*.{woff,woff2,ttf,otf,eot}', { cwd: client }).map((name) => digest(join(client, name)));
    expect(fonts).toEqual([digest('src/components/fonts/atkinson-hyperlegible-next-fr.woff2')]);
    expect(globSync('**/*.{png,jpg,jpeg,gif,webp,avif,ico}', { cwd: client })).toEqual([]);
  });
});

/** The replica calls addresses that lead nowhere, and nothing that is configured can change it. */
describe('where a replica calls', () => {
  const sources = globSync('{src/{replica,coach,engine,recording,components,i18n},mocks}/**/*.{ts,tsx}').filter(
    (name) => !/\.test\.|\/testing\/|\/fixture/.test(name),
  );
  const calls = (text: string): readonly string[] =>
    [
      ...text.matchAll(/\b(?:fetch|sendBeacon|EventSource|WebSocket|XMLHttpRequest|importScripts)\b\??\.?\(([^\n]*)/g),
    ].map(([, what = '']) => what.trim());

  it('is a fake host, this origin, or the address of its own content', () => {
    const found = sources.flatMap((name) => calls(readFileSync(name, 'utf8')).map((what) => `${name}: ${what}`));
    expect(found.sort()).toEqual([
      // The page's own calls to this origin, given back to the browser.
      'mocks/fetch-source.ts: input, init);',
      'src/recording/outbox.ts: url, body) ?? false);',
      'src/recording/outbox.ts: url, init));',
      'src/replica/desk/browser-world.ts: address);',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the source itself
      'src/replica/session/back-end.ts: `https://${service}.invalid/${name}`, {',
    ]);
    expect(calls('x = new WebSocket(there); await fetch(config.backEnd)')).toEqual([
      'there); await fetch(config.backEnd)',
    ]);
  });

  it('is read from no environment and no address', () => {
    const reading = /process\.env|import\.meta\.env\.(?!SSR\b)|URLSearchParams|location\.(?:search|hash)/;
    expect(sources.filter((name) => reading.test(readFileSync(name, 'utf8'))).sort()).toEqual([
      // They read what is practised (persona, level, weather) from the page's own address.
      'src/replica/desk/browser-world.ts',
      'src/replica/session/asked.ts',
    ]);
    expect(reading.test('const base = import.meta.env.PUBLIC_BACK_END;')).toBe(true);
  });
});

/** A sound page, and what each rule must see when one thing of it is broken. */
describe('each rule sees what it is there for', () => {
  const sound = `<!doctype html><html lang="fr"><head><title>Entraînement : Se connecter</title>
<meta name="robots" content="noindex, nofollow"></head><body><header><a href="/">Réplique</a>
<span class="bar__mark">Entraînement</span></header><p class="print-note">Entraînement</p>
<main><section data-window><div><strong>Entraînement</strong></div><div><input type="password" id="champ"></div></section>
</main></body></html>`;
  const path = '/s/demo/petite/';

  it('and nothing in a sound page', () => expect(faultsOf(pageOf(path, sound))).toEqual([]));

  it.each([
    ['says so in its title', 'Entraînement : Se', 'Se'],
    ['says so in its header', 'class="bar__mark"', 'class="bar"'],
    ['says so on paper', 'class="print-note"', 'class="no-print"'],
    ['says so in the drawn window', '<strong>Entraînement</strong>', '<strong>Caf</strong>'],
    ['asks not to be found', 'noindex, ', ''],
    ['takes no password outside a frame that says so', '</main>', '<form><input type="password"></form></main>'],
    [
      'bears no mark of the State or of a service',
      '</main>',
      '<p>République<br> Française</p><p>République Française</p></main>',
    ],
    ['bears no mark of the State or of a service', '</main>', '<p class="a fr-logo"></p></main>'],
    ['bears no mark of the State or of a service', '</main>', '<img src="/logo.svg" alt=""></main>'],
    ['shows no colour of the State’s', '</main>', '<p style="color:#000091"></p></main>'],
    ['reaches no other place', '</main>', '<form action="https://pirate.example/"></form></main>'],
    ['reaches no other place', '</main>', '<script src="//pirate.example/x.js"></script></main>'],
    ['reaches no other place', '</main>', '<a href="javascript:void 0">x</a></main>'],
    ['reaches no other place', '<title>', '<base href="/autre/"><title>'],
    ['says what the site is', '<a href="/">', '<a href="/ailleurs">'],
  ])('%s', (rule, from, to) => {
    expect(sound).toContain(from);
    const broken = pageOf(path, sound.replace(from, to));
    expect(pageRules[rule]?.(broken)).toEqual(expect.any(String));
  });

  it('every rule has been broken above', () => {
    expect(hostsIn('fetch("https://pirate.example/x")')).toEqual(['pirate.example']);
    expect(hostsIn('fetch("https://caf.invalid/signIn")')).toEqual([]);
    expect(familiesIn('a{font-family:var(--f,Marianne),Arial}')).toEqual(['Marianne']);
  });
});
