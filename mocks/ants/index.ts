import type { FakeService } from '../service.ts';
import { accountOperations, closeAccount, hasAccountSession } from './account.ts';
import { appointmentOperations } from './appointment.ts';
import { antsContract } from './contract.ts';
import { identityOperations } from './identity.ts';
import { licenceOperations } from './licence/handlers.ts';
import { vehicleOperations } from './vehicle/sale.ts';
import { type AntsWorld, antsPresets, seedAnts } from './world.ts';

/** The fake agency of titles (ANTS, now France Titres), as of 2025: the account, and its procedures. */
export const antsService: FakeService<AntsWorld, typeof antsContract> = {
  contract: antsContract,
  seed: seedAnts,
  presets: antsPresets,
  hasSession: ({ account }, now, operation) => hasAccountSession(account, now, operation),
  closeSession: ({ account }) => closeAccount(account),
  operations: {
    ...accountOperations,
    ...identityOperations,
    ...appointmentOperations,
    ...licenceOperations,
    ...vehicleOperations,
  },
};
