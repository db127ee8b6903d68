import { databaseNames } from './held.ts';
import { within } from './within.ts';

let erased = false;

/** « Effacer et partir » was said on this page: until it goes, nothing is to be kept any more. */
export const isErased = (): boolean => erased;

/** Empties everything that this device and this page hold for the site. Resolves even if a part refuses or says nothing. */
export async function eraseDevice(): Promise<void> {
  erased = true;
  await eraseStores();
  forgetInPage();
}

/** The stores alone. */
export async function eraseStores(): Promise<void> {
  // First the worker: it would fill its caches again, and the pages it keeps tell what was practised.
  await within(unregisterWorkers(), undefined);
  for (const storage of ['localStorage', 'sessionStorage'] as const) {
    try {
      window[storage].clear();
    } catch {
      // Storage is blocked: nothing was kept there.
    }
  }
  await Promise.all([within(deleteDatabases(), undefined), within(deleteCaches(), undefined)]);
}

async function unregisterWorkers(): Promise<void> {
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
}

async function deleteDatabases(): Promise<void> {
  const known = (await indexedDB.databases?.()) ?? databaseNames.map((name) => ({ name }));
  await Promise.all(known.flatMap(({ name }) => (name ? [deleteDatabase(name)] : [])));
}

/** Another tab may hold it open: the browser asks that tab to let go, and goes on. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = () => resolve();
  });
}

async function deleteCaches(): Promise<void> {
  if (!('caches' in globalThis)) return;
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

/** What a page carries with it: cookies that scripts see, the name of its window, what it noted in its history. */
export function forgetInPage(): void {
  for (const cookie of document.cookie.split('; ')) {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store exists on secure addresses only
    document.cookie = `${cookie.split('=')[0]}=; max-age=0; path=/`;
  }
  window.name = '';
  history.replaceState(null, '');
}
