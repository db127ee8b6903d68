/** The little of IndexedDB that the shelf needs, as promises. */
export const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Opens a database of one version; `make` makes its stores the first time. */
export function openDatabase(name: string, make: (fresh: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => make(request.result);
  return asked(request).then((db) => {
    // « Effacer et partir » in another tab deletes the database: let it.
    db.onversionchange = () => db.close();
    return db;
  });
}

/** Resolves when what the transaction wrote is written. */
export const done = (work: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onabort = work.onerror = () => reject(work.error);
  });
