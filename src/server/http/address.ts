import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';

/** Whom limits are counted for, of a request. */
export type AddressOf = (request: IncomingMessage) => string;

/** Peers whose X-Forwarded-For is believed: addresses, "10.0.0.0/8", or proxy-addr's "loopback", "linklocal", "uniquelocal". */
export function isPeerList(list: readonly string[]): boolean {
  try {
    proxyAddr.compile([...list]);
    return true;
  } catch {
    return false;
  }
}

/**
 * The address of the connection, whatever the request says: anybody can write X-Forwarded-For. Only where the peer is one
 * of the `trusted` is that header read, from its right end: the last address that a trusted proxy did not write itself.
 */
export function createAddressOf(trusted: readonly string[]): AddressOf {
  const trust = proxyAddr.compile([...trusted]);
  return (request) => {
    const peer = request.socket.remoteAddress ?? '';
    return lineOf(proxyAddr(request, trust)) ?? lineOf(peer) ?? peer;
  };
}

/**
 * What one subscriber's line has: an IPv4 address, or the first 64 bits of an IPv6 one, since a line has them all and could
 * count as new with each. Null for what is no address.
 */
export function lineOf(address: string): string | null {
  if (!ipaddr.isValid(address)) return null;
  const read = ipaddr.process(address); // an IPv4 address written as IPv6 is the IPv4 one
  if (read.kind() === 'ipv4') return read.toString();
  const [a = 0, b = 0, c = 0, d = 0] = (read as ipaddr.IPv6).parts;
  return `${new ipaddr.IPv6([a, b, c, d, 0, 0, 0, 0])}/64`;
}
