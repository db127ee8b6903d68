import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, type Page, test } from '@playwright/test';
import type { KeptRun } from '../../src/replica/session/device/kept-run.ts';
import { shelfName } from '../../src/replica/session/device/shelf.ts';
import { startSite } from '../support/site.ts';
import { Parcours } from './parcours.ts';

const scenario = 'caf/declaration-trimestrielle';

/** What the server holds, as its database says: read beside it, as it runs. */
function stored(dataDir: string): readonly { readonly run: unknown; readonly seq: unknown }[] {
  const database = new DatabaseSync(join(dataDir, 'replique.sqlite'), { readOnly: true });
  try {
    return database.prepare('select run, seq from events order by run, seq').all() as never;
  } finally {
    database.close();
  }
}

/** In the page: how many events the run has had, and how many of them wait to be acknowledged. */
async function told(shelf: string): Promise<{ readonly had: number; readonly waiting: number }> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const [runs, outbox] = await Promise.all([shelf, 'replique-outbox'].map((name) => asked(indexedDB.open(name))));
  if (!runs || !outbox) throw new Error('The device keeps nothing.');
  const [kept] = await asked<KeptRun[]>(runs.transaction('runs').objectStore('runs').getAll());
  const waiting = await asked(outbox.transaction('events').objectStore('events').count());
  for (const database of [runs, outbox]) database.close();
  return { had: kept?.seq ?? 0, waiting };
}
const onDevice = (page: Page) => page.evaluate(told, shelfName);

test('a run without a network, a page closed as it sends, a server killed: each event is in the database, once', async ({
  browser,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'durable-'));
  const killed = await startSite({ dataDir });
  const context = await browser.newContext({ baseURL: killed.origin });
  const page = await context.newPage();
  const parcours = new Parcours(page, scenario);
  await parcours.ouvrir();
  await parcours.toutEstLa();
  await expect.poll(() => stored(dataDir).length).toBeGreaterThan(0);
  await expect.poll(() => onDevice(page).then(({ waiting }) => waiting)).toBe(0);
  const before = stored(dataDir).length;

  await context.setOffline(true);
  await parcours.remplir('Numéro de sécurité sociale', '2841169000007');
  await parcours.remplir('Mot de passe', 'Jardin2024fleurs');
  await parcours.appuyer('Se connecter');
  await parcours.appuyer('Envoyer le code');
  await parcours.remplir('Code à 6 chiffres', await parcours.lireLeCode('Votre code de connexion'));
  await parcours.appuyer('Valider');
  await parcours.choisir(/J'ai lu et j'accepte/);
  await parcours.appuyer('Continuer');
  await parcours.estSur('Mon Compte');
  await expect.poll(() => onDevice(page).then(({ had, waiting }) => had - waiting)).toBe(before);
  expect(stored(dataDir)).toHaveLength(before);

  // Back online: the server takes what is sent, and the page is gone before it is told so.
  let taken = () => {};
  const sent = new Promise<void>((resolve) => {
    taken = resolve;
  });
  await context.route('**/api/events', async (route) => {
    await route.fetch();
    taken();
  });
  await context.setOffline(false);
  await sent;
  expect(stored(dataDir).length).toBeGreaterThan(before);
  expect((await onDevice(page)).waiting).toBeGreaterThan(0);
  await page.close();
  killed.process.kill('SIGKILL');
  if (killed.process.exitCode === null && killed.process.signalCode === null) await once(killed.process, 'exit');
  await context.unrouteAll({ behavior: 'ignoreErrors' });

  const site = await startSite({ port: killed.port, dataDir });
  const again = new Parcours(await context.newPage(), scenario);
  await again.ouvrir();
  await again.estSur('Mon Compte');
  await again.appuyer('Faire ma déclaration');
  await again.choisir('Non', /Votre profil/);
  await again.appuyer('Confirmer');
  const found = async () => {
    const { had, waiting } = await onDevice(again.page);
    const rows = stored(dataDir);
    const runs = new Set(rows.map(({ run }) => String(run)));
    return { runs: runs.size, waiting, whole: rows.length === had && rows.every(({ seq }, at) => seq === at) };
  };
  // The page that was closed said that it was sending: it is waited for, twice ten seconds at most.
  await expect.poll(found, { timeout: 30_000 }).toEqual({ runs: 1, waiting: 0, whole: true });
  again.fermer();
  await context.close();
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
