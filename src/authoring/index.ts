export {
  type CatalogueOptions,
  type CompiledCatalogue,
  compileCatalogue,
  compileLibrary,
  type ScenarioAbout,
} from './catalogue.ts';
export type { Fault } from './fault.ts';
export { type Library, readLibrary } from './load/library.ts';
