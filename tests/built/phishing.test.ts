import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../support/site.ts';
import { client, htmlOf, pages } from './built-site.ts';
import { faultsOf, faultsOfFiles, pageOf, pageRules } from './phishing.ts';

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
  const font = 'src/components/fonts/atkinson-hyperlegible-next-fr.woff2';

  it('names no host, brings no picture, and has no font, colour or mark that is not ours', () => {
    expect(globSync('**/*.{js,css,html,json}', { cwd: client }).length).toBeGreaterThan(100);
    expect(globSync('**/*.woff2', { cwd: client })).toHaveLength(1);
    expect(faultsOfFiles(client, font)).toEqual([]);
  });

  it.each<[string, string, string | Buffer]>([
    ['pirate.example', 'a.js', 'fetch("https://pirate.example/x")'],
    ['pirate.example', 'a.js', 'navigator.sendBeacon("//pirate.example/x")'],
    ['pirate.example', 'a.js', 'const to = "https:\\/\\/pirate.example"'],
    ['pirate.example', 'a.css', 'a{background:url(//pirate.example/x.svg)}'],
    ['fonts.example', 'a.css', '@import "//fonts.example/marianne.css";'],
    ['pirate.example', 'a.html', '<form action="https://pirate.example/">'],
    ['pirate.example', 'sub/a.svg', '<svg><a href="https://pirate.example/"/></svg>'],
    ['Luciole', 'a.css', 'a{font-family:var(--f,Luciole),Arial}'],
    ['Spectral', 'a.css', 'a{color:red;font:italic 700 1rem/1.5 "Spectral",serif}'],
    ['Spectral', 'a.js', 'x={style:{fontFamily:"Spectral"}}'],
    ['Marianne', 'a.css', '@font-face{src:url(m.woff2);font-family:Marianne}'],
    ['#0065DB', 'a.css', 'a{color:#0065DB}'],
    ['#000091', 'contenu/a.json', '{"tokens":{"accent":"#000091"}}'],
    ['République française', 'contenu/a.json', '{"text":"République française"}'],
    ['Google', 'a.svg', '<svg><title>Google</title></svg>'],
    ['a font', 'a.woff2', Buffer.from('wOF2')],
    ['a picture', 'logo.png', Buffer.from('PNG')],
  ])('would tell « %s » in %s: %s', (told, name, what) => {
    const folder = mkdtempSync(join(tmpdir(), 'pages-'));
    try {
      cpSync(font, join(folder, 'ours.woff2'));
      writeFileSync(
        join(folder, 'ours.js'),
        'fetch("https://caf.invalid/signIn"); const ns = "http://www.w3.org/2000/svg";',
      );
      writeFileSync(join(folder, 'ours.css'), 'a{font:700 1rem/1.5 Arial,sans-serif;font-weight:400}');
      expect(faultsOfFiles(folder, font)).toEqual([]);
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), what);
      expect(faultsOfFiles(folder, font)).toContain(`${name}: ${told}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
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

  const broken: readonly (readonly [rule: string, from: string, to: string])[] = [
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
    ['bears no mark of the State or of a service', '</main>', '<svg><title>FranceConnect</title></svg></main>'],
    [
      'bears no mark of the State or of a service',
      '</main>',
      '<i role="img" aria-label="La Banque Postale"></i></main>',
    ],
    ['bears no mark of the State or of a service', '</main>', '<svg><image href="/logo.svg"></image></svg></main>'],
    ['shows no colour of a real service’s', '</main>', '<p style="color:#000091"></p></main>'],
    ['shows no colour of a real service’s', '</main>', '<p style="color:rgb(15, 107, 175)"></p></main>'],
    ['reaches no other place', '</main>', '<form action="https://pirate.example/"></form></main>'],
    ['reaches no other place', '</main>', '<script src="//pirate.example/x.js"></script></main>'],
    ['reaches no other place', '</main>', '<a href="javascript:void 0">x</a></main>'],
    ['reaches no other place', '<title>', '<base href="/autre/"><title>'],
    ['says what the site is', '<a href="/">', '<a href="/ailleurs">'],
  ];

  it('and nothing in a sound page', () => expect(faultsOf(pageOf(path, sound))).toEqual([]));

  it.each(broken)('%s', (rule, from, to) => {
    expect(sound).toContain(from);
    expect(pageRules[rule]?.(pageOf(path, sound.replace(from, to)))).toEqual(expect.any(String));
  });

  it('a name in a sentence is no mark', () => {
    expect(faultsOf(pageOf(path, sound.replace('</main>', '<p>La Banque Postale vous écrit.</p></main>')))).toEqual([]);
  });

  it('every rule has been broken above', () => {
    expect(Object.keys(pageRules).filter((rule) => !broken.some(([name]) => name === rule))).toEqual([]);
  });
});
