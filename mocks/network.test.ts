import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WorldSnapshot } from './back-end.ts';
import { cafService } from './caf/index.ts';
import { franceConnectService } from './franceconnect/index.ts';
import { type Network, type NetworkOptions, startNetwork } from './network.ts';
import { amina } from './testing/amina.ts';

const start = Date.parse('2026-11-21T10:00:00Z');
let clock = start;
let network: Network | undefined;

function open(options: Partial<NetworkOptions> = {}): Network {
  clock = start;
  network = startNetwork({
    services: { caf: cafService },
    persona: amina,
    today: '2026-11-21',
    now: () => clock,
    seed: 'graine',
    wait: async () => {},
    ...options,
  });
  return network;
}

async function call(operation: string, input: Record<string, unknown> = {}, service = 'caf') {
  const response = await fetch(`https://${service}.invalid/${operation}`, {
    method: 'POST',
    body: JSON.stringify(input),
  });
  return { status: response.status, body: await response.json() };
}

afterEach(() => {
  network?.stop();
  network = undefined;
});

const right = { nir: '2841169000007', password: 'Jardin2024fleurs' };

describe('the network of a run', () => {
  it('answers a call to a fake host with an outcome', async () => {
    open();
    expect(await call('signIn', right)).toEqual({ status: 200, body: { outcome: 'ok' } });
  });

  it('begins as the scenario says, and goes on as it was left', async () => {
    const world = [{ service: 'caf', name: 'password-due' }];
    const left = open({ world }).world();
    expect(await call('signIn', right)).toMatchObject({ body: { outcome: 'passwordDue' } });
    network?.preset('caf', 'fresh-account');
    open({ world, restore: network?.world() ?? left });
    expect(await call('signIn', right)).toMatchObject({ body: { outcome: 'ok' } });
    expect(() => open({ world: [{ service: 'caf', name: 'no-such-change' }] })).toThrow('no-such-change');
  });

  it('brings a service that comes later with its first call, in the world that was left', async () => {
    const bring = vi.fn(async () => franceConnectService);
    const later = { franceconnect: bring };
    const ask = () => call('signInAmeli', right, 'franceconnect');
    open({ later });
    expect(bring).not.toHaveBeenCalled();
    expect(await Promise.all([ask(), ask()])).toEqual([0, 1].map(() => expect.objectContaining({ status: 401 })));
    const left = network?.world();
    expect(Object.keys(left?.services ?? {})).toEqual(['caf', 'franceconnect']);
    open({ later, ...(left && { restore: left }) });
    expect(network?.world()).toEqual(left);
    await ask();
    expect(network?.world().services['franceconnect']).toEqual(left?.services['franceconnect']);
  });

  it('begins as the scenario says with a service that comes later', async () => {
    const world = [{ service: 'caf', name: 'password-due' }];
    open({ services: {}, world, later: { caf: async () => cafService } });
    expect(await call('signIn', right)).toMatchObject({ body: { outcome: 'passwordDue' } });
  });

  it('fails the call when its service cannot come, and tries again with the next', async () => {
    const bring = vi.fn(async () => cafService).mockRejectedValueOnce(new TypeError('Failed to fetch module'));
    open({ services: {}, later: { caf: bring } });
    await expect(call('signIn', right)).rejects.toThrow(TypeError);
    expect(await call('signIn', right)).toMatchObject({ body: { outcome: 'ok' } });
  });

  it('fails a call that no contract has, as a network down would', async () => {
    open();
    await expect(call('inventedOperation')).rejects.toThrow(TypeError);
    await expect(fetch('https://other.invalid/signIn', { method: 'POST', body: '{}' })).rejects.toThrow(TypeError);
  });

  it('lets no request out but to our own origin', async () => {
    open({ ownOrigin: 'data:' });
    await expect(fetch('https://caf.fr/')).rejects.toThrow(TypeError);
    await expect(fetch('https://caf.invalid/signIn')).rejects.toThrow(TypeError);
  });

  it('leaves requests to our own origin untouched', async () => {
    const server = createServer((request, response) => response.end(`${request.method} ${request.url}`)).listen(0);
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    open({ ownOrigin: origin });
    expect(await (await fetch(`${origin}/api/events`, { method: 'POST', body: '{}' })).text()).toBe('POST /api/events');
    server.close();
  });

  it('gives fetch back when it stops', async () => {
    const before = globalThis.fetch;
    open().stop();
    network = undefined;
    expect(globalThis.fetch).toBe(before);
  });

  it('takes the place of the one before, whose end then changes nothing', async () => {
    const first = open();
    const second = open({ conditions: ['maintenance'] });
    first.stop();
    expect((await call('signIn', right)).body.outcome).toBe('maintenance');
    expect(second.world().weather.calls).toBe(1);
    expect(first.world().weather.calls).toBe(0);
  });

  it('says each change of the world, and starts again from it', async () => {
    const seen: string[] = [];
    const first = open({ onWorldChange: () => seen.push(JSON.stringify(first.world())) });
    await call('signIn', right);
    await call('sendCode');
    const world = first.world();
    expect(seen.at(-1)).toBe(JSON.stringify(world));
    first.stop();
    const second = open({ restore: JSON.parse(JSON.stringify(world)) });
    expect(second.messages()).toEqual(first.messages());
    const code = second.messages()[0]?.vars['code'];
    expect(await call('confirmCode', { code })).toMatchObject({ body: { outcome: 'ok' } });
  });

  it('starts afresh from a world that another version wrote', async () => {
    const running = open({ restore: { version: 0, services: { caf: {} } } as unknown as WorldSnapshot });
    expect(await call('signIn', right)).toMatchObject({ body: { outcome: 'ok' } });
    expect(running.world().version).toBe(1);
  });

  it('writes nothing that was typed into the world', async () => {
    const seen: string[] = [];
    const network = open({ onWorldChange: () => seen.push(JSON.stringify(network.world())) });
    await call('signIn', { nir: '2990775000099', password: 'SecretDeLaVraieVie1' });
    await call('signIn', right);
    await call('sendCode');
    await call('changePassword', { password: 'NouveauSecret42' });
    expect(seen.length).toBe(4);
    expect(seen.join()).not.toMatch(/2990775000099|SecretDeLaVraieVie1|2841169000007|Jardin2024fleurs|NouveauSecret42/);
  });

  it('makes a message arrive after the delay of its template, unread, until it is marked', async () => {
    const template = { id: 'code-de-connexion', channel: 'mail', from: 'Caf', subject: 'Code', lines: [] } as const;
    const running = open({ messages: { 'code-de-connexion': { ...template, delay: 'PT5S' } } });
    await call('signIn', right);
    await call('sendCode');
    expect(running.messages()).toMatchObject([{ id: 'code-de-connexion#1', arrivesAt: start + 5000, read: false }]);
    running.markRead('code-de-connexion#1');
    expect(running.messages()[0]?.read).toBe(true);
  });

  it('sends the same code for the same seed, another for another', async () => {
    const codes: string[] = [];
    for (const seed of ['a', 'a', 'b']) {
      const running = open({ seed });
      await call('signIn', right);
      await call('sendCode');
      codes.push(running.messages()[0]?.vars['code'] ?? '');
      running.stop();
    }
    expect(codes[0]).toMatch(/^\d{6}$/);
    expect(codes[1]).toBe(codes[0]);
    expect(codes[2]).not.toBe(codes[0]);
    network = undefined;
  });
});

describe('the conditions of a run', () => {
  it('slow: every answer takes its time', async () => {
    const waits: number[] = [];
    open({ conditions: ['slow'], wait: async (ms) => void waits.push(ms) });
    await call('signIn', right);
    expect(waits).toEqual([4000]);
  });

  it('outage: the first two calls fail, then the service is back', async () => {
    open({ conditions: ['outage'] });
    const outcomes = [];
    for (let count = 0; count < 3; count += 1) outcomes.push((await call('signIn', right)).body.outcome);
    expect(outcomes).toEqual(['outage', 'outage', 'ok']);
  });

  it('outage of one service: the others answer', async () => {
    const network = open({ services: { caf: cafService, autre: cafService } });
    network.preset('autre', 'outage');
    expect((await call('signIn', right)).body.outcome).toBe('ok');
    network.preset('caf', 'outage');
    expect((await call('signIn', right)).body.outcome).toBe('outage');
    expect((await call('signIn', right)).body.outcome).toBe('ok');
  });

  it('maintenance: closed for an hour of the run', async () => {
    open({ conditions: ['maintenance'] });
    expect(await call('signIn', right)).toEqual({ status: 503, body: { outcome: 'maintenance' } });
    clock += 3_600_000;
    expect((await call('signIn', right)).body.outcome).toBe('ok');
  });

  it('session-expires: the session ends once, at the fourth signed-in call', async () => {
    const running = open({ conditions: ['session-expires'] });
    const enter = async () => {
      await call('signIn', right);
      await call('sendCode');
      return call('confirmCode', { code: running.messages().at(-1)?.vars['code'] });
    };
    await enter();
    await call('acceptTerms', { accepted: true });
    expect((await call('openAccount')).body.outcome).toBe('sessionExpired');
    await enter();
    expect((await call('openAccount')).body.outcome).toBe('ok');
    expect((await call('readStatement')).body.outcome).toBe('ok');
  });
});
