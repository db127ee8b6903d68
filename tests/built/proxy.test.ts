import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/server/app.ts';
import { type Config, readConfig } from '../../src/server/config.ts';
import { serve } from '../../src/server/http/serve.ts';
import { createLog } from '../../src/server/log.ts';
import { type Site, startSite } from '../support/site.ts';
import { firstToken, password } from './staff.ts';

describe('behind a proxy that takes the encryption off', () => {
  it('forms are taken, cookies are secure, and only the name published is believed', async () => {
    const behind = await startSite({ env: { PUBLIC_URL: 'https://replique.example' } });
    try {
      const send = (headers: Record<string, string>) => post(behind, `/formateur/lien/${firstToken(behind)}`, headers);
      const published = {
        host: 'replique.example',
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'replique.example',
      };
      expect((await send({ ...published, origin: 'https://pirate.example' })).status).toBe(403);
      expect((await send({ host: 'pirate.example', origin: 'https://pirate.example' })).status).toBe(421);
      const forged = {
        host: 'replique.example',
        'x-forwarded-host': 'pirate.example',
        origin: 'https://pirate.example',
      };
      expect((await send(forged)).status).toBe(403);
      const opened = await send({ ...published, origin: 'https://replique.example' });
      expect(opened.status).toBe(303);
      expect(String(opened.headers['set-cookie'])).toMatch(/Secure/);
      expect(opened.headers).toMatchObject({
        'strict-transport-security': expect.stringContaining('max-age='),
        'cross-origin-opener-policy': 'same-origin',
      });
    } finally {
      await behind.stop();
    }
  });
});

/**
 * As in real life the site is built with PUBLIC_URL: Astro then believes X-Forwarded-For of whoever asks under that name.
 * A second build would cost a quarter of a minute: of the one there is, the list of names that PUBLIC_URL fills is filled.
 */
describe('built for the name that a proxy publishes', () => {
  const published = resolve(import.meta.dirname, '../../.cache/published');
  beforeAll(() => {
    const dist = resolve(import.meta.dirname, '../../dist');
    rmSync(published, { recursive: true, force: true });
    mkdirSync(published, { recursive: true });
    for (const name of ['client', 'imitated-names.json']) symlinkSync(join(dist, name), join(published, name));
    cpSync(join(dist, 'server'), join(published, 'server'), { recursive: true });
    const entry = join(published, 'server/entry.mjs');
    const built = readFileSync(entry, 'utf8');
    const names = '"allowedDomains":[{"hostname":"replique.example","protocol":"https"}]';
    const filled = built.replace('"allowedDomains":[]', names);
    expect(filled).toContain(names);
    writeFileSync(entry, filled);
  });
  afterAll(() => rmSync(published, { recursive: true, force: true }));

  /** Thirty-five strangers' codes, each under a new forwarded address: the answers. */
  async function guess(more: Partial<Config>): Promise<number[]> {
    const dataDir = mkdtempSync(join(tmpdir(), 'site-'));
    const settings = readConfig({ PUBLIC_URL: 'https://replique.example' });
    const app = await createApp({ ...settings, port: 0, host: '127.0.0.1', dist: published, dataDir, ...more });
    const serving = await serve(app, createLog(false));
    const statuses: number[] = [];
    for (let turn = 0; turn < 35; turn++) {
      const headers = {
        host: 'replique.example',
        origin: 'https://replique.example',
        'content-type': 'application/json',
        'x-forwarded-for': `203.0.113.${turn}, 198.51.100.${turn}`,
      };
      const code = `CCCC-CC${'CDFGHJKMNP'.charAt(turn % 10)}${'CDFG'.charAt(Math.floor(turn / 10))}`;
      const { status } = await post(serving, '/api/join', headers, JSON.stringify({ code }));
      statuses.push(status);
    }
    await serving.close();
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
    return statuses;
  }

  it('a visitor cannot pass a limit by writing another address', async () => {
    const statuses = await guess({});
    expect([statuses.at(0), statuses.at(29), statuses.at(30)]).toEqual([404, 404, 429]);
  });

  it('visitors of a proxy that is trusted are counted apart', async () => {
    expect(new Set(await guess({ trustedProxies: ['127.0.0.1'] }))).toEqual(new Set([404]));
  });
});

/** `fetch` may not choose the name it asks for. */
function post(
  to: Pick<Site, 'port'>,
  path: string,
  headers: Record<string, string>,
  body = new URLSearchParams({ nom: 'Nadia', nouveau: password }).toString(),
) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((done, failed) => {
    const sent = ask(
      {
        host: '127.0.0.1',
        port: to.port,
        path,
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      },
      (answer) => {
        answer.resume();
        done({ status: answer.statusCode ?? 0, headers: answer.headers });
      },
    );
    sent.on('error', failed);
    sent.end(body);
  });
}
