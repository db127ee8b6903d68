import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonaSource, Scenario } from '#engine';

/** One scenario of the built site with its personas: `contenu/<scenario-id>/<hash>.json`. */
export interface Content {
  readonly scenario: Scenario;
  readonly personas: Readonly<Record<string, PersonaSource>>;
  /** Themes of La Coop, for the trainer's table of sessions. */
  readonly themes?: readonly string[];
}

/** Every scenario of a built site, by file name. */
export function contentsOf(client: string): readonly Content[] {
  return globSync('contenu/**/*.json', { cwd: client })
    .sort()
    .map((name) => JSON.parse(readFileSync(join(client, name), 'utf8')) as Content);
}
