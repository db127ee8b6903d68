import type { Network, NetworkOptions } from './network.ts';
import { loadServices } from './services.ts';

/** Brings what the fake back ends of these names are made of: asked for early, it is there when the run needs it. */
export const bringNetwork = (names: readonly string[]) => Promise.all([import('./network.ts'), loadServices(names)]);

/** Starts the fake back ends of these names in a page. */
export async function openNetwork(
  names: readonly string[],
  options: Omit<NetworkOptions, 'services'>,
): Promise<Network> {
  const [{ startNetwork }, services] = await bringNetwork(names);
  return startNetwork({ ...options, services });
}
