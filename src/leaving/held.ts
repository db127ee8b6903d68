import { learnerKey, readCard } from '#training';
import { within } from './within.ts';

/** Whose traces a device holds. Without a card nobody is named: somebody practised outside any group. */
export interface Held {
  readonly card: { readonly nickname: string; readonly group: string } | null;
}

/** What our rooms keep in IndexedDB: kept runs (replica), events on their way and the device's pseudonym (recording). */
export const databaseNames = ['replique-runs', 'replique-outbox'] as const;

/** Said on the document by who has just kept something: the page looks again. */
export const heldChanged = 'replique:held';

/** What this device holds of a learner: a card, a run, an outbox; null when there is nothing. It creates nothing. */
export async function readHeld(): Promise<Held | null> {
  const { card, kept } = inLocalStorage();
  if (kept) return { card };
  const found = await Promise.all(databaseNames.map((name) => within(hasRecords(name), true)));
  return found.includes(true) ? { card: null } : null;
}

/** The learner's card alone, at once. */
export function readName(): Held['card'] {
  return inLocalStorage().card;
}

/** A damaged card names nobody, and is a trace all the same. */
function inLocalStorage(): { readonly card: Held['card']; readonly kept: boolean } {
  try {
    return { card: readCard(localStorage), kept: localStorage.getItem(learnerKey) !== null };
  } catch {
    return { card: null, kept: false }; // storage is blocked: nothing was kept there
  }
}

async function hasRecords(name: string): Promise<boolean> {
  const database = await existing(name);
  if (!database) return false;
  try {
    const stores = [...database.objectStoreNames];
    if (stores.length === 0) return false;
    const reading = database.transaction(stores);
    const counts = stores.map((store) => countOf(reading.objectStore(store)));
    return (await Promise.all(counts)).some((count) => count > 0);
  } catch {
    return false; // deleted under our eyes
  } finally {
    database.close();
  }
}

/** A database that is there already. Opening one that is not would make it: that is undone. */
function existing(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onsuccess = () => {
        request.result.onversionchange = () => request.result.close();
        resolve(request.result);
      };
      request.onerror = (event) => {
        event.preventDefault();
        resolve(null);
      };
    } catch {
      resolve(null);
    }
  });
}

const countOf = (store: IDBObjectStore): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = store.count();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
