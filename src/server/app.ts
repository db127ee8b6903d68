import { getRandomValues } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePersona } from '#engine';
import { scenarioIds } from '#recording';
import { type Outline, outlineOf } from '#training';
import { type Accounts, createAccounts } from './accounts/accounts.ts';
import { keyedHash, serverSecret } from './accounts/secret.ts';
import { AppError } from './app-error.ts';
import { type Bus, createLocalBus, createSharedBus } from './bus.ts';
import type { Config } from './config.ts';
import { contentsOf } from './contents.ts';
import { createReports, type Reports } from './counting/reports.ts';
import { type Database, openDatabase } from './database/database.ts';
import { type Copies, createCopies } from './groups/copies.ts';
import { createErasing, type Erasing } from './groups/erasing.ts';
import { createGroups, type Groups } from './groups/groups.ts';
import { createJoin, type Join } from './groups/join.ts';
import { createLive, type Live } from './groups/live.ts';
import { bodiesOf } from './http/imitated-names.ts';
import { imitatedBy, serviceNames } from './http/imitation.ts';
import { publicOriginOf } from './http/origin.ts';
import { refuseImitation, remembering } from './http/refuse-imitation.ts';
import { createIntake, type Intake } from './intake/intake.ts';
import { type PublishedScenarios, publishScenarios } from './intake/published.ts';

/** Everything the server does, without how it is reached: pages find it in `Astro.locals.app`. */
export interface App {
  readonly config: Config;
  readonly db: Database;
  readonly published: PublishedScenarios;
  readonly intake: Intake;
  readonly bus: Bus;
  readonly reports: Reports;
  readonly accounts: Accounts;
  readonly groups: Groups;
  readonly join: Join;
  readonly live: Live;
  readonly erasing: Erasing;
  readonly copies: Copies;
  /** What staff pages need of the scenarios now served, by id without hash. */
  readonly outlines: ReadonlyMap<string, Outline>;
  /** « Amina, 38 ans, aide à domicile »; the id when there is no such persona. */
  personaTitle(id: string): string;
  /** The service whose name a host has or nearly has, or null (http/imitation.ts). */
  imitatedBy(host: string): string | null;
  /** The address that learners should type, for a page asked for at `url`. */
  publicOrigin(url: URL): string;
  close(): Promise<void>;
}

/** Opens everything. Fails with an AppError whose sentence says what to do; nothing stays open then. */
export async function createApp(config: Config, now: () => number = Date.now): Promise<App> {
  const client = join(config.dist, 'client');
  if (!existsSync(client)) throw new AppError('build-missing', { folder: client });
  const contents = contentsOf(client);
  const names = serviceNames(
    contents.map(({ scenario }) => scenario),
    bodiesOf(config.dist),
  );
  refuseImitation(config, names);
  const db = await openDatabase(config);
  let bus: Bus | undefined;
  try {
    bus = config.databaseUrl === undefined ? createLocalBus() : await createSharedBus(config.databaseUrl);
    const published = await publishScenarios(
      db,
      contents.map(({ scenario, personas }) => scenarioIds(scenario, personas)),
      now,
    );
    const secret = serverSecret(config.dataDir, config.secret);
    const random = (bytes: Uint8Array<ArrayBuffer>) => getRandomValues(bytes);
    const kysely = db.kysely;
    const outlines = new Map(contents.map(({ scenario, themes }) => [scenario.id, outlineOf(scenario, themes)]));
    // Titles may hold an age or a month: those of today.
    const today = new Date(now()).toISOString().slice(0, 10);
    const personas = new Map(
      contents.flatMap((content) =>
        Object.values(content.personas).map((source) => [source.id, resolvePersona(source, today).title]),
      ),
    );
    // These rooms see only their own tables of the one database.
    const reports = createReports(db, published, now);
    const accounts = createAccounts({
      db: kysely as never,
      dialect: db.dialect,
      secret,
      now,
      takeGroupsAway: (trainer) => reports.anonymise({ trainer }),
    });
    const takeAway = (learner: string) => reports.anonymise({ learner });
    const groups = createGroups({ db: kysely as never, now, random, takeAway });
    const live = createLive({
      db: kysely as never,
      now,
      groups,
      outlines,
      onTouched: bus.onTouched,
      every(ms, work) {
        const timer = setInterval(work, ms);
        return () => clearInterval(timer);
      },
    });
    const codeHash = keyedHash(secret, 'resume');
    const join = createJoin({
      db: kysely as never,
      now,
      random,
      throttle: accounts.throttle,
      hash: codeHash,
      titleOf: (scenario) => outlines.get(scenario)?.title ?? null,
    });
    const intake = createIntake(db, now, bus.publish);
    const erasing = createErasing({ db: kysely as never, groups, reports, hash: codeHash });
    const opened = bus;
    return {
      config,
      db,
      published,
      intake,
      bus,
      reports,
      accounts,
      groups,
      join,
      live,
      erasing,
      copies: createCopies({ db: kysely as never, erasing }),
      outlines,
      personaTitle: (id) => personas.get(id) ?? id,
      imitatedBy: remembering((host) => imitatedBy(host, names)),
      publicOrigin: (url) => publicOriginOf(url, config.publicUrl),
      async close() {
        await intake.close();
        await opened.close();
        await db.close();
      },
    };
  } catch (error) {
    await bus?.close();
    await db.close();
    throw error;
  }
}
