import { expect, test } from '@playwright/test';
import { Parcours } from './parcours.ts';

/** Budgets in bytes as sent, compressed by gzip (DESIGN §12). They only tighten. */
const budget = { beforeTheFirstAct: 135_000, fonts: 30_000 };

/** Counts every byte that really comes: a chunk loaded for nothing weighs as much as a needed one. */
test('all that is loaded until the first answer fits in the budget', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  // Brotli would flatter: budgets are in gzip, which every host has.
  await session.send('Network.setAcceptedEncodings' as never, { encodings: ['gzip'] } as never);
  const paths = new Map<string, string>();
  const sizes = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => paths.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = paths.get(requestId);
    if (url?.startsWith('http')) sizes.set(new URL(url).pathname, encodedDataLength);
  });
  const parcours = new Parcours(page, 'caf/declaration-trimestrielle');
  await parcours.ouvrir();
  await parcours.remplir('Numéro de sécurité sociale', '2841169000007');
  await parcours.remplir('Mot de passe', 'Jardin2024fleurs');
  await parcours.appuyer('Se connecter');
  await parcours.estSur(/^Confirmer que c/);

  const total = (keep: (path: string) => boolean): number =>
    [...sizes].filter(([path]) => keep(path)).reduce((sum, [, bytes]) => sum + bytes, 0);
  const list = [...sizes]
    .sort((a, b) => b[1] - a[1])
    .map(([path, bytes]) => `${bytes} ${path}`)
    .join('\n');
  const isFont = (path: string): boolean => path.endsWith('.woff2');
  // What the desk brings once it is calm (its other panes, the offline worker's copies) is not needed to be answered.
  const needed = (path: string): boolean => !isFont(path) && path !== '/sw.js';
  expect(
    total((path) => path.endsWith('.js')),
    list,
  ).toBeGreaterThan(60_000);
  expect(total(needed), list).toBeLessThanOrEqual(budget.beforeTheFirstAct);
  expect(total(isFont), list).toBeLessThanOrEqual(budget.fonts);
});
