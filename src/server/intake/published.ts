import type { ScenarioIds } from '#recording';
import type { Database } from '../database/database.ts';

/** How often at most the table is read again for an edition that this process does not know, ms. */
const patience = 5_000;

/** Every edition of every scenario that was ever published here: what the intake holds events against. */
export interface PublishedScenarios {
  /** Null for an edition that nobody has published. */
  idsOf(scenario: string): Promise<ScenarioIds | null>;
  /** The editions now served, by id without hash. */
  readonly current: ReadonlyMap<string, ScenarioIds>;
  all(): readonly ScenarioIds[];
}

/** Adds the editions of this build to those of earlier ones, and reads them all. */
export async function publishScenarios(
  db: Database,
  served: readonly ScenarioIds[],
  now: () => number,
): Promise<PublishedScenarios> {
  for (const ids of served) {
    await db.kysely
      .insertInto('published_scenarios')
      .values({ scenario: nameOf(ids), ids: JSON.stringify(ids), first_published: now() })
      .onConflict((on) => on.column('scenario').doNothing())
      .execute();
  }
  const known = new Map<string, ScenarioIds>();
  const read = async (): Promise<void> => {
    for (const row of await db.kysely.selectFrom('published_scenarios').select(['scenario', 'ids']).execute()) {
      if (!known.has(row.scenario)) known.set(row.scenario, JSON.parse(row.ids) as ScenarioIds);
    }
  };
  await read();
  let readAt = now();
  return {
    current: new Map(served.map((ids) => [ids.id, ids])),
    all: () => [...known.values()],
    async idsOf(scenario) {
      const found = known.get(scenario);
      if (found !== undefined || now() - readAt < patience) return found ?? null;
      // Another process, started from a newer build, may have published it since.
      readAt = now();
      await read();
      return known.get(scenario) ?? null;
    },
  };
}

function nameOf({ id, hash }: Pick<ScenarioIds, 'id' | 'hash'>): string {
  return `${id}@${hash}`;
}
