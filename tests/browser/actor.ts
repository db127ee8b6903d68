import { expect, type Locator, type Page } from '@playwright/test';
import { presetOf } from '#authoring';
import {
  addDuration,
  answerOf,
  cellsOf,
  type Field,
  fieldsOf,
  kindOf,
  type Persona,
  type PersonaSource,
  type RawEntry,
  rawOf,
  resolvePersona,
  type Scenario,
  type Screen,
  startDay,
  type Value,
} from '#engine';
import { createBackEnd, loadServices, type WorldSnapshot } from '#mocks';
import { Parcours } from './parcours.ts';

const inventedPassword = 'Pomme2025verte!';

/** Runs happen in 2031: a scenario must still be right then. Noon here is the same day in the browser's odd time zone. */
const calendar = '2031-03-17';
const noon = new Date(`${calendar}T09:00:00Z`);

interface Options {
  readonly scenario: Scenario;
  readonly persona: PersonaSource;
  /** Called on every screen the first time it is seen. */
  readonly onScreen?: (screen: string) => Promise<void>;
}

/**
 * Plays a scenario in the page from its own data: what the papers say goes in the fields that ask for it, and the way on
 * is pressed. It acts as a person would, by mouse and keyboard, and reads codes in the mailbox.
 */
export class Actor {
  readonly parcours: Parcours;
  readonly #page: Page;
  readonly #scenario: Scenario;
  readonly #source: PersonaSource;
  readonly #onScreen: (screen: string) => Promise<void>;
  readonly #seen = new Set<string>();
  /** By "screen/field": a password chosen on one page is typed again on another. */
  readonly #typed = new Map<string, RawEntry>();

  constructor(page: Page, { scenario, persona, onScreen = async () => {} }: Options) {
    this.parcours = new Parcours(page, scenario.id);
    this.#page = page;
    this.#scenario = scenario;
    this.#source = persona;
    this.#onScreen = onScreen;
  }

  get screensSeen(): ReadonlySet<string> {
    return this.#seen;
  }

  async open(): Promise<void> {
    await this.#page.clock.install({ time: noon });
    await this.parcours.ouvrir(`persona=${this.#source.id}`);
    await this.look();
  }

  /** Id of the screen shown, or null once the run has ended. */
  async screen(): Promise<Screen | null> {
    await this.parcours.repos();
    const shown = this.#page.locator('[data-screen]');
    if ((await shown.count()) === 0) return null;
    return this.#scenario.screens[(await shown.getAttribute('data-screen')) ?? ''] ?? null;
  }

  async look(): Promise<void> {
    const screen = await this.screen();
    if (!screen || this.#seen.has(screen.id)) return;
    this.#seen.add(screen.id);
    await this.#onScreen(screen.id);
  }

  /** Answers screen after screen, up to one (not answered) or to the end. */
  async follow(until?: string): Promise<void> {
    for (let turn = 0; turn < 60; turn += 1) {
      const screen = await this.screen();
      if (!screen || screen.id === until) return;
      await this.answer(screen);
      await this.press(await this.way(screen));
    }
    throw new Error(`The way from « ${(await this.screen())?.id} » never ends`);
  }

  /** The way on, or the main button of those to whom it is not shown. */
  async way({ way = '', actions }: Screen): Promise<string> {
    const here = this.#page.locator('[data-action]');
    const shown = await here.evaluateAll((all) => all.map((each) => each.getAttribute('data-action')));
    const main = actions.find(({ id, look }) => look === 'primary' && shown.includes(id));
    return shown.includes(way) ? way : (main?.id ?? way);
  }

  async answer(screen: Screen): Promise<void> {
    for (const field of fieldsOf(screen)) {
      if (!(await this.isShown(field))) continue;
      if (field.input === 'grid') {
        for (const cell of cellsOf(field, this.persona().people))
          await this.put(field, this.answerOf(field, cell), cell);
      } else if (field.answer && 'message' in field.answer) {
        await this.type(field.id, await this.code(field.answer));
      } else if (field.answer && 'invented' in field.answer) await this.type(field.id, inventedPassword);
      else await this.put(field, this.answerOf(field));
    }
  }

  /** What the papers, or a message, say to enter in a field of the screen. */
  async rightEntry(id: string): Promise<RawEntry> {
    const screen = await this.screen();
    const field = screen && fieldsOf(screen).find((each) => each.id === id);
    if (!field?.answer) throw new Error(`« ${screen?.id} » has no answer for « ${id} »`);
    if ('message' in field.answer) return this.code(field.answer);
    if ('invented' in field.answer) return inventedPassword;
    return rawOf(field, this.answerOf(field) ?? null);
  }

  /** Waits for a message on the run's clock, and reads there what is to be copied. */
  async code({ message: template, item }: { readonly message: string; readonly item: string }): Promise<string> {
    const message = this.#scenario.messages[template];
    if (message?.delay) await this.wait(message.delay);
    if (message?.channel !== 'sms') return this.parcours.lireDansLeMail(message?.subject ?? '', item);
    await this.parcours.volet('Téléphone');
    const pane = this.#page.locator('div[data-pane=phone]');
    await pane.locator('button[data-key]').filter({ hasText: message.from }).first().click();
    const read = await pane.last().locator(`[data-item="${item}"]`).last().innerText();
    await this.parcours.revenirAuSite();
    return read;
  }

  /** Puts a raw entry in a field of the screen, as hands would. */
  async type(id: string, raw: RawEntry, cell?: string): Promise<void> {
    const screen = await this.screen();
    const field = screen && fieldsOf(screen).find((each) => each.id === id);
    if (!field) throw new Error(`« ${screen?.id} » has no field « ${id} »`);
    await this.isShown(field);
    this.#typed.set(`${screen?.id}/${id}`, raw);
    const around = this.around(field);
    if (kindOf(field) === 'tick') await around.getByRole('checkbox').setChecked(raw === true);
    else if (kindOf(field) === 'document') {
      const title = this.persona().documents.find((each) => each.id === raw)?.title ?? String(raw);
      await this.parcours.joindre(field.label, title);
    } else if (field.input === 'choices' && typeof raw === 'object') {
      for (const option of field.options) {
        await around.getByRole('checkbox', { name: option.label }).setChecked(raw.includes(option.id));
      }
    } else if (field.input === 'choice' && field.look === 'select')
      await around.getByRole('combobox').selectOption(String(raw));
    else if (field.input === 'choice') await around.getByRole('radio', { name: labelOf(field.options, raw) }).check();
    else if (field.input === 'yes-no') await around.getByRole('radio', { name: raw === 'oui' ? 'Oui' : 'Non' }).check();
    else if (field.input === 'typeahead') {
      const label = labelOf(field.options, raw);
      await around.getByRole('combobox').fill(label.slice(0, 4));
      await this.#page.getByRole('option', { name: label, exact: true }).click();
    } else if (field.input === 'date' && field.boxes === 3) {
      const boxes = around.getByRole('textbox');
      for (const [index, part] of String(raw).split('/').entries()) await boxes.nth(index).fill(part);
    } else {
      const input = this.#page.locator(`[id="champ-${cell === undefined ? id : `${id}-${cell}`}"]`);
      await input.fill(String(raw));
      await input.blur();
    }
  }

  async press(action: string): Promise<void> {
    const onPhone = (await this.screen())?.blocks.some(
      (block) => block.kind === 'phone' && block.actions.includes(action),
    );
    await (onPhone ? this.parcours.volet('Téléphone') : this.parcours.revenirAuSite());
    const button = this.#page.locator(`[data-action="${action}"]`).first();
    await unfold(button);
    await button.click();
    await this.parcours.repos();
    await this.look();
  }

  /** Lets the run's clock go on. */
  async wait(duration: string): Promise<void> {
    await this.#page.clock.fastForward(addDuration(0, duration));
  }

  /** Leaves the page alone until the service logs the learner out. */
  async idle(): Promise<void> {
    await this.wait(this.#scenario.service.idle?.after ?? 'PT0S');
    await this.wait('PT2M');
    await this.parcours.repos();
  }

  /** Changes the fake world as a recipe would: in what the device keeps, then a reload. */
  async world(presets: readonly string[]): Promise<void> {
    const names = this.#scenario.services;
    const shown = (await this.screen())?.id;
    const read = () => this.#page.evaluate(readKept, this.#scenario.id);
    // The device keeps what changes a moment later: on a busy machine the page could be left before.
    await expect.poll(async () => (await read())?.screen).toBe(shown);
    const kept = await read();
    if (!kept) throw new Error('The device keeps no run');
    const backEnd = createBackEnd({
      services: await loadServices(names),
      persona: resolvePersona(this.#source, kept.today),
      today: kept.today,
      now: () => kept.now,
      seed: kept.run,
      messages: this.#scenario.messages,
      // Before the first call there is no world yet.
      ...(kept.world ? { restore: kept.world } : this.#scenario.world && { world: this.#scenario.world }),
    });
    for (const written of presets) {
      const { service, name } = presetOf(written, this.#scenario.service.id);
      backEnd.preset(service, name);
    }
    // Left first: a page that lives writes its own world over ours.
    await this.#page.goto('/aide/');
    await this.#page.evaluate(writeWorld, { scenario: this.#scenario.id, world: backEnd.world() });
    await this.parcours.ouvrir();
    await this.look();
  }

  /** The day that the run is played on. */
  get today(): string {
    return startDay(this.#scenario, calendar);
  }

  persona(): Persona {
    return resolvePersona(this.#source, this.today);
  }

  answerOf(field: Field, cell?: string): Value | undefined {
    const entered = (path: string) => this.#typed.get(path);
    return answerOf(field, { persona: this.persona(), today: this.today, messages: [], templates: {}, entered }, cell);
  }

  async expectError(field: string): Promise<void> {
    await expect(this.#page.locator(`[id^="champ-${field}"][id$="erreur"]`).first()).toBeVisible();
  }

  private around(field: Field): Locator {
    return this.#page.locator(`[data-field="${field.id}"]`);
  }

  private async isShown(field: Field): Promise<boolean> {
    await this.parcours.revenirAuSite();
    const around = this.around(field);
    if ((await around.count()) === 0) return false;
    await unfold(around);
    return around.isVisible();
  }

  private async put(field: Field, value: Value | undefined, cell?: string): Promise<void> {
    if (value !== undefined) await this.type(field.id, rawOf(field, value), cell);
  }
}

function labelOf(options: readonly { readonly id: string; readonly label: string }[], raw: RawEntry): string {
  return options.find(({ id }) => id === raw)?.label ?? String(raw);
}

/** Opens the fold-outs that hide something. */
async function unfold(inside: Locator): Promise<void> {
  const closed = inside.locator('xpath=ancestor::details[not(@open)]');
  for (let left = await closed.count(); left > 0; left -= 1) await closed.first().locator('> summary').click();
}

interface Kept {
  readonly today: string;
  readonly run: string;
  readonly now: number;
  readonly world: WorldSnapshot | null;
  readonly screen: string | null;
}

/** In the page: what the device keeps of the run; null when it has only just begun. */
function readKept(scenario: string): Promise<Kept | null> {
  return new Promise((done, failed) => {
    const open = indexedDB.open('replique-runs');
    open.onerror = () => failed(open.error);
    open.onsuccess = () => {
      const got = open.result.transaction('runs').objectStore('runs').get(scenario);
      got.onsuccess = () => {
        open.result.close();
        if (!got.result) return done(null);
        const { today, run, world, jumped, reference } = got.result;
        done({ today, run, world, now: Date.now() + jumped, screen: reference.screen });
      };
    };
  });
}

/** In the page: puts another world in what the device keeps. */
function writeWorld({ scenario, world }: { scenario: string; world: WorldSnapshot }): Promise<void> {
  return new Promise((done, failed) => {
    const open = indexedDB.open('replique-runs');
    open.onerror = () => failed(open.error);
    open.onsuccess = () => {
      const work = open.result.transaction(['runs', 'leases'], 'readwrite');
      const got = work.objectStore('runs').get(scenario);
      got.onsuccess = () => work.objectStore('runs').put({ ...got.result, world });
      work.objectStore('leases').clear();
      work.oncomplete = () => {
        open.result.close();
        done();
      };
    };
  });
}
