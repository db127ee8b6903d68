import type { Persona } from '#engine';
import { fakeServices } from '../every-service.ts';
import { type Network, type NetworkOptions, startNetwork } from '../network.ts';
import { amina } from './amina.ts';

/** A run's network and clock, for tests: calls go through the page's own `fetch`. */
export interface TestRun {
  readonly network: Network;
  /** Calls an operation; resolves to its outcome. */
  ask(operation: string, input?: Record<string, unknown>): Promise<string>;
  /** As `ask`, with the whole answer. */
  call(
    operation: string,
    input?: Record<string, unknown>,
  ): Promise<{ status: number; outcome: string; data?: Record<string, unknown> }>;
  /** Lets time pass, ms. */
  pass(ms: number): void;
  /** The code of the last mail. */
  code(): string;
}

export function testRun(
  service: keyof typeof fakeServices,
  options: Partial<NetworkOptions> & { persona?: Persona } = {},
): TestRun {
  let clock = Date.parse('2026-11-21T10:00:00Z');
  const network = startNetwork({
    services: { [service]: fakeServices[service] },
    persona: amina,
    today: '2026-11-21',
    now: () => clock,
    seed: 'graine',
    wait: async () => {},
    ...options,
  });
  const call: TestRun['call'] = async (operation, input = {}) => {
    const body = JSON.stringify(input);
    const response = await fetch(`https://${service}.invalid/${operation}`, { method: 'POST', body });
    return { status: response.status, ...(await response.json()) };
  };
  return {
    network,
    call,
    ask: async (operation, input) => (await call(operation, input)).outcome,
    pass: (ms) => {
      clock += ms;
    },
    code: () => network.messages().at(-1)?.vars['code'] ?? '',
  };
}
