import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { makeDist } from '../testing/site.ts';
import { serve } from './serve.ts';

/** A server whose pages answer with what they were handed. */
async function start(more: Partial<Config> = {}): Promise<number> {
  const { dist, remove } = makeDist();
  mkdirSync(join(dist, 'server'));
  writeFileSync(
    join(dist, 'server/entry.mjs'),
    `export const handler = ({ headers, body }, response, next, { address }) =>
      response.end(JSON.stringify({ headers, address, length: body?.length ?? null }));`,
  );
  const dataDir = mkdtempSync(join(tmpdir(), 'donnees-'));
  const app = await createApp({ ...readConfig({}), port: 0, host: '127.0.0.1', dist, dataDir, ...more });
  const serving = await serve(app, createLog(false));
  stop = async () => {
    await serving.close();
    await app.close();
    remove();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return serving.port;
}
let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

interface Asked {
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
/** `fetch` may not choose the name it asks for, nor leave out the length. */
function send(port: number, { path = '/rejoindre', headers = {}, body }: Asked) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((done, failed) => {
    const method = body === undefined ? 'GET' : 'POST';
    const sent = ask({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (words: string) => {
        text += words;
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
const raw = (port: number, words: string): Promise<string> =>
  new Promise((done) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(words));
    socket.setEncoding('latin1').on('data', (heard: string) => {
      said += heard;
    });
    socket.once('close', () => done(said)).once('error', () => done(said));
  });

describe('the address of who asks', () => {
  const forwarded = { 'x-forwarded-for': '198.51.100.4', 'x-autre': 'lu' };
  const handed = async (port: number) => JSON.parse((await send(port, { headers: forwarded })).text);

  it('is the connection’s: pages see nothing that a visitor wrote, or the limits would be theirs to pass', async () => {
    const read = await handed(await start());
    expect([read.address, read.headers['x-autre']]).toEqual(['127.0.0.1', 'lu']);
    expect(read.headers).not.toHaveProperty('x-forwarded-for');
  });

  it('is the one that a trusted proxy gives', async () => {
    const read = await handed(await start({ trustedProxies: ['127.0.0.1'] }));
    expect(read.address).toBe('198.51.100.4');
    expect(read.headers).not.toHaveProperty('x-forwarded-for');
  });

  it('counts for the flow of events too', async () => {
    const port = await start({ trustedProxies: ['127.0.0.1'] });
    const statuses = async (address: string, count: number) => {
      const headers = { 'x-forwarded-for': address };
      const all = Array.from({ length: count }, () => send(port, { path: '/api/events', headers, body: '{}' }));
      return new Set((await Promise.all(all)).map(({ status }) => status));
    };
    expect(await statuses('198.51.100.4', 1_500)).toContain(429);
    expect(await statuses('198.51.100.5', 5)).toEqual(new Set([400]));
  });
});

describe('what is too long', () => {
  const large = 'x'.repeat(300 * 1024);

  it('gets 413, its length said or not, in a page for a person and in JSON for a script', async () => {
    const port = await start();
    const chunked = { 'transfer-encoding': 'chunked' };
    for (const headers of [{ 'content-length': String(large.length) }, chunked]) {
      const form = await send(port, { path: '/formateur', headers, body: large });
      expect([form.status, form.text]).toEqual([413, 'Ce qui a été envoyé est trop long.']);
      const script = await send(port, { path: '/api/join', headers, body: large });
      expect([script.status, JSON.parse(script.text)]).toEqual([
        413,
        { error: 'too-large', say: 'Ce qui a été envoyé est trop long.' },
      ]);
    }
    const fits = await send(port, { path: '/formateur', headers: chunked, body: large.slice(0, 200 * 1024) });
    expect([fits.status, JSON.parse(fits.text).length]).toEqual([200, 200 * 1024]);
  });
});

describe('a name that imitates a service', () => {
  it('is answered nothing but a refusal, files included', async () => {
    const port = await start();
    for (const host of ['demarche-modele.com', 'www.caf.fr:4321', 'moncaf.fr', 'xn--f-7sb4c.fr'])
      for (const path of ['/', '/_astro/app.abc123.js', '/api/events', '/rejoindre', '/nulle-part']) {
        const { status, headers, text } = await send(port, { path, headers: { host } });
        expect([host, path, status]).toEqual([host, path, 421]);
        expect(text).toBe('Ce nom ressemble à celui d’un service public : l’entraînement n’y répond pas.');
        expect(headers['x-robots-tag'] ?? headers['x-content-type-options'], path).toBeDefined();
      }
    for (const host of ['localhost', 'autre-nom.example']) {
      expect((await send(port, { path: '/', headers: { host } })).status).toBe(200);
    }
  });

  it('is not looked for in what is too long to be a name: that would take seconds', async () => {
    const port = await start();
    const longest = `${'a.'.repeat(125)}org:65535`;
    expect((await send(port, { path: '/', headers: { host: longest } })).status).toBe(200);
    for (const host of [`a${longest}`, `${'1'.repeat(15_000)}a.org`]) {
      expect((await send(port, { path: '/', headers: { host } })).status).toBe(400);
    }
  });
});

describe('headers', () => {
  it('stand on what no page answers: a request that Node cannot read, or whose headers are too large', async () => {
    const port = await start();
    for (const [words, status] of [
      ['N’importe quoi\r\n\r\n', '400 Bad Request'],
      ['GET / HTTP/1.1\r\nhost: localhost\r\ncontent-length: -1\r\n\r\n', '400 Bad Request'],
      [`GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, '431 Request Header Fields Too Large'],
    ] as const) {
      const said = await raw(port, words);
      expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status}\r\n`));
      expect(said).toContain("content-security-policy: default-src 'none'; frame-ancestors 'none'\r\n");
      expect(said).toContain('x-content-type-options: nosniff\r\n');
      expect(said.match(/HTTP\/1\.1/g)).toHaveLength(1);
    }
  });

  it('keep to https whoever came by it, and only them', async () => {
    const names = ['strict-transport-security', 'cross-origin-opener-policy'];
    const port = await start({ publicUrl: 'https://replique.example' });
    for (const path of ['/', '/nulle-part', '/rejoindre', '/api/events', '/images/carte.svg'])
      expect((await send(port, { path, headers: { host: 'replique.example' } })).headers, path).toMatchObject({
        'strict-transport-security': 'max-age=31536000',
        'cross-origin-opener-policy': 'same-origin',
      });
    await stop();
    const plain = await send(await start({ publicUrl: 'http://replique.example' }), { path: '/' });
    for (const name of names) expect(plain.headers).not.toHaveProperty(name);
  });
});
