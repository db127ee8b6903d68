import type { ServiceContract } from '#engine';
import { antsService } from './ants/index.ts';
import { sandboxService } from './bac-a-sable/index.ts';
import { cafService } from './caf/index.ts';
import { franceConnectService } from './franceconnect/index.ts';
import { poleEmploiService } from './pole-emploi/index.ts';
import type { FakeServiceName } from './services.ts';

/** Every fake back end at once, for Node: `check`, `play` and tests. A page asks `services.ts` for its own. */
export const fakeServices = {
  caf: cafService,
  ants: antsService,
  'pole-emploi': poleEmploiService,
  franceconnect: franceConnectService,
  'bac-a-sable': sandboxService,
} as const satisfies Readonly<Record<FakeServiceName, unknown>>;

/** Their contracts as data, for `check` and `play`. */
export const contracts: Readonly<Record<string, ServiceContract>> = Object.fromEntries(
  Object.entries(fakeServices).map(([name, service]) => [name, service.contract]),
);
