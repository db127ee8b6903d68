import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isFromAnotherSite, isKnownHost, publicOriginOf } from './origin.ts';

const lan = () =>
  ({
    lo: [{ family: 'IPv4', internal: true, address: '127.0.0.1' }],
    eth: [
      { family: 'IPv6', internal: false, address: 'fe80::1' },
      { family: 'IPv4', internal: false, address: '192.168.1.20' },
    ],
  }) as unknown as NodeJS.Dict<NetworkInterfaceInfo[]>;

describe('the address to hand to others', () => {
  it.each([
    ['http://localhost:4321/formateur', undefined, 'http://192.168.1.20:4321'],
    ['http://192.168.1.20:4321/formateur', undefined, 'http://192.168.1.20:4321'],
    ['http://salle12.local/', undefined, 'http://salle12.local'],
    ['http://localhost:4321/', 'https://replique.example', 'https://replique.example'],
  ])('%s, published as %s: %s', (url, publicUrl, expected) => {
    expect(publicOriginOf(new URL(url), publicUrl, lan)).toBe(expected);
  });

  it('stays as it is on a machine without network', () => {
    expect(publicOriginOf(new URL('http://localhost:4321/'), undefined, () => ({}))).toBe('http://localhost:4321');
  });
});

describe('names that staff pages answer to', () => {
  const machine = { addresses: () => ['192.168.1.20'], name: () => 'Salle12' };
  const config = { host: '0.0.0.0', publicUrl: 'https://replique.example', allowedHosts: ['lan.test'] };
  it.each([
    'localhost:4321',
    '127.0.0.1:4321',
    '[::1]:4321',
    '192.168.1.20:4321',
    'salle12.local',
    'replique.example',
    'lan.test:1',
  ])('knows %s', (host) => expect(isKnownHost(host, config, machine)).toBe(true));
  it.each([undefined, '', 'pirate.example', 'localhost.pirate.example', '192.168.1.21', 'a b'])(
    'does not know %s',
    (host) => expect(isKnownHost(host, config, machine)).toBe(false),
  );
});

describe('a request from a page of another site', () => {
  it.each([
    [{ host: 'a.example' }, false],
    [{ host: 'a.example', origin: 'https://a.example' }, false],
    [{ host: 'inside:8080', origin: 'https://replique.example' }, false],
    [{ host: 'a.example', origin: 'https://b.example' }, true],
    [{ host: 'a.example', origin: 'null' }, true],
    [{ host: 'a.example', 'sec-fetch-site': 'cross-site' }, true],
    [{ host: 'a.example', 'sec-fetch-site': 'same-origin' }, false],
  ])('%j: %s', (headers, expected) => {
    expect(isFromAnotherSite(headers, 'https://replique.example')).toBe(expected);
  });
});
