import type { Persona } from '#engine';
import type { FakeService } from '../service.ts';
import { type AccountWorld, accountPresets, seedAccount } from './account.ts';
import { type IdentityWorld, identityPresets, seedIdentity } from './identity.ts';
import { type LicenceWorld, licencePresets, seedLicence } from './licence/world.ts';
import { seedVehicle, type VehicleWorld, vehiclePresets } from './vehicle/world.ts';

/** What the fake agency knows of a run, a part for each procedure. Classes and moments only: nothing typed. */
export interface AntsWorld {
  account: AccountWorld;
  identity: IdentityWorld;
  licence: LicenceWorld;
  vehicle: VehicleWorld;
}

export function seedAnts(persona: Persona, run: { readonly now: number }): AntsWorld {
  return {
    account: seedAccount(persona, run),
    identity: seedIdentity(),
    licence: seedLicence(persona.traits),
    vehicle: seedVehicle(),
  };
}

export const antsPresets: FakeService<AntsWorld>['presets'] = {
  ...accountPresets,
  ...identityPresets,
  ...licencePresets,
  ...vehiclePresets,
};
