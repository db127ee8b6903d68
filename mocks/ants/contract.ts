import type { ServiceContract } from '#engine';
import { accountContract } from './account-contract.ts';
import { appointmentContract, identityContract } from './identity-contract.ts';
import { licenceContract } from './licence/contract.ts';
import { vehicleContract } from './vehicle/contract.ts';

/** What the fake agency can be asked, and everything that it can answer; each procedure has its own file. */
export const antsContract = {
  service: 'ants',
  common: {
    outage: { status: 503, recipe: { presets: ['outage'] } },
    maintenance: { status: 503, recipe: { presets: ['maintenance'] } },
    sessionExpired: { status: 401, recipe: { presets: ['session-over'] } },
  },
  operations: {
    ...accountContract,
    ...identityContract,
    ...appointmentContract,
    ...licenceContract,
    ...vehicleContract,
  },
} as const satisfies ServiceContract;
