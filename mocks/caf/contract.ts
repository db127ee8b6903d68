import type { ServiceContract } from '#engine';
import { accountContract } from './account-contract.ts';
import { openingContract } from './account-opening-contract.ts';
import { housingContract } from './housing/contract.ts';
import { statementContract } from './statement-contract.ts';

/** What the fake Caf can be asked, and everything that it can answer; each procedure has its own file. */
export const cafContract = {
  service: 'caf',
  common: {
    outage: { status: 503, recipe: { presets: ['outage'] } },
    maintenance: { status: 503, recipe: { presets: ['maintenance'] } },
    sessionExpired: { status: 401, recipe: { presets: ['session-over'] } },
  },
  operations: { ...accountContract, ...openingContract, ...statementContract, ...housingContract },
} as const satisfies ServiceContract;
