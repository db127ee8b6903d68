import type { Screen } from '#engine';
import { edgesOf } from '../compile/graph.ts';
import type { Subject } from './check.ts';

/** "caf.readReceipt" of "caf.readReceipt.number". */
export const operationOf = (argument: string): string => argument.split('.').slice(0, 2).join('.');

/**
 * Whether the data may be there when a screen is shown: its operation is called there, or on a screen that leads there
 * while the service works. A log-out takes everything back to the start.
 */
export function isBrought(operation: string, id: string, { scenario, contracts }: Subject): boolean {
  const { screens } = scenario;
  const calls = ({ load, actions }: Screen) =>
    load?.operation === operation || actions.some(({ does }) => does.kind === 'call' && does.operation === operation);
  const met = new Set<string>();
  const queue = Object.values(screens).filter(calls);
  for (let screen = queue.shift(); screen; screen = queue.shift()) {
    if (met.has(screen.id)) continue;
    met.add(screen.id);
    const ways = edgesOf(screen).filter((edge) => {
      const { common = {} } = contracts[edge.operation?.split('.')[0] ?? ''] ?? {};
      return edge.outcome === undefined || !(edge.outcome in common);
    });
    const targets = [...ways.map(({ to }) => to), ...('to' in screen.back ? [screen.back.to] : [])];
    queue.push(...targets.flatMap((to) => screens[to] ?? []));
  }
  return met.has(id);
}
