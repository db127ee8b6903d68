import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../support/site.ts';
import { client as folder, pages } from './built-site.ts';
import { type Client, clientOf, cookiesOf, firstToken, openAccount, openGroup, password } from './staff.ts';

let site: Site;
let nadia: Client;
let group = '';
let token = '';
beforeAll(async () => {
  site = await startSite();
  token = firstToken(site);
  nadia = await openAccount(site, token, 'Nadia');
  group = await openGroup(nadia, 'Atelier du mardi');
});
afterAll(() => site.stop());

const script = `/_astro/${readdirSync(join(folder, '_astro')).find((name) => name.endsWith('.js'))}`;
const content = (): string => {
  const [name = ''] = readdirSync(join(folder, 'contenu'), { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.json'),
  );
  return `/contenu/${name}`;
};

/** One of each kind of answer that the server gives. */
const kinds = (): readonly (readonly [what: string, path: string])[] => [
  ...pages.flatMap((path) => [
    ['a page', path] as const,
    ['a page without its slash', path.replace(/(.)\/$/, '$1')] as const,
  ]),
  ['a page under its file’s name', '/s/caf/declaration-trimestrielle/index.html'],
  ['a page made on request', '/formateur/connexion'],
  ['the same with a slash', '/formateur/connexion/'],
  ['a redirection', '/formateur'],
  ['a dead link', '/formateur/lien/inconnu'],
  ['what does not exist', '/nulle-part'],
  ['the same deeper, with a slash', '/s/caf/nulle-part/'],
  ['an address that is none', '/%E0%A4%A'],
  ['the offline worker', '/sw.js'],
  ['the sheet for robots', '/robots.txt'],
  ['the intake', '/api/events'],
  ['joining', '/api/join'],
  ['leaving', '/api/leave'],
  ['what leaving is made of', '/leaving.js'],
  ['what is closed of the accounts', '/api/auth/get-session'],
];

describe('every kind of answer', () => {
  it('carries the headers that keep it in its place', async () => {
    for (const [what, path] of kinds()) {
      const { headers } = await clientOf(site).get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(Object.fromEntries(headers), `${what}: ${path}`).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'x-robots-tag': 'noindex, nofollow',
        'referrer-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      });
      expect(policy, `${what}: ${path}`).toMatch(/default-src '(self|none)'/);
      expect(policy, what).toContain("frame-ancestors 'none'");
      expect(policy, what).not.toMatch(/script-src[^;]*'unsafe|'unsafe-eval'|style-src [^;]*'unsafe|\*/);
      if (path.startsWith('/s/') && pages.includes(path)) expect(policy).toContain("form-action 'none'");
      expect(headers.get('x-powered-by'), what).toBeNull();
      expect(headers.get('access-control-allow-origin'), what).toBeNull();
    }
  });

  it('is less wordy about the parts of a page, which nobody opens by themselves', async () => {
    for (const path of [script, content()]) {
      const { headers } = await clientOf(site).get(path);
      expect(Object.fromEntries(headers), path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': expect.stringContaining('immutable'),
      });
      expect(headers.get('access-control-allow-origin'), path).toBeNull();
      expect([...headers].flat().join('').length, path).toBeLessThan(400);
    }
  });

  it('of staff stays in nobody’s cache', async () => {
    for (const path of [
      '/formateur',
      group,
      `${group}/carte`,
      `${group}/tableau`,
      `${group}/tableau.csv`,
      '/formateur/compte',
      '/concepteur',
    ]) {
      const { status, headers } = await nadia.get(path);
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
    }
  });

  it('has no inline script or style that its policy does not name', async () => {
    for (const [what, path] of kinds()) {
      const { text, headers } = await nadia.get(path);
      if (!headers.get('content-type')?.startsWith('text/html')) continue;
      const inline = [...text.matchAll(/<(script|style)\b(?![^>]*\ssrc=)[^>]*>([^<]+)</g)];
      expect(text.match(/\son[a-z]+="/g), `${what}: ${path}`).toBeNull();
      if (inline.length > 0) expect(headers.get('content-security-policy') ?? '', what).toMatch(/'sha256-/);
    }
  });
});

describe('what is sent to the server', () => {
  it('is refused when it is too large, everywhere', async () => {
    const large = 'x'.repeat(300 * 1024);
    const join = await fetch(`${site.origin}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: large }),
    });
    expect(join.status).toBe(413);
    expect(await join.json()).toMatchObject({ error: 'too-large', say: expect.stringContaining('trop long') });
    expect((await fetch(`${site.origin}/api/events`, { method: 'POST', body: large })).status).toBe(413);
    const form = await nadia.send('/formateur', { nom: large });
    expect(form.status).toBe(413);
    expect(form.text).toContain('Ce que vous avez envoyé est trop long');
    expect(form.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect((await nadia.get('/formateur')).text).not.toContain('xxxxxxxx');
    expect((await clientOf(site).get('/')).status).toBe(200);
  });

  it('as a form from another site is refused, and changes nothing', async () => {
    const headers = { origin: 'https://pirate.example' };
    for (const [path, fields] of [
      ['/formateur', { nom: 'Pirate' }],
      [group, { action: 'fermer' }],
      ['/formateur/deconnexion', {}],
    ] as const)
      expect((await nadia.send(path, fields, headers)).status, path).toBe(403);
    const { text } = await nadia.get('/formateur');
    expect(text).toContain('Atelier du mardi');
    expect(text).not.toContain('Pirate');
  });
});

describe('cookies', () => {
  it('are out of reach of scripts and of other sites', async () => {
    const answer = await clientOf(site).send('/formateur/connexion', { nom: 'Nadia', 'mot-de-passe': password });
    expect(answer.status).toBe(303);
    const cookies = answer.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*SameSite=(Lax|Strict)/i);
  });

  it('are given to nobody who only practises', async () => {
    for (const [, path] of kinds()) expect((await clientOf(site).get(path)).headers.getSetCookie(), path).toEqual([]);
  });
});

describe('many at one address', () => {
  const join = async (body: object) => {
    const answer = await fetch(`${site.origin}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as { nicknames?: string[] } };
  };

  it('a room of thirty joins in a minute; who guesses is stopped, and does not stop staff from signing in', async () => {
    const code = /[C-Y3-9]{4}-[C-Y3-9]{4}/.exec((await nadia.get(group)).text)?.[0] ?? '';
    for (let learner = 0; learner < 30; learner++) {
      const [nickname] = (await join({ code })).body.nicknames ?? [];
      expect((await join({ code, nickname })).status).toBe(200);
    }
    const guesses: number[] = [];
    const letters = 'CDFGHJKMNPRTWXY34679';
    for (let n = 0; n < 31; n++)
      guesses.push((await join({ code: `CCCC-CC${letters.charAt(n / 20)}${letters.charAt(n % 20)}` })).status);
    expect([guesses.at(0), guesses.at(29), guesses.at(30)]).toEqual([404, 404, 429]);
    expect((await join({ code })).status).toBe(200);
    expect((await clientOf(site).send('/formateur/connexion', { nom: 'Nadia', 'mot-de-passe': password })).status).toBe(
      303,
    );
  });

  it('wrong passwords are counted by name and address', async () => {
    const tries: number[] = [];
    for (let turn = 0; turn < 11; turn++)
      tries.push(
        (await clientOf(site).send('/formateur/connexion', { nom: 'Paul', 'mot-de-passe': 'au hasard' })).status,
      );
    expect([tries.at(0), tries.at(9), tries.at(10)]).toEqual([422, 422, 429]);
    expect((await clientOf(site).send('/formateur/connexion', { nom: 'Nadia', 'mot-de-passe': password })).status).toBe(
      303,
    );
  });
});

describe('what the server says and keeps', () => {
  it('holds no password, code, cookie, secret or used link in clear', async () => {
    const code = /[C-Y3-9]{4}-[C-Y3-9]{4}/.exec((await nadia.get(group)).text)?.[0] ?? '';
    const secret = `${'f'.repeat(31)}7`;
    const guessed = 'un mot de passe deviné';
    const signedIn = await clientOf(site).send('/formateur/connexion', { nom: 'Nadia', 'mot-de-passe': password });
    await clientOf(site).send('/formateur/connexion', { nom: 'Inconnue au bataillon', 'mot-de-passe': guessed });
    await clientOf(site).get(`/formateur/lien/${token}`);
    await fetch(`${site.origin}/api/events`, {
      method: 'POST',
      body: JSON.stringify({ run: 'a'.repeat(32), secret, events: [{}] }),
    });
    const cookies = cookiesOf(signedIn)
      .split('; ')
      .map((each) => each.split('=')[1] ?? '');
    expect(cookies.length).toBeGreaterThan(1);
    // The first trainer's link is meant to be read at start; it has been used since.
    const said = site.said().replace(`/formateur/lien/${token}`, '');
    for (const hidden of [password, guessed, 'Inconnue au bataillon', code, secret, ...cookies, token]) {
      expect(hidden.length).toBeGreaterThan(7);
      expect(said).not.toContain(hidden);
    }
    const kept = readdirSync(site.dataDir)
      .map((name) => readFileSync(join(site.dataDir, name)).toString('latin1'))
      .join('');
    expect(kept).toContain('Atelier du mardi');
    for (const hidden of [password, guessed, secret, token, '127.0.0.1']) expect(kept).not.toContain(hidden);
  });
});
