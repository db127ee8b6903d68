import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createAddressOf, isPeerList, lineOf } from './address.ts';

const request = (peer: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress: peer },
    headers: { ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }) },
  }) as unknown as IncomingMessage;

describe('the address of a visitor', () => {
  it('is the connection’s, whatever the header says, when no proxy is trusted', () => {
    const addressOf = createAddressOf([]);
    expect(addressOf(request('203.0.113.9', '10.1.2.3'))).toBe('203.0.113.9');
    expect(addressOf(request('127.0.0.1', '10.1.2.3'))).toBe('127.0.0.1');
    expect(addressOf(request('127.0.0.1'))).toBe('127.0.0.1');
    expect(addressOf(request(undefined, '10.1.2.3'))).toBe('');
  });

  it('is the last that a trusted proxy did not write, and nobody else is believed', () => {
    const addressOf = createAddressOf(['loopback', '10.0.0.0/8']);
    expect(addressOf(request('127.0.0.1', '198.51.100.4'))).toBe('198.51.100.4');
    expect(addressOf(request('::ffff:127.0.0.1', '198.51.100.4'))).toBe('198.51.100.4');
    // What the visitor wrote themselves stands to the left of what the proxies added.
    expect(addressOf(request('127.0.0.1', '192.0.2.1, 198.51.100.4, 10.3.3.3'))).toBe('198.51.100.4');
    expect(addressOf(request('203.0.113.9', '198.51.100.4'))).toBe('203.0.113.9');
    expect(addressOf(request('127.0.0.1', '2001:db8:1:2:3:4:5:6'))).toBe('2001:db8:1:2::/64');
  });

  it('is the proxy’s where the header holds no address', () => {
    const addressOf = createAddressOf(['loopback']);
    for (const header of ['unknown', '198.51.100.4:5555', '<script>', ''])
      expect(addressOf(request('127.0.0.1', header)), header).toBe('127.0.0.1');
  });

  it('is a line, not a device: the first half of an IPv6 address, and IPv4 however it is written', () => {
    expect(lineOf('2001:db8:1:2:aaaa:bbbb:cccc:1')).toBe(lineOf('2001:0db8:0001:0002::9'));
    expect(lineOf('2001:db8:1:3::1')).not.toBe(lineOf('2001:db8:1:2::1'));
    expect(lineOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(lineOf('fe80::1%eth0')).toBe('fe80::/64');
    expect(lineOf('::1')).toBe('::/64');
    expect(lineOf('somewhere')).toBeNull();
  });

  it('knows a list of peers from a mistake', () => {
    expect([['127.0.0.1'], ['10.0.0.0/8', '::1'], ['loopback'], []].map(isPeerList)).toEqual([true, true, true, true]);
    expect([['proxy.example'], ['10.0.0.0/99'], ['10.0.0']].map(isPeerList)).toEqual([false, false, false]);
  });
});
