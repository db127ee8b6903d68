import type { FakeService } from '../service.ts';
import { cafRules } from './assumed.ts';
import { cafContract } from './contract.ts';
import { cafOperations } from './handlers.ts';
import { type CafWorld, cafPresets, emptyDraft, seedCaf } from './world.ts';

/** Operations that come between the password and the code. */
const betweenSteps = ['sendCode', 'confirmCode', 'resendResetCode', 'changePassword'];

/** The fake Caf: « Mon Compte » and the quarterly statement of resources, as of 2025. */
export const cafService: FakeService<CafWorld> = {
  contract: cafContract,
  seed: seedCaf,
  presets: cafPresets,
  hasSession: (world, now, operation) => {
    if (world.session === 'none') return false;
    return (
      now - world.lastCallAt <= cafRules.sessionFor && (world.session === 'open' || betweenSteps.includes(operation))
    );
  },
  closeSession: (world) => {
    world.session = 'none';
    world.draft = emptyDraft();
  },
  operations: cafOperations,
};
