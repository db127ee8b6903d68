import { hostname, type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]', '0.0.0.0']);

/** Whether a server that listens there is heard by this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

/**
 * The address to hand to others. Who reads the page on this very machine sees « localhost », which leads nowhere on
 * a learner's phone: the address on the local network takes its place.
 */
export function publicOriginOf(
  url: URL,
  publicUrl: string | undefined,
  interfaces: () => NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces,
): string {
  if (publicUrl !== undefined) return publicUrl;
  if (!ownNames.has(url.hostname)) return url.origin;
  const [address] = lanAddresses(interfaces);
  return address === undefined ? url.origin : `${url.protocol}//${address}${url.port === '' ? '' : `:${url.port}`}`;
}

/** IPv4 addresses of this machine on its networks, itself aside. */
export function lanAddresses(interfaces: () => NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces): string[] {
  return Object.values(interfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** Whether a request comes from a page of another site: browsers say so in these headers, and pages cannot lie there. */
export function isFromAnotherSite(
  headers: {
    readonly origin?: string | undefined;
    readonly host?: string | undefined;
    readonly 'sec-fetch-site'?: unknown;
  },
  publicUrl: string | undefined,
): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  const { origin, host } = headers;
  if (origin === undefined) return false;
  if (publicUrl !== undefined && origin === publicUrl) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/**
 * Whether a page made on request may answer to this name. A stranger's site can make its own name lead to a machine
 * of the local network, and would then read staff pages as if they were its own: only known names are answered.
 */
export function isKnownHost(
  host: string | undefined,
  config: Pick<Config, 'host' | 'publicUrl' | 'allowedHosts'>,
  machine: { readonly addresses: () => readonly string[]; readonly name: () => string } = {
    addresses: lanAddresses,
    name: hostname,
  },
): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const name = new URL(`http://${host}`).hostname;
  const own = machine.name().toLowerCase();
  return (
    ownNames.has(name) ||
    name === config.host ||
    name === own ||
    name === `${own}.local` ||
    config.allowedHosts.includes(name) ||
    (config.publicUrl !== undefined && name === new URL(config.publicUrl).hostname) ||
    machine.addresses().includes(name)
  );
}
