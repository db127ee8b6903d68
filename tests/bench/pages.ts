import type { Browser, Page } from '@playwright/test';
import { Parcours } from '../browser/parcours.ts';
import { beside, interleave, type Measure, median, quantile, within } from './measure.ts';
import { noteShown, poorPage, shownAt } from './slow-browser.ts';
import { putStopwatch, readStopwatch } from './stopwatch.ts';

const scenario = 'caf/declaration-trimestrielle';
const amina = { nir: '2841169000007', password: 'Jardin2024fleurs' };
/** Typed and erased again: an amount as people write it. */
const amount = '1203,45';

export interface Origins {
  readonly ours: string;
  readonly peers: string;
}

/** First field usable, and time to act, on slow 3G with a six times slower processor. */
export async function measureOpening(browser: Browser, { ours, peers }: Origins, rounds: number): Promise<Measure[]> {
  const firsts: Record<'ours' | 'govuk' | 'react', number[]> = { ours: [], govuk: [], react: [] };
  const acts = await interleave(rounds, {
    ours: () =>
      onPoorPage(browser, async (page) => {
        await noteShown(page, ['[data-field] input[type=text]', '[data-screen=envoyer-code]']);
        await page.goto(`${ours}/s/${scenario}/`, { waitUntil: 'commit' });
        firsts.ours.push(await shownAt(page, '[data-field] input[type=text]'));
        await page.locator('[data-field=nir] input').fill(amina.nir);
        await page.locator('[data-field=mot-de-passe] input').fill(amina.password);
        const send = page.getByRole('button', { name: 'Se connecter', exact: true }).first();
        return pressUntil(page, () => send.click(), '[data-screen=envoyer-code]');
      }),
    govuk: () =>
      onPoorPage(browser, async (page) => {
        await noteShown(page, ['input']);
        await page.goto(`${peers}/govuk/`, { waitUntil: 'commit' });
        firsts.govuk.push(await shownAt(page, 'input'));
        return Number.NaN; // no script, and nothing to answer: it is a page to see and to type in
      }),
    react: () =>
      onPoorPage(browser, async (page) => {
        await noteShown(page, ['input', 'output:not(:empty)']);
        await page.goto(`${peers}/react/`, { waitUntil: 'commit' });
        firsts.react.push(await shownAt(page, 'input'));
        return pressUntil(page, () => page.locator('input').press('1'), 'output:not(:empty)');
      }),
  });
  const first = median(firsts.ours);
  return [
    beside('first field usable', 'ms', first, median(firsts.govuk), 'GOV.UK Frontend page', { atMost: 1.2 }),
    beside('ready to act and answered', 'ms', median(acts.ours), median(acts.react), 'empty React page', {
      atMost: 1.6,
    }),
  ];
}

/** Key press to paint on the statement's grid, and the next screen, on a six times slower processor. */
export async function measureTyping(browser: Browser, { ours, peers }: Origins, rounds: number): Promise<Measure[]> {
  const desk = await poorPage(browser);
  await putStopwatch(desk);
  const screens = await goToTheGrid(desk, ours);
  const cell = desk.getByRole('textbox', { name: /^Salaires, .*Amina$/ }).first();
  const react = await poorPage(browser);
  await putStopwatch(react);
  await react.goto(`${peers}/react/`);
  const field = react.locator('input');
  const keys = await interleave(rounds, { ours: () => typeIn(desk, cell), react: () => typeIn(react, field) });
  await Promise.all([desk.context().close(), react.context().close()]);
  const most = { atMost: 1.25 };
  return [
    beside(
      'key press to paint, p95',
      'ms',
      quantile(keys.ours, 0.95),
      quantile(keys.react, 0.95),
      'empty React page',
      most,
    ),
    within('next screen, median', 'ms', median(screens), 100),
    within('next screen, slowest', 'ms', Math.max(...screens), 100),
  ];
}

async function onPoorPage(browser: Browser, work: (page: Page) => Promise<number>): Promise<number> {
  const page = await poorPage(browser, { network: true });
  try {
    return await work(page);
  } finally {
    await page.context().close();
  }
}

/** Presses again and again, as people do, until the answer shows. Returns when it was shown. */
async function pressUntil(page: Page, press: () => Promise<void>, answer: string): Promise<number> {
  const answered = shownAt(page, answer);
  let waiting = true;
  answered.finally(() => {
    waiting = false;
  });
  while (waiting) {
    // The button may go away while it is pressed: the answer has come.
    await press().catch(() => undefined);
    await Promise.race([answered, page.waitForTimeout(100)]);
  }
  return answered;
}

/** Signs in and goes to the prefilled amounts, as Amina; returns the time each screen took. */
async function goToTheGrid(page: Page, origin: string): Promise<number[]> {
  const parcours = new Parcours(page, scenario);
  await page.goto(`${origin}/s/${scenario}/`);
  await parcours.pret();
  await parcours.remplir('Numéro de sécurité sociale', amina.nir);
  await parcours.remplir('Mot de passe', amina.password);
  await parcours.appuyer('Se connecter');
  await parcours.estSur(/^Confirmer que c/);
  await parcours.appuyer('Envoyer le code');
  await parcours.remplir('Code à 6 chiffres', await parcours.lireLeCode('Votre code de connexion'));
  await parcours.appuyer('Valider');
  await parcours.estSur('Mon Compte');
  await parcours.appuyer('Faire ma déclaration');
  await parcours.choisir('Non', /Votre profil/);
  await parcours.appuyer('Confirmer');
  await parcours.estSur('Mes ressources du trimestre');
  return readStopwatch(page, 'screens');
}

async function typeIn(page: Page, field: ReturnType<Page['locator']>): Promise<number[]> {
  await field.fill('');
  await readStopwatch(page, 'keys');
  for (let time = 0; time < 3; time++) {
    await field.pressSequentially(amount);
    const typed = await field.inputValue();
    if (typed !== amount) throw new Error(`A character was lost: ${typed} instead of ${amount}.`);
    for (const _ of amount) await field.press('Backspace');
  }
  return readStopwatch(page, 'keys');
}
