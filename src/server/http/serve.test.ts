import { mkdtempSync, rmSync } from 'node:fs';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { createLog } from '../log.ts';
import { smallEdition, smallScenario } from '../testing/ids.ts';
import { makeDist } from '../testing/site.ts';
import { type Serving, serve } from './serve.ts';

const site = makeDist();
const dataDir = mkdtempSync(join(tmpdir(), 'donnees-'));
const config: Config = {
  port: 0,
  host: '127.0.0.1',
  dataDir,
  databaseUrl: undefined,
  publicUrl: undefined,
  allowedHosts: [],
  trustedProxies: [],
  secret: undefined,
  keepDays: 365,
  dist: site.dist,
};
let app: App;
let serving: Serving;
let origin = '';

beforeAll(async () => {
  app = await createApp(config);
  serving = await serve(app, createLog(false));
  origin = `http://127.0.0.1:${serving.port}`;
});
afterAll(async () => {
  await serving.close();
  await app.close();
  site.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A request whose path is sent as it is written: `fetch` would tidy it up. */
function raw(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }> {
  return new Promise((done, failed) => {
    const sent = ask({ host: '127.0.0.1', port: serving.port, path, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
      );
    });
    sent.on('error', failed);
    sent.end();
  });
}

const batch = (more: object = {}) => ({
  run: 'a'.repeat(32),
  secret: 'b'.repeat(32),
  scenario: smallEdition,
  device: 'c'.repeat(32),
  events: [{ seq: 0, at: 0, type: 'ScreenShown', screen: 'accueil' }],
  ...more,
});
const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/api/events`, { method: 'POST', body, headers });

describe('the server process', () => {
  it.each(['/', '/s/demo/petite/', '/s/demo/petite', '/images/carte.svg', '/nowhere', '/api/events'])(
    'sets its security headers on %s',
    async (path) => {
      const { headers } = await raw(path);
      expect(String(headers['content-security-policy'])).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'x-robots-tag': 'noindex, nofollow',
        'permissions-policy': expect.stringContaining('camera=()'),
      });
    },
  );

  it('gives a replica a policy that lets no form go, and only its own inline scripts run', async () => {
    for (const path of ['/s/demo/petite/', '/s/demo/petite', '/s/demo/petite/index.html']) {
      const { headers } = await raw(path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("form-action 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy.match(/script-src ([^;]*)/)?.[1]).toMatch(/^'self' 'sha256-[\w+/=]{44}'$/);
      expect(policy.match(/style-src ([^;]*)/)?.[1]).toMatch(/^'self' 'sha256-[\w+/=]{44}'$/);
      expect(policy).not.toContain('unsafe-eval');
    }
    expect(String((await raw('/')).headers['content-security-policy'])).toContain("form-action 'self'");
  });

  it('sends what was compressed at build time, by what the browser takes', async () => {
    const plain = await raw('/_astro/app.abc123.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.length).toBeGreaterThan(2000);
    expect(plain.headers['cache-control']).toContain('immutable');
    const br = await raw('/_astro/app.abc123.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(br.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(br.body.length).toBeLessThan(200);
    const gzip = await raw('/', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    const none = await raw('/images/carte.svg', { 'accept-encoding': 'br' });
    expect(none.headers['content-encoding']).toBeUndefined();
  });

  it('does not send again what the browser has', async () => {
    const first = await raw('/', { 'accept-encoding': 'br' });
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await raw('/', { 'accept-encoding': 'br', 'if-none-match': String(first.headers['etag']) });
    expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    const plain = await raw('/', { 'if-none-match': String(first.headers['etag']) });
    expect(plain.status).toBe(200);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/images/../../secret.txt',
    '/images/..%5c..%5csecret.txt',
    '/index.html%00.svg',
    '/index.html.br',
  ])('serves nothing but the site: %s', async (path) => {
    const answer = await raw(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body.toString()).not.toContain('not for anyone');
  });

  it('answers 404 with the site’s own page', async () => {
    const { status, body } = await raw('/nulle-part/');
    expect(status).toBe(404);
    expect(body.toString()).toContain('Introuvable');
  });

  it('takes a batch as JSON, and as a beacon sends it', async () => {
    const answer = await post(JSON.stringify(batch()), { 'content-type': 'application/json' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ stored: 1, refused: [] });
    const beacon = await post(JSON.stringify(batch()), { 'content-type': 'text/plain;charset=UTF-8', origin });
    expect(await beacon.json()).toEqual({ stored: 0, refused: [] });
    expect(beacon.headers.get('cache-control')).toBe('no-store');
  });

  it('refuses a batch from a page of another site', async () => {
    for (const headers of [
      { origin: 'https://ailleurs.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      const answer = await post(JSON.stringify(batch()), { 'content-type': 'text/plain', ...headers } as Record<
        string,
        string
      >);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toEqual({ refused: 'wrong-origin' });
    }
  });

  it('refuses more than 64 kB, said or not, and goes on', async () => {
    const large = JSON.stringify(batch({ events: Array.from({ length: 900 }, () => ({ x: 'y'.repeat(100) })) }));
    const said = await post(large);
    expect(said.status).toBe(413);
    expect(await said.json()).toEqual({ refused: 'too-large' });
    const status = await new Promise<number>((done, failed) => {
      const sent = ask({ host: '127.0.0.1', port: serving.port, path: '/api/events', method: 'POST' }, (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
      });
      sent.on('error', failed);
      sent.setHeader('transfer-encoding', 'chunked');
      sent.write(large);
      sent.end();
    });
    expect(status).toBe(413);
    expect((await post(JSON.stringify(batch()))).status).toBe(200);
  });

  it('knows the editions of the build and lists them for the next ones', async () => {
    expect(app.published.current.get('demo/petite')).toEqual({
      ...smallScenario,
      operations: { 'demo.signIn': ['locked', 'maintenance', 'ok', 'outage', 'sessionExpired', 'wrongCredentials'] },
      screens: {
        ...smallScenario.screens,
        accueil: { ...smallScenario.screens['accueil'], actions: ['aide', 'se-connecter'] },
      },
    });
    expect(app.outlines.get('demo/petite')?.title).toBe('Petite démarche');
    expect(app.personaTitle('amina')).toBe('Amina');
  });

  it('does not start under a name that imitates what it replicates', async () => {
    const at = (more: Partial<Config>) => createApp({ ...config, dataDir: join(dataDir, 'ailleurs'), ...more });
    for (const more of [
      { publicUrl: 'https://demarche-modele.com' },
      { host: 'moncompte.demarchemodele.fr' },
      { allowedHosts: ['salle12', 'dernarche-modele.fr'] },
    ])
      await expect(at(more)).rejects.toThrow(/ressemble à celui d’un service public/);
  });

  it('answers GET on what is only sent to with what it takes', async () => {
    for (const path of ['/api/events', '/api/leave']) {
      const { status, headers } = await raw(path);
      expect([status, headers['allow'], headers['clear-site-data']]).toEqual([405, 'POST', undefined]);
    }
  });

  it('asks the browser of who leaves to forget, and nobody’s at another site’s wish; never the cookies of others', async () => {
    const leaving = (headers: Record<string, string>) => fetch(`${origin}/api/leave`, { method: 'POST', headers });
    const own = await leaving({ origin });
    expect([own.status, own.headers.get('clear-site-data'), own.headers.get('cache-control')]).toEqual([
      204,
      '"cache", "storage"',
      'no-store',
    ]);
    for (const headers of [
      { origin: 'https://ailleurs.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const other = await leaving(headers as Record<string, string>);
      expect([other.status, other.headers.get('clear-site-data')]).toEqual([403, null]);
    }
  });
});
