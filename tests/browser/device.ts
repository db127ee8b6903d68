import type { Page } from '@playwright/test';
import type { Facts } from '#engine';
import type { KeptRun } from '../../src/replica/session/device/kept-run.ts';
import { shelfName } from '../../src/replica/session/device/shelf.ts';

/** Opens a page on a device that keeps nothing, or a run as a page leaves it. */
export async function openOn(page: Page, kept: KeptRun | null, open: () => Promise<void>): Promise<void> {
  const script = await page.addInitScript(replaceAll, { shelfName, kept });
  await open();
  await script.dispose();
}

/** Where the run that this device keeps stands, and what its branches read. */
export function standing(page: Page, scenario: string): Promise<Standing | null> {
  return page.evaluate(readKept, { shelfName, scenario });
}

interface Standing {
  readonly at: string | null;
  readonly facts: Facts;
}

/** In the page, before its own scripts: what they ask of the same databases waits for its turn. */
function replaceAll({ shelfName, kept }: { shelfName: string; kept: KeptRun | null }): void {
  localStorage.clear();
  sessionStorage.clear();
  for (const name of [shelfName, 'replique-outbox']) indexedDB.deleteDatabase(name);
  if (!kept) return;
  const open = indexedDB.open(shelfName, 1);
  open.onupgradeneeded = () => {
    for (const store of ['runs', 'leases']) open.result.createObjectStore(store, { keyPath: 'scenario' });
  };
  open.onsuccess = () => {
    open.result.transaction('runs', 'readwrite').objectStore('runs').put(kept);
    open.result.close();
  };
}

/** In the page. */
function readKept({ shelfName, scenario }: { shelfName: string; scenario: string }) {
  return new Promise<Standing | null>((resolve, reject) => {
    const open = indexedDB.open(shelfName);
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const got = open.result.transaction('runs').objectStore('runs').get(scenario);
      got.onsuccess = () => {
        open.result.close();
        const { screen, ending, facts } = (got.result as KeptRun | undefined)?.reference ?? {};
        resolve(facts ? { at: ending ?? screen ?? null, facts } : null);
      };
    };
  });
}
