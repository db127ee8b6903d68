import type { FakeService } from './service.ts';

/** Brings each fake back end, by the name that scenarios call it: a page loads those of its scenario, and no other. */
const loaders = {
  caf: async () => (await import('./caf/index.ts')).cafService,
  ants: async () => (await import('./ants/index.ts')).antsService,
  'pole-emploi': async () => (await import('./pole-emploi/index.ts')).poleEmploiService,
  franceconnect: async () => (await import('./franceconnect/index.ts')).franceConnectService,
  'bac-a-sable': async () => (await import('./bac-a-sable/index.ts')).sandboxService,
} as const satisfies Readonly<Record<string, () => Promise<unknown>>>;

export type FakeServiceName = keyof typeof loaders;

export const serviceNames = Object.keys(loaders) as readonly FakeServiceName[];

/** Fake back ends by name. */
// biome-ignore lint/suspicious/noExplicitAny: each has a world of its own, and whoever holds several looks into none.
export type FakeServices = Readonly<Record<string, FakeService<any>>>;

/** The fake back end of this name. Throws on a name that there is none of. */
export async function loadService(name: string): Promise<FakeServices[string]> {
  const load = loaders[name as FakeServiceName];
  if (!load) throw new Error(`No fake back end is called "${name}".`);
  return load();
}

/** The fake back ends of these names. */
export async function loadServices(names: readonly string[]): Promise<FakeServices> {
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await loadService(name)] as const)));
}
