import { expect, type Page } from '@playwright/test';
import { type PersonaSource, resolvePersona, type Scenario } from '#engine';
import { debriefWords } from '#i18n';
import { keepCard } from '#training';
import type { KeptRun } from '../../src/replica/session/device/kept-run.ts';
import { Actor } from '../browser/actor.ts';
import type { PlannedPlay } from '../browser/plan.ts';
import { calendar, type Moment } from '../browser/rehearsal.ts';
import { type Book, byField, takesTyping, typeAndPutBack, typeElsewhere, typeInField } from './hands.ts';
import { boxesOf, typedFields } from './plan/asked.ts';
import type { Passage } from './plan/passages.ts';
import type { Visit } from './plan/visits.ts';
import type { Stores } from './search/stores.ts';
import type { Watched } from './search/watch.ts';

/** A learner's place in a group, as `/api/join` gives it. */
export type Place = Parameters<typeof keepCard>[1];

interface Setting {
  readonly scenario: Scenario;
  readonly personas: Readonly<Record<string, PersonaSource>>;
  readonly watched: Watched;
  readonly book: Book;
  readonly place: Place;
}

/** What the page writes a moment later (src/replica/session/device/keeper.ts) is written. */
const written = 300;

/** Types and presses Enter while no script has come: nothing may leave, and the page must then live. */
export async function typeBeforeScripts({ scenario, watched, book }: Setting): Promise<void> {
  const { page, context } = watched;
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setBypassServiceWorker', { bypass: true });
  let free = () => {};
  const held = new Promise<void>((resolve) => {
    free = resolve;
  });
  const scripts = '**/_astro/*.js';
  await page.route(scripts, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await page.goto(`/s/${scenario.id}/`, { waitUntil: 'commit' });
  const asked = page.url();
  await page.locator('[data-screen]').waitFor();
  for (const box of await page.locator(`[data-screen] :is(${takesTyping})`).all()) {
    const marker = book.mint.words(`${scenario.id} before scripts ${await box.getAttribute('id')}`, 'early');
    book.markers.push(marker);
    await box.pressSequentially(marker.typed);
    await box.press('Enter');
    if (page.url() !== asked) book.faults.push(`${marker.id}: Enter led to ${page.url()}`);
  }
  free();
  await page.locator('[data-ready=true]').waitFor();
  if (page.url() !== asked) book.faults.push(`${scenario.id} before scripts: the page is then ${page.url()}`);
  await watched.look();
  await page.unroute(scripts);
  await cdp.detach();
}

/** Opens a screen where a run could stand, types all that can be typed there, sends it, and leaves. */
export async function visitScreen({ scenario, personas, watched, book, place }: Setting, visit: Visit): Promise<void> {
  const { page } = watched;
  const persona = personas[visit.persona];
  if (!persona) throw new Error(`${visit.persona} is missing from the catalogue`);
  const where = `${scenario.id} ${visit.screen}`;
  const open = async () => {
    const actor = new Actor(page, { scenario, persona });
    await takeUp(page, actor, visit.moment, place);
    await page.evaluate(unfold);
    for (const name of ['Recommencer', 'Effacer et partir'])
      if ((await page.getByRole('button', { name, exact: true }).count()) === 0)
        book.faults.push(`${where}: no button says « ${name} »`);
    return actor;
  };
  const isThere = () => page.locator(`[data-screen="${visit.screen}"]`).isVisible();
  const type = async (kind: 'erased' | 'malformed' | 'taken') => {
    for (const [field, boxes] of byField(visit.boxes)) await typeInField(page, field, boxes, kind, book, where);
  };
  const send = async (actor: Actor) => {
    const button = page.locator(`[data-action="${visit.send}"]`).first();
    if (visit.send !== null && (await button.count()) > 0) await button.click();
    await actor.parcours.repos();
    await page.waitForTimeout(written);
    await watched.look();
  };

  let actor = await open();
  await typeElsewhere(page, visit.boxes, book, where);
  await type('erased');
  await type('malformed');
  await send(actor);
  if (!(await isThere())) {
    actor.parcours.fermer();
    actor = await open();
  }
  await type('taken');
  book.played.set(where, true);
  await send(actor);
  actor.parcours.fermer();
}

async function takeUp(page: Page, actor: Actor, moment: Moment, place: Place): Promise<void> {
  const script = await page.addInitScript(fillOutbox, moment.kept);
  await actor.open(moment);
  await script.dispose();
  await page.evaluate(join, cardOf(place));
}

/** Plays the answers to the end by hand. */
export async function playWhole(setting: Setting, play: PlannedPlay): Promise<void> {
  const actor = hesitant(setting, play.persona);
  for (const part of play.parts) {
    await actor.open(part);
    await setting.watched.page.evaluate(join, cardOf(setting.place));
    for (const act of part.acts) await actor.do(act);
  }
  await leave(setting, actor);
}

/** Takes a run up, and goes on by hand to other screens. */
export async function playPassage(setting: Setting, { persona, moment, acts }: Passage): Promise<void> {
  const actor = hesitant(setting, persona);
  await takeUp(setting.watched.page, actor, moment, setting.place);
  for (const act of acts) await actor.do(act);
  await leave(setting, actor);
}

/** Who on each screen first types something else in each box; the device is looked at there. */
function hesitant({ scenario, personas, watched, book }: Setting, id: string): Actor {
  const source = personas[id];
  if (!source) throw new Error(`${id} is missing from the catalogue`);
  const persona = resolvePersona(source, calendar);
  const before = book.markers.length;
  const onScreen = async (at: string, refused?: string) => {
    const screen = scenario.screens[at];
    // Where an entry is refused all has been typed before it was sent, and the refusal is still to be read.
    if (!screen || refused !== undefined) return;
    const boxes = typedFields(screen).flatMap((field) => boxesOf(field, persona));
    const where = `${scenario.id} ${at}`;
    await typeAndPutBack(watched.page, boxes, book, where);
    await typeElsewhere(watched.page, boxes, book, where);
    await watched.look();
    book.played.set(where, book.played.get(where) || book.markers.length > before);
  };
  return new Actor(watched.page, { scenario, persona: source, onScreen });
}

async function leave({ watched }: Setting, actor: Actor): Promise<void> {
  await watched.page.waitForTimeout(written);
  await watched.look();
  actor.parcours.fermer();
}

/** Presses « Effacer et partir », then looks at what is left, and at what the back button shows. */
export async function wipe({ scenario, watched, book }: Setting, ended: boolean): Promise<Stores> {
  const { page } = watched;
  // A run in which time has passed is offered it a second time.
  await page.getByRole('button', { name: 'Effacer et partir', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Effacer et partir', exact: true }).click();
  if (!ended) await dialog.getByRole('button', { name: debriefWords.pass }).click();
  await page.waitForURL((url) => url.pathname === '/');
  const left = await watched.look(true);
  await page.goBack();
  for (const box of await page.locator(takesTyping).all()) {
    const value = await box.inputValue();
    if (value !== '')
      book.faults.push(`${scenario.id}: after « Effacer et partir », the back button shows « ${value} »`);
  }
  return left;
}

const cardOf = (place: Place): readonly [string, string] => {
  const kept: [string, string] = ['', ''];
  keepCard({ setItem: (key, value) => kept.splice(0, 2, key, value) }, place);
  return kept;
};

/** In the page: the card of a group, as joining leaves it. */
function join([key, card]: readonly [string, string]): void {
  localStorage.setItem(key, card);
}

/** In the page, once what stood there before is on its way out: what a device still has to send of a run. */
function fillOutbox({ run, secret, scenario, hash, seq, at, events }: KeptRun): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const open = indexedDB.open('replique-outbox', 1);
    open.onupgradeneeded = () => {
      open.result.createObjectStore('runs', { keyPath: 'id' });
      open.result.createObjectStore('events', { keyPath: ['run', 'seq'] });
      open.result.createObjectStore('facts');
    };
    open.onsuccess = () => {
      const work = open.result.transaction(['runs', 'events'], 'readwrite');
      work.objectStore('runs').put({ id: run, secret, scenario: `${scenario}@${hash}`, seq, at });
      for (const event of events) work.objectStore('events').put(event);
      open.result.close();
    };
    port1.close();
  };
  port2.postMessage(null);
}

/** In the page. */
function unfold(): void {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
}

/** What may be left on the device after « Effacer et partir »: the site's own files, and nothing else. */
export function isEmpty(left: Stores): void {
  expect.soft(left).toMatchObject({
    cookies: '[]',
    localStorage: '{}',
    sessionStorage: '{}',
    indexedDB: '{}',
    'window.name': '',
  });
  const kept = (JSON.parse(left['caches'] ?? '[]') as string[][]).map(([, url = '']) => new URL(url).pathname);
  expect.soft(kept.filter((path) => /^\/(s|contenu)\//.test(path))).toEqual([]);
}
