export {
  type CatalogueOptions,
  type CompiledCatalogue,
  compileCatalogue,
  compileLibrary,
  type ScenarioAbout,
} from './catalogue.ts';
export { isStale } from './evidence.ts';
export type { Fault } from './faults/fault.ts';
export { fidelityPage } from './fidelity.ts';
export { type Library, readLibrary } from './load/library.ts';
export { personMinutes } from './person-time.ts';
export {
  type Act,
  Driver,
  type DriverOptions,
  type ExampleOutcome,
  type Expectation,
  type Fake,
  type FakeOptions,
  playExample,
  playOn,
  presetOf,
  type StartFake,
  type WalkReport,
  type WalkSetting,
  walk,
} from './play/index.ts';
export { readBrands } from './read-brands.ts';
export { type Renewed, renewVariants } from './renew.ts';
export { neededFor, type Solution, type SolveSetting, solve } from './solve/solve.ts';
export { newScenario, newService } from './template.ts';
export { type TrySetting, tryCatalogue } from './try.ts';
