import type { Network, NetworkOptions } from './network.ts';
import { loadService, loadServices } from './services.ts';

/**
 * Starts the fake back ends of these names in a page, in the order in which a run needs them: the first is waited for,
 * each other comes with its first call (or before, with `loadServices`).
 */
export async function openNetwork(
  [first, ...others]: readonly string[],
  options: Omit<NetworkOptions, 'services'>,
): Promise<Network> {
  const [{ startNetwork }, services] = await Promise.all([
    import('./network.ts'),
    loadServices(first === undefined ? [] : [first]),
  ]);
  const later = Object.fromEntries(others.map((name) => [name, () => loadService(name)]));
  return startNetwork({ ...options, services, later });
}
