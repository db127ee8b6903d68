import type { PersonaSource, Scenario } from '#engine';
import type { SessionWorld } from './world.ts';

/** What `/contenu/<scenario>/<hash>.json` holds. */
export interface Content {
  readonly scenario: Scenario;
  readonly personas: Readonly<Record<string, PersonaSource>>;
}

/** The scenario of a page: first the part that a run begins with, then all of it. */
export interface Contents {
  begin(): Promise<void>;
  /** Brings all of it. True when it came now. */
  complete(): Promise<boolean>;
  /** What has come so far. */
  held(): Content;
}

export function createContents(world: Pick<SessionWorld, 'content' | 'whole'>): Contents {
  let content: Content | null = null;
  let all = false;
  return {
    async begin() {
      content ??= await world.content();
    },
    async complete() {
      if (all || !world.whole) return false;
      content = await world.whole();
      all = true;
      return true;
    },
    held() {
      if (!content) throw new Error('No content yet.');
      return content;
    },
  };
}
