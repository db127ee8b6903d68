import type { FakeService } from '../service.ts';
import { franceConnectRules } from './assumed.ts';
import { franceConnectContract } from './contract.ts';
import { franceConnectOperations } from './handlers.ts';
import { type FranceConnectWorld, franceConnectPresets, seedFranceConnect } from './world.ts';

/** The fake FranceConnect, as of February 2026, with the accounts that it leads to. */
export const franceConnectService: FakeService<FranceConnectWorld, typeof franceConnectContract> = {
  contract: franceConnectContract,
  seed: seedFranceConnect,
  presets: franceConnectPresets,
  hasSession: ({ session }, now) => session !== null && now - session <= franceConnectRules.sessionFor,
  closeSession: (world) => {
    world.session = null;
  },
  operations: franceConnectOperations,
};
