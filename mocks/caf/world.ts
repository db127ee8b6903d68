import type { Persona } from '#engine';
import type { FakeService } from '../service.ts';
import { type AccountWorld, accountPresets, seedAccount } from './account.ts';
import { type OpeningWorld, openingPresets, seedOpening } from './account-opening.ts';
import { type HousingWorld, housingPresets, seedHousing } from './housing/housing.ts';
import { type StatementWorld, seedStatement, statementPresets } from './statement.ts';

/** What the fake Caf knows of a run, a part for each procedure. Classes and moments only: nothing typed. */
export interface CafWorld {
  account: AccountWorld;
  opening: OpeningWorld;
  statement: StatementWorld;
  housing: HousingWorld;
}

export function seedCaf(persona: Persona, run: { readonly today: string; readonly now: number }): CafWorld {
  return {
    account: seedAccount(persona, run),
    opening: seedOpening(persona),
    statement: seedStatement(persona, run),
    housing: seedHousing(persona, run),
  };
}

export const cafPresets: FakeService<CafWorld>['presets'] = {
  ...accountPresets,
  ...openingPresets,
  ...statementPresets,
  ...housingPresets,
};
