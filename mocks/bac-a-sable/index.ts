import type { FakeService } from '../service.ts';
import { sandboxContract } from './contract.ts';

export interface SandboxWorld {
  /** Calls of `check` so far. */
  checks: number;
  session: boolean;
}

/** The one word that `check` accepts. */
const rightWord = 'sable';

/** The fake back end of the `bac-a-sable` scenario. */
export const sandboxService: FakeService<SandboxWorld, typeof sandboxContract> = {
  contract: sandboxContract,
  seed: () => ({ checks: 0, session: true }),
  presets: {
    'session-over': (world) => {
      world.session = false;
    },
  },
  hasSession: (world) => world.session,
  closeSession: (world) => {
    world.session = false;
  },
  operations: {
    readFigures: ({ persona }) => {
      const adults = persona.people.filter((person) => person.role !== 'child');
      const figures = Object.fromEntries(adults.map((person) => [`${person.id}.salaires.-2`, 123_456]));
      return { outcome: 'ok', data: { figures, town: 'Sablonville' } };
    },
    sendCode: ({ digits, send }) => {
      send('code-du-sable', { code: digits(6) });
      return { outcome: 'ok' };
    },
    check: ({ world, input }) => {
      world.checks += 1;
      return { outcome: input.word === rightWord ? 'ok' : 'refused' };
    },
  },
};
