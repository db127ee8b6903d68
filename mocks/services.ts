import type { ServiceContract } from '#engine';
import { antsService } from './ants/index.ts';
import { sandboxService } from './bac-a-sable/index.ts';
import { cafService } from './caf/index.ts';
import { poleEmploiService } from './pole-emploi/index.ts';

/** Every fake back end, by the name that scenarios call it. */
export const fakeServices = {
  caf: cafService,
  ants: antsService,
  'pole-emploi': poleEmploiService,
  'bac-a-sable': sandboxService,
} as const;

export type FakeServiceName = keyof typeof fakeServices;

/** Their contracts as data, for `check` and `play`. */
export const contracts: Readonly<Record<string, ServiceContract>> = Object.fromEntries(
  Object.entries(fakeServices).map(([name, service]) => [name, service.contract]),
);
