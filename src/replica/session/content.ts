import type { PersonaSource, Scenario } from '#engine';
import type { SessionWorld } from './world.ts';

/** What `/contenu/<scenario>/<hash>.json` holds. */
export interface Content {
  readonly scenario: Scenario;
  readonly personas: Readonly<Record<string, PersonaSource>>;
}

/** The scenario of this page: first the part that a run begins with, then all of it. */
export class Contents {
  readonly #world: Pick<SessionWorld, 'content' | 'whole'>;
  #held: Content | null = null;
  #whole = false;

  constructor(world: Pick<SessionWorld, 'content' | 'whole'>) {
    this.#world = world;
  }

  /** What has come so far. */
  get held(): Content {
    if (!this.#held) throw new Error('The scenario has not been loaded.');
    return this.#held;
  }

  async begin(): Promise<void> {
    this.#held ??= await this.#world.content();
  }

  /** Brings all of it. True when it came now. */
  async complete(): Promise<boolean> {
    if (this.#whole || !this.#world.whole) return false;
    this.#held = await this.#world.whole();
    this.#whole = true;
    return true;
  }
}
