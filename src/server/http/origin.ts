import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]', '0.0.0.0']);

/**
 * The address to hand to others. Who reads the page on this very machine sees « localhost », which leads nowhere on
 * a learner's phone: the address on the local network takes its place.
 */
export function publicOriginOf(
  url: URL,
  baseUrl: string | undefined,
  interfaces: () => NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces,
): string {
  if (baseUrl !== undefined) return baseUrl;
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
  baseUrl: string | undefined,
): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  const { origin, host } = headers;
  if (origin === undefined) return false;
  if (baseUrl !== undefined && origin === baseUrl) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
