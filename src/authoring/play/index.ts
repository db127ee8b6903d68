export { Driver, type DriverOptions, type Fake, type FakeOptions, type StartFake } from './driver.ts';
export { type ExampleOutcome, playExample } from './examples.ts';
export { presetOf } from './preset.ts';
export { type WalkReport, type WalkSetting, walk } from './walk.ts';
