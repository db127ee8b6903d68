import type { z } from 'zod';
import type { coach } from './coach.ts';
import type { field } from './fields.ts';
import type { message } from './message.ts';
import type { persona } from './persona.ts';
import type { brands, glossary, sources } from './registers.ts';
import type { scenario, shared } from './scenario.ts';
import type { action, screen } from './screen.ts';
import type { service } from './service.ts';

export type { BlockSource } from './blocks.ts';
export type { AnswerSourceYaml, ConditionSource } from './condition.ts';
export { field } from './fields.ts';
export { persona } from './persona.ts';
export { brands, glossary, sources } from './registers.ts';
export { scenario, shared } from './scenario.ts';
export { action, screen } from './screen.ts';
export { service } from './service.ts';

/** The language's types, inferred from its one schema. */
export type ScenarioSource = z.output<typeof scenario>;
export type ServiceSource = z.output<typeof service>;
export type SharedSource = z.output<typeof shared>;
export type PersonaYaml = z.output<typeof persona>;
export type SourcesYaml = z.output<typeof sources>;
export type GlossaryYaml = z.output<typeof glossary>;
export type BrandsYaml = z.output<typeof brands>;
export type ScreenSource = z.output<typeof screen>;
export type ActionSource = z.output<typeof action>;
export type FieldSource = z.output<typeof field>;
export type CoachSource = z.output<typeof coach>;
export type MessageSource = z.output<typeof message>;
export type UseSource = NonNullable<ScenarioSource['uses']>[string];
export type ExampleSource = NonNullable<ScenarioSource['examples']>[number];
