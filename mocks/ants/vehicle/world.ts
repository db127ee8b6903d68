import type { FakeService } from '../../service.ts';
import type { AntsWorld } from '../world.ts';

/** The vehicle that the person sells. */
export interface VehicleWorld {
  /** Phase one is saved. */
  saved: boolean;
  /** The day given for the sale is more than 15 days ago. */
  late: boolean;
  opposed: boolean;
  /** Set once the sale is declared. */
  sale: { readonly code: string; readonly number: string } | null;
}

export const seedVehicle = (): VehicleWorld => ({ saved: false, late: false, opposed: false, sale: null });

const set =
  (change: Partial<VehicleWorld>): FakeService<AntsWorld>['presets'][string] =>
  ({ vehicle }) => {
    Object.assign(vehicle, change);
  };

export const vehiclePresets: FakeService<AntsWorld>['presets'] = {
  'no-sale': set({ saved: false, late: false, sale: null }),
  'sale-saved': set({ saved: true, sale: null }),
  'sale-late': set({ late: true }),
  // A real run draws its own code and number.
  'sale-declared': set({ saved: true, sale: { code: '10001', number: 'DEMO100002' } }),
  opposed: set({ opposed: true }),
  'not-opposed': set({ opposed: false }),
};
