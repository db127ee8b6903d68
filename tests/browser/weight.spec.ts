import { expect, test } from '@playwright/test';
import { filesOfPage } from '../../build/site-files.ts';
import { Parcours } from './parcours.ts';

/** Budgets in bytes of body as sent (DESIGN §12): Chromium asks for Brotli here. They only tighten. */
const budget = { beforeTheFirstAct: 135_000, fonts: 30_000 };
const scenario = 'caf/declaration-trimestrielle';

/** Counts what really comes until the first press is answered, and what of it the answer needed. */
test('what the first answer needs fits in the budget', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const paths = new Map<string, string>();
  const heads = new Map<string, number>();
  const sizes = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => paths.set(requestId, request.url));
  session.on('Network.responseReceived', ({ requestId, response }) => heads.set(requestId, response.encodedDataLength));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = paths.get(requestId);
    if (url?.startsWith('http')) sizes.set(new URL(url).pathname, encodedDataLength - (heads.get(requestId) ?? 0));
  });
  const parcours = new Parcours(page, scenario);
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
  // Panes, coach and the rest of the scenario come by themselves meanwhile: the answer does not wait for them.
  const address = `/s/${scenario}/`;
  const { scripts, later } = filesOfPage('dist/client', address);
  const mocks = later.filter((path) => /\/network\./.test(path));
  const needs = new Set([address, ...scripts, ...mocks]);
  for (const path of needs) expect(sizes.has(path), path).toBe(true);
  const needed = (path: string): boolean => needs.has(path);
  expect(
    total((path) => path.endsWith('.js')),
    list,
  ).toBeGreaterThan(60_000);
  expect(total(needed), list).toBeLessThanOrEqual(budget.beforeTheFirstAct);
  test
    .info()
    .annotations.push({ type: 'weight', description: `needed ${total(needed)} of ${total(() => true)} bytes` });
  expect(total(isFont), list).toBeLessThanOrEqual(budget.fonts);
});
