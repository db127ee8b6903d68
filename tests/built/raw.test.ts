import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chance, chance } from '../../src/coach/simulated/chance.ts';
import { hostile } from '../fuzz/mutate.ts';
import { type Site, startSite } from '../support/site.ts';

/** Requests as no browser writes them, byte by byte, at the door of the real server. */
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const bytes = (draw: Chance, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => Math.floor(draw.unit() * 256)));

function request(draw: Chance): Buffer {
  const path = draw.pick([
    '/api/events',
    '/api/events',
    '/api/join',
    '/api/leave',
    '/formateur/connexion',
    '/formateur/groupes/%00',
    '/formateur/lien/un-jeton-bien-secret',
    '/..%2f..%2fetc/passwd',
    '//pirate.example/',
    'http://pirate.example/',
    `/${'a/'.repeat(2000)}`,
    `/s/${encodeURIComponent(draw.pick(hostile).toWellFormed())}`,
  ]);
  const method = draw.pick(['GET', 'POST', 'PUT', 'DELETE', 'TRACE', 'BREW', '', 'post']);
  const type = draw.pick([
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    '\u00e9',
  ]);
  const body = draw.pick([
    () => bytes(draw, 400),
    () => Buffer.from('{"run":'.repeat(200)),
    () => Buffer.from([0xff, 0xfe, 0x7b, 0x7d]),
    () => Buffer.from(`--x\r\nContent-Disposition: form-data; name="nom"; filename="a"\r\n\r\n${draw.pick(hostile)}`),
    () => Buffer.alloc(0),
  ])();
  const length = draw.pick([
    `content-length: ${body.length}`,
    `content-length: ${body.length + 50}`,
    'content-length: -1',
    'transfer-encoding: chunked',
    `content-length: 3\r\ntransfer-encoding: chunked`,
  ]);
  const host = draw.pick(['localhost', 'pirate.example', '', '[::1', `localhost\r\nx: ${'y'.repeat(20_000)}`]);
  return Buffer.concat([
    Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: ${type}\r\n${length}\r\n\r\n`, 'latin1'),
    body,
  ]);
}

/** What came back before the connection ended, or a moment. */
const send = (what: Buffer): Promise<string> =>
  new Promise((done) => {
    const socket = connect(site.port, '127.0.0.1', () => socket.end(what));
    let said = '';
    const end = (): void => {
      clearTimeout(patience);
      socket.destroy();
      done(said);
    };
    const patience = setTimeout(end, 2_000);
    socket.setEncoding('latin1').on('data', (words: string) => {
      said += words;
    });
    socket.once('close', end).once('error', end);
  });

/** From the kernel, MB; nothing where there is no /proc. */
const resident = (): number => {
  const status = `/proc/${site.process.pid}/status`;
  return existsSync(status) ? Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1]) / 1024 : 0;
};

it('malformed requests get a refusal or a closed door, never a fault of ours, and the server goes on', async () => {
  const draw = chance(7);
  const round = async (): Promise<string[]> => {
    const answers: string[] = [];
    for (let turn = 0; turn < 30; turn++)
      answers.push(...(await Promise.all(Array.from({ length: 20 }, () => send(request(draw))))));
    return answers;
  };
  const answers = await round();
  const before = resident();
  answers.push(...(await round()));
  const faults = answers.filter((answer) => /^HTTP\/1\.1 5/.test(answer));
  expect(faults.map((answer) => answer.slice(0, 300))).toEqual([]);
  const statuses = answers.map((answer) => /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'closed');
  expect(new Set(statuses).size).toBeGreaterThan(3);
  expect(answers.filter((answer) => /root:x:0|\n\s+at .+\.(?:ts|m?js):\d+/.test(answer))).toEqual([]);
  expect(site.said()).not.toMatch(/n’a pas pu être servie|un-jeton-bien-secret/);
  expect(resident() - before).toBeLessThan(60);
  expect((await fetch(site.origin)).status).toBe(200);
});
