import type { FakeService } from '../service.ts';
import { poleEmploiRules } from './assumed.ts';
import { poleEmploiContract } from './contract.ts';
import { poleEmploiOperations } from './handlers.ts';
import { type PoleEmploiWorld, poleEmploiPresets, seedPoleEmploi } from './world.ts';

/** Operations that come between the password and the code. */
const betweenSteps = ['resendCode', 'confirmCode'];

/** The fake Pôle emploi, today France Travail: the personal space, registration and answers to letters, as of 2025. */
export const poleEmploiService: FakeService<PoleEmploiWorld, typeof poleEmploiContract> = {
  contract: poleEmploiContract,
  seed: seedPoleEmploi,
  presets: poleEmploiPresets,
  hasSession: (world, now, operation) =>
    world.session !== 'none' &&
    now - world.lastCallAt <= poleEmploiRules.sessionFor &&
    (world.session === 'open' || betweenSteps.includes(operation)),
  closeSession: (world) => {
    world.session = 'none';
  },
  operations: poleEmploiOperations,
};
