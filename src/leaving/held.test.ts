import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openOutbox } from '#recording';
import { shelfName } from '../replica/session/device/shelf.ts';
import { databaseNames, readHeld } from './held.ts';

const card = { learner: 'a', token: 'b', nickname: 'Tulipe', group: 'Jeudi matin', assignment: null };
const storage = (value: string | null) => vi.stubGlobal('localStorage', { getItem: () => value });

/** A database with one store, and what stands in it. */
async function database(name: string, ...records: readonly string[]): Promise<void> {
  const open = indexedDB.open(name, 1);
  open.onupgradeneeded = () => {
    const store = open.result.createObjectStore('choses');
    for (const record of records) store.put(record, record);
  };
  await new Promise((resolve) => {
    open.onsuccess = resolve;
  });
  open.result.close();
}

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const name of await names()) if (name) indexedDB.deleteDatabase(name);
});

describe('what a device holds of a learner', () => {
  it('is nothing on a fresh device, and looking leaves nothing there', async () => {
    storage(null);
    expect(await readHeld()).toBeNull();
    expect(await names()).toEqual([]);
  });

  it('is their card, by name; a damaged one counts, without a name', async () => {
    storage(JSON.stringify(card));
    expect(await readHeld()).toMatchObject({ card: { nickname: 'Tulipe', group: 'Jeudi matin' } });
    storage('{');
    expect(await readHeld()).toEqual({ card: null });
  });

  it.each(databaseNames)('is anything in %s; an empty database is not', async (name) => {
    storage(null);
    await database(name);
    expect(await readHeld()).toBeNull();
    indexedDB.deleteDatabase(name);
    await database(name, 'quelque chose');
    expect(await readHeld()).toEqual({ card: null });
  });

  it('is looked for where the other rooms keep it', async () => {
    storage(null);
    expect(databaseNames).toContain(shelfName);
    const outbox = openOutbox({ page: null, fetch: () => Promise.reject(new Error('No network.')) });
    await outbox.flush();
    expect(await names()).toEqual(['replique-outbox']);
    expect(databaseNames).toContain('replique-outbox');
    expect(await readHeld()).toEqual({ card: null }); // the device's pseudonym
    outbox.close();
  });

  it('can be asked where storage is blocked', async () => {
    vi.stubGlobal('localStorage', undefined);
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new Error('Blocked.');
      },
    });
    expect(await readHeld()).toBeNull();
  });
});
