import { request as ask } from 'node:http';
import { describe, expect, it } from 'vitest';
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

/** `fetch` may not choose the name it asks for. */
function post(to: Site, path: string, headers: Record<string, string>) {
  const body = new URLSearchParams({ nom: 'Nadia', nouveau: password }).toString();
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
