import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Compiled } from '../browser/notes.ts';
import type { PlannedPlay } from '../browser/plan.ts';
import { startSite } from '../support/site.ts';
import { countFields } from './count-fields.ts';
import { countScreens } from './count-screens.ts';
import { openBook } from './hands.ts';
import { type Marker, Mint } from './markers.ts';
import { planPassages } from './plan/passages.ts';
import { planVisits } from './plan/visits.ts';
import { isEmpty, playPassage, playWhole, typeBeforeScripts, visitScreen, wipe } from './play.ts';
import { joinWithMarkers, openRoom, storedEvents } from './room.ts';
import { Finder } from './search/finder.ts';
import { needlesOf } from './search/needles.ts';
import { serverTraces } from './search/server-traces.ts';
import { type Leak, type Search, search, watch } from './search/watch.ts';

/** What a certification did and found. */
export interface Certificate {
  readonly scenarios: readonly Covered[];
  readonly markers: readonly Marker[];
  readonly leaks: readonly Leak[];
  /** Requests to another origin. */
  readonly foreign: readonly string[];
  /** What went otherwise than it must, a sentence each. */
  readonly faults: readonly string[];
  /** Pieces looked at, by place. */
  readonly looked: ReadonlyMap<string, number>;
  /** Events that the server holds in the end: without any, its silence would say nothing. */
  readonly events: number;
  readonly needles: number;
  readonly bytes: number;
  readonly seconds: number;
}

export interface Covered {
  readonly id: string;
  readonly title: string;
  /** All of which were played. */
  readonly screens: number;
  /** Titles of those before which nobody can type. */
  readonly bare: readonly string[];
  readonly fields: number;
  readonly markers: number;
}

export interface Asked extends Compiled {
  readonly ids: readonly string[];
  readonly playOf: (id: string) => PlannedPlay;
}

/** Types markers in everything that takes typing, then looks for them in every place where they could have gone. */
export async function certify({ ids, playOf, ...catalogue }: Asked): Promise<Certificate> {
  const began = performance.now();
  const dataDir = mkdtempSync(join(tmpdir(), 'silence-'));
  const site = await startSite({ dataDir });
  const room = await openRoom(site);
  const watched = await watch(site);
  const book = openBook(new Mint('silence'));
  const scenarios: Covered[] = [];
  try {
    for (const id of ids) {
      const scenario = catalogue.scenarios[id];
      if (!scenario) throw new Error(`${id} is missing from the catalogue`);
      const before = book.markers.length;
      const { visits, unmet } = await planVisits(catalogue, id);
      const { passages, bare, unmet: unseen } = await planPassages(catalogue, id);
      book.faults.push(...[...unmet, ...unseen].map((each) => `${id}: no run shows ${each}`));
      const setting = { scenario, personas: catalogue.personas, watched, book, place: room.place };
      await typeBeforeScripts(setting);
      for (const visit of visits) await visitScreen(setting, visit);
      for (const passage of passages) await playPassage(setting, passage);
      isEmpty(await wipe(setting, false));
      await playWhole(setting, playOf(id));
      isEmpty(await wipe(setting, true));
      scenarios.push({
        id,
        title: scenario.title,
        screens: Object.keys(scenario.screens).length,
        bare: countScreens(scenario, book, bare),
        fields: countFields(scenario, book),
        markers: book.markers.length - before,
      });
    }
    await joinWithMarkers(watched, book);
    await watched.look(true);
    const exported = await room.exports(ids);
    const events = storedEvents(dataDir);
    await watched.close();

    const finder = new Finder(book.markers);
    const found: Search = { leaks: [], looked: new Map() };
    search(watched.traces(), finder, found);
    search(serverTraces(site, exported), finder, found);
    await site.stop();
    search(serverTraces(site), finder, found);
    // A place of which nothing was read is not a place where nothing was found.
    for (const place of mustBeRead)
      if (
        ![...found.looked.keys()].some(
          (each) => each === place || (place.endsWith('*') && each.startsWith(place.slice(0, -1))),
        )
      )
        book.faults.push(`Nothing was read: ${place}`);
    return {
      scenarios,
      markers: book.markers,
      leaks: found.leaks.filter((leak) => !isMeant(leak)),
      foreign: watched.foreign(),
      faults: book.faults,
      looked: found.looked,
      events,
      needles: needlesOf(book.markers).length,
      bytes: finder.searched,
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    await watched.close();
    watched.forget();
    await site.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** « * »: and whatever comes after. */
const mustBeRead = [
  'request address',
  'request headers',
  'request body (POST /api/events)',
  'cookies',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'history',
  'title',
  'window.name',
  'clipboard',
  'profile',
  'server file *',
  'database rows',
  'server log',
  ...['', '/carte', '/effacer', '/flux', '/tableau', '/tableau.csv', '/copie.json'].map(
    (part) => `export /formateur/groupes/…${part}`,
  ),
  'export /concepteur/*',
];

/** The code of a group is the one thing that is typed to be sent: as the body of that request, and nowhere else. */
const isMeant = ({ marker, place }: Leak): boolean =>
  marker.kind === 'desk' && marker.id.startsWith('rejoindre ') && place === 'request body (POST /api/join)';
