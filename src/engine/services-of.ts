import type { Scenario } from './scenario/index.ts';

/** Names of the services that a scenario calls: the first half of its operations. */
export function servicesOf({ screens }: Pick<Scenario, 'screens'>): readonly string[] {
  const calls = Object.values(screens).flatMap(({ load, actions }) => [
    ...(load ? [load.operation] : []),
    ...actions.flatMap(({ does }) => (does.kind === 'call' ? [does.operation] : [])),
  ]);
  return [...new Set(calls.map((operation) => operation.split('.')[0] ?? ''))];
}
