import type { Browser, Locator, Page } from '@playwright/test';
import { Parcours } from '../browser/parcours.ts';
import { beside, interleave, type Measure, median, quantile, told, within, worst } from './measure.ts';
import { aloneSlow, doTask, poorPage, type Task, type TaskTimes, touch } from './slow-browser.ts';
import { putStopwatch, readStopwatch } from './stopwatch.ts';

const scenario = 'caf/declaration-trimestrielle';
const amina = { nir: '2841169000007', password: 'Jardin2024fleurs' };
/** Typed and erased again: an amount as people write it. */
const amount = '1203,45';
/** Between the keys of a quick typist, ms. */
const pace = 120;
/** Longer than a screen takes, ms. */
const still = 1_500;

export interface Origins {
  readonly ours: string;
  readonly peers: string;
}

/** First field usable, and time to act, on slow 3G with a six times slower processor. */
export async function measureOpening(browser: Browser, { ours, peers }: Origins, rounds: number): Promise<Measure[]> {
  const times = await interleave(rounds, {
    ours: () => open(browser, `${ours}/s/${scenario}/`, signIn),
    govuk: () => open(browser, `${peers}/govuk/`, { field: 'input', fill: {} }),
    react: () =>
      open(browser, `${peers}/react/`, { field: 'input', fill: { input: '1' }, answer: 'output:not(:empty)' }),
  });
  const middle = (from: readonly TaskTimes[], which: keyof TaskTimes): number =>
    median(from.map((each) => each[which]));
  return [
    beside(
      'first field usable',
      'ms',
      middle(times.ours, 'field'),
      middle(times.govuk, 'field'),
      'GOV.UK Frontend page',
      {
        atMost: 1.2,
      },
    ),
    beside(
      'act and be answered',
      'ms',
      middle(times.ours, 'answer'),
      middle(times.react, 'answer'),
      'empty React page',
      {
        atMost: 1.6,
      },
    ),
  ];
}

const signIn: Task = {
  field: '[data-field=nir] input',
  fill: { '[data-field=nir] input': amina.nir, '[data-field=mot-de-passe] input': amina.password },
  press: '[data-action=se-connecter]',
  answer: '[data-screen=envoyer-code]',
};

/**
 * One load in a hundred or so stops half-way under Chromium's own slow network: the server has sent the whole page, the
 * browser shows a part of it and opens no connection for the rest. Such a load measures nothing; it is told and begun again.
 */
async function open(browser: Browser, address: string, task: Task, again = true): Promise<TaskTimes> {
  const page = await poorPage(browser, { network: true });
  try {
    return await doTask(page, address, task);
  } catch (error) {
    const stopped = (await page.evaluate(() => document.readyState)) === 'loading';
    if (!stopped || !again) throw error;
    console.error(`${address}: the browser's slow network stopped half-way; the load is begun again.`);
    return await open(browser, address, task, false);
  } finally {
    await page.context().close();
  }
}

/** Times the way through the screens is gone: a moment in which the machine does something else falls on one of them. */
const ways = 7;
/** What is pressed on the way, each for a next screen. */
const presses = [
  'Se connecter',
  'Envoyer le code',
  'Valider',
  'Continuer',
  'Faire ma déclaration',
  'Confirmer',
] as const;

/** Key press to paint on the statement's grid, and the next screen, on a six times slower processor. */
export async function measureTyping(browser: Browser, { ours, peers }: Origins, rounds: number): Promise<Measure[]> {
  const react = await timedPage(browser);
  await react.goto(`${peers}/react/`);
  // A browser that has never been here, each time: a run begun before would be taken up.
  let desk = await timedPage(browser);
  const times = await interleave(ways, {
    ours: async () => {
      await desk.context().close();
      desk = await timedPage(browser);
      return aloneSlow(desk, [react], () => goToTheGrid(desk, ours));
    },
    react: () => aloneSlow(react, [desk], () => goOn(react)),
  });
  const screens = presses.map((_, at) => median(times.ours.map((way) => way[at] ?? Number.NaN)));
  const slowest = worst(screens);
  const bare = median(times.react.flat());
  const cell = desk.getByRole('textbox', { name: /^Salaires, .*Amina$/ }).first();
  const field = react.locator('input');
  // One key in twenty is slower than the figure: it takes many of them for two runs to give the same one.
  const keys = await interleave(2 * rounds, {
    ours: () => aloneSlow(desk, [react], () => typeIn(desk, cell)),
    react: () => aloneSlow(react, [desk], () => typeIn(react, field)),
  });
  await Promise.all([desk.context().close(), react.context().close()]);
  const most = { atMost: 1.25 };
  const besideBare = (measure: Measure): Measure => ({
    ...measure,
    peer: bare,
    beside: 'empty React page, without a call',
    ratio: measure.ours / bare,
  });
  return [
    beside(
      'key press to paint, p95',
      'ms',
      quantile(keys.ours.flat(), 0.95),
      quantile(keys.react.flat(), 0.95),
      'empty React page',
      most,
    ),
    besideBare(within('next screen, median', 'ms', median(screens), 100)),
    besideBare(told(`next screen, slowest (${presses[screens.indexOf(slowest)]})`, 'ms', slowest)),
  ];
}

async function timedPage(browser: Browser): Promise<Page> {
  const page = await poorPage(browser);
  await putStopwatch(page);
  return page;
}

/** As many next screens of the empty page as a way has. */
async function goOn(page: Page): Promise<number[]> {
  for (let time = 0; time < presses.length; time++) await press(page, page.getByRole('button'));
  return readStopwatch(page, 'screens');
}

/**
 * Presses with a finger, as phones are pressed, and leaves the page alone: a driver that looks at each frame would be
 * measured with it. No pointer ever stands on the page: one that did is looked for again whenever the page changes.
 */
async function press(page: Page, button: Locator): Promise<void> {
  await button.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await page.waitForTimeout(still);
  const box = await button.boundingBox();
  if (!box) throw new Error(`${button} is not there to be pressed.`);
  // Not the driver's own touch, which leaves ears in the page.
  await touch(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  await page.waitForTimeout(still);
}

/** Signs in and goes to the prefilled amounts, as Amina; returns the time each screen took. */
async function goToTheGrid(page: Page, origin: string): Promise<number[]> {
  const parcours = new Parcours(page, scenario);
  const on = (name: (typeof presses)[number]): Promise<void> =>
    press(page, page.getByRole('button', { name, exact: true }));
  await page.goto(`${origin}/s/${scenario}/`);
  await parcours.pret();
  await parcours.toutEstLa();
  await parcours.remplir('Numéro de sécurité sociale', amina.nir);
  await parcours.remplir('Mot de passe', amina.password);
  await on('Se connecter');
  await parcours.estSur(/^Confirmer que c/);
  await on('Envoyer le code');
  await press(page, page.getByRole('button', { name: 'Mails' }));
  const mail = page.locator('div[data-pane=mail]').last();
  await press(page, mail.locator('button[data-key*="#"]').first());
  const code = /\b\d{6}\b/.exec(await mail.innerText())?.[0] ?? '';
  await press(page, page.getByRole('button', { name: 'Site' }));
  await parcours.remplir('Code à 6 chiffres', code);
  await on('Valider');
  await parcours.estSur(/^Conditions générales/);
  await press(page, parcours.champ(/^J'ai lu et j'accepte/));
  await on('Continuer');
  await parcours.estSur('Mon Compte');
  await on('Faire ma déclaration');
  await press(page, parcours.champ('Non'));
  await on('Confirmer');
  await parcours.estSur('Mes ressources du trimestre');
  return readStopwatch(page, 'screens');
}

async function typeIn(page: Page, field: Locator): Promise<number[]> {
  await field.fill('');
  await field.focus();
  await readStopwatch(page, 'keys');
  for (let time = 0; time < 3; time++) {
    await page.keyboard.type(amount, { delay: pace });
    const typed = await field.inputValue();
    if (typed !== amount) throw new Error(`A character was lost: ${typed} instead of ${amount}.`);
    for (const _ of amount) await page.keyboard.press('Backspace', { delay: pace });
  }
  return readStopwatch(page, 'keys');
}
