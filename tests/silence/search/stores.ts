import type { Page } from '@playwright/test';

/** What a page holds outside its boxes, as text, by place. */
export type Stores = Readonly<Record<string, string>>;

/** All that the device keeps for this origin, and what a neighbour could read of the page. `caches`: their contents too. */
export async function storesOf(page: Page, whole = false): Promise<Stores> {
  const cookies = await page.context().cookies();
  const inPage = await page.evaluate(readStores, whole);
  return { ...inPage, cookies: JSON.stringify(cookies) };
}

/** In the page. */
async function readStores(whole: boolean): Promise<Record<string, string>> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const plain = (_: string, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Uint8Array, (byte) => String.fromCharCode(byte)).join('') : value;

  const databases: Record<string, unknown> = {};
  for (const { name } of await indexedDB.databases()) {
    if (!name) continue;
    const database = await asked(indexedDB.open(name));
    const stores: Record<string, unknown> = {};
    for (const store of database.objectStoreNames) {
      const inside = database.transaction(store).objectStore(store);
      stores[store] = [await asked(inside.getAllKeys()), await asked(inside.getAll())];
    }
    database.close();
    databases[name] = stores;
  }
  const kept: unknown[] = [];
  for (const name of 'caches' in globalThis ? await caches.keys() : []) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = whole ? await cache.match(request) : undefined;
      kept.push([name, request.url, [...request.headers], answer && (await answer.text())]);
    }
  }
  return {
    localStorage: JSON.stringify({ ...localStorage }),
    sessionStorage: JSON.stringify({ ...sessionStorage }),
    indexedDB: JSON.stringify(databases, plain),
    caches: JSON.stringify(kept),
    history: JSON.stringify([location.href, history.state, document.referrer]),
    title: document.title,
    'window.name': window.name,
    clipboard: await navigator.clipboard.readText().catch(() => ''),
  };
}
