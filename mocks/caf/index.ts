import type { FakeService } from '../service.ts';
import { accountOperations, closeAccount, hasAccountSession } from './account.ts';
import { openingOperations } from './account-opening.ts';
import { cafContract } from './contract.ts';
import { dropDrafts } from './drafts.ts';
import { housingOperations } from './housing/housing.ts';
import { statementOperations } from './statement.ts';
import { type CafWorld, cafPresets, seedCaf } from './world.ts';

/** The fake Caf as of 2025: « Mon Compte », and its procedures. */
export const cafService: FakeService<CafWorld, typeof cafContract> = {
  contract: cafContract,
  seed: seedCaf,
  presets: cafPresets,
  hasSession: ({ account }, now, operation) => hasAccountSession(account, now, operation),
  closeSession: (world) => {
    closeAccount(world.account);
    dropDrafts(world);
  },
  operations: { ...accountOperations, ...openingOperations, ...statementOperations, ...housingOperations },
};
