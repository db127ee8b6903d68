export type { Act, Expectation } from './act.ts';
export { Driver, type DriverOptions } from './driver.ts';
export { type ExampleOutcome, playExample, playOn } from './examples.ts';
export type { Fake, FakeOptions, StartFake } from './fake.ts';
export { presetOf } from './preset.ts';
export { type WalkReport, type WalkSetting, walk } from './walk.ts';
