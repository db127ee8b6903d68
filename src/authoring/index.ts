export {
  type CatalogueOptions,
  type CompiledCatalogue,
  compileCatalogue,
  compileLibrary,
  type ScenarioAbout,
} from './catalogue.ts';
export type { Fault } from './fault.ts';
export { type Library, readLibrary } from './load/library.ts';
export {
  Driver,
  type DriverOptions,
  type ExampleOutcome,
  type Fake,
  type FakeOptions,
  playExample,
  type StartFake,
  type WalkReport,
  type WalkSetting,
  walk,
} from './play/index.ts';
