import { expect, type Page } from '@playwright/test';
import type { Expectation } from '#authoring';
import {
  addDuration,
  type Field,
  fieldsOf,
  fillTemplate,
  kindOf,
  type Persona,
  type PersonaSource,
  type RawEntry,
  resolvePersona,
  type Scenario,
  startDay,
} from '#engine';
import { leavingWords } from '#i18n';
import { openOn, standing } from './device.ts';
import { Parcours } from './parcours.ts';
import type { Part, PlannedAct } from './plan.ts';
import { type Code, calendar, type HandAct } from './rehearsal.ts';

interface Options {
  readonly scenario: Scenario;
  readonly persona: PersonaSource;
  /** Called on every screen and ending that shows, the first time, and when an entry is refused there. */
  readonly onScreen?: (screen: string, refused?: string) => Promise<void>;
}

/** Pages on which the offer to erase is answered already: several actors share one. */
const answering = new WeakSet<Page>();

/**
 * Does in the page what a rehearsal did without one, as hands would: by mouse and keyboard, where labels say, reading
 * codes where they arrive. After each act the page must be where the rehearsal was.
 */
export class Actor {
  readonly parcours: Parcours;
  readonly #page: Page;
  readonly #scenario: Scenario;
  readonly #persona: Persona;
  readonly #onScreen: (screen: string, refused?: string) => Promise<void>;
  readonly #seen = new Set<string>();
  #at = '';

  constructor(page: Page, { scenario, persona, onScreen = async () => {} }: Options) {
    this.parcours = new Parcours(page, scenario.id);
    this.#page = page;
    this.#scenario = scenario;
    this.#persona = resolvePersona(persona, startDay(scenario, calendar));
    this.#onScreen = onScreen;
  }

  /** Time that passes on the run's clock brings the offer to erase, over the foot of the page: who is there says so. */
  async #answerOffer(): Promise<void> {
    if (answering.has(this.#page)) return;
    answering.add(this.#page);
    const offer = this.#page.getByRole('region', { name: leavingWords.awayTitle });
    await this.#page.addLocatorHandler(offer, () => offer.getByRole('button', { name: leavingWords.back }).click());
  }

  /** Plays a part of a plan, from what the device keeps to what it keeps then. */
  async play(part: Part): Promise<void> {
    await this.open(part);
    for (const act of part.acts) await this.do(act);
    // The device is told a moment later.
    const stands = expect.poll(() => standing(this.#page, this.#scenario.id), { intervals: [50, 100, 200] });
    await stands.toEqual({ at: this.#at, facts: part.facts });
  }

  async open({ kept, clock }: Pick<Part, 'kept' | 'clock'>): Promise<void> {
    await this.#page.clock.install({ time: clock });
    // The usual persona is not asked for: a new run then begins on the part of the scenario that the page carries.
    const usual = this.#persona.id === this.#scenario.personas[0];
    await openOn(this.#page, kept, () => this.parcours.ouvrir(usual ? '' : `persona=${this.#persona.id}`));
    await this.arrive(kept?.reference.screen ?? this.#scenario.start);
  }

  async do(act: PlannedAct): Promise<void> {
    await this.#act(act);
    if (act.to !== this.#at || act.do === 'press') await this.arrive(act.to);
  }

  /** The site neither loads nor calls, and shows this screen or an ending of this meaning. */
  async arrive(at: string): Promise<void> {
    await this.parcours.montre(at, this.#scenario.endings[at]?.meaning);
    this.#at = at;
    if (this.#seen.has(at)) return;
    this.#seen.add(at);
    await this.#onScreen(at);
  }

  async #act(act: HandAct): Promise<void> {
    switch (act.do) {
      case 'type':
        return this.#type(act.field, act.code === undefined ? act.raw : await this.#code(act.code), act.cell);
      case 'press':
        return this.#press(act.action);
      case 'back':
        return void (await this.#page.goBack());
      case 'wait':
        return this.#wait(act.duration);
      case 'idle':
        await this.#wait(this.#scenario.service.idle?.after ?? 'PT0S');
        return this.#wait('PT2M');
      case 'expect':
        return this.#expect(act.expected);
      case 'world':
        throw new Error('The world changes between two parts.');
    }
  }

  /** Waits for a message on the run's clock, and reads there what is to be copied. */
  async #code({ message: template, item }: Code): Promise<string> {
    const message = this.#scenario.messages[template];
    if (message?.delay) await this.#wait(message.delay);
    if (message?.channel !== 'sms') return this.parcours.lireDansLeMail(message?.subject ?? '', item);
    await this.parcours.volet('Téléphone');
    const pane = this.#page.locator('div[data-pane=phone]');
    // The thread that was read before still stands open.
    const back = pane.getByRole('button', { name: 'Retour aux conversations' });
    if (await back.isVisible()) await back.click();
    await pane.locator(`button[data-key="${message.from}"]`).first().click();
    const read = await pane.last().locator(`[data-item="${item}"]`).last().innerText();
    await this.parcours.revenirAuSite();
    return read;
  }

  /** Puts a raw entry in a field of the screen. */
  async #type(id: string, raw: RawEntry, cell?: string): Promise<void> {
    const screen = this.#scenario.screens[this.#at];
    const field = screen && fieldsOf(screen).find((each) => each.id === id);
    if (!field) throw new Error(`« ${this.#at} » has no field « ${id} »`);
    const around = this.#page.locator(`[data-field="${id}"]`);
    await this.#unfold(`[data-field="${id}"]`);
    if (kindOf(field) === 'tick') await around.getByRole('checkbox').setChecked(raw === true);
    else if (kindOf(field) === 'document') {
      const title = this.#persona.documents.find((each) => each.id === raw)?.title ?? String(raw);
      await this.parcours.joindre(field.label, title);
    } else if (field.input === 'choices' && typeof raw === 'object') {
      for (const option of field.options) {
        const box = around.getByRole('checkbox', { name: this.#nameOf(option) });
        await box.setChecked(raw.includes(option.id));
      }
    } else if (field.input === 'choice' && field.look === 'select')
      await around.getByRole('combobox').selectOption(String(raw));
    else if (field.input === 'choice' && field.look === 'buttons')
      await around.getByRole('button', { name: this.#nameOf(optionOf(field, raw)) }).click();
    else if (field.input === 'choice')
      await around.getByRole('radio', { name: this.#nameOf(optionOf(field, raw)) }).check();
    else if (field.input === 'yes-no') await around.getByRole('radio', { name: raw === 'oui' ? 'Oui' : 'Non' }).check();
    else if (field.input === 'typeahead') {
      const { label } = optionOf(field, raw);
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

  async #press(action: string): Promise<void> {
    const onPhone = this.#scenario.screens[this.#at]?.blocks.some(
      (block) => block.kind === 'phone' && block.actions.includes(action),
    );
    await (onPhone ? this.parcours.volet('Téléphone') : this.parcours.revenirAuSite());
    const button = `[data-action="${action}"]`;
    await this.#unfold(button);
    await this.#page.locator(button).first().click();
  }

  /** Opens the fold-outs that hide something. */
  async #unfold(inside: string): Promise<void> {
    const isHidden = (what: string) => document.querySelector(what)?.closest('details:not([open])') != null;
    const closed = this.#page.locator(inside).first().locator('xpath=ancestor::details[not(@open)]');
    while (await this.#page.evaluate(isHidden, inside)) await closed.first().locator('> summary').click();
  }

  /** The name of an option as it is read out: its label, then its hint, as the page fills them. */
  #nameOf({ label, hint = '' }: Option): RegExp {
    const { people, papers } = this.#persona;
    const said = fillTemplate(`${label} ${hint}`.trim(), { people, papers, today: startDay(this.#scenario, calendar) });
    const words = said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${words.replace(/\s+/g, '\\s*')}$`);
  }

  /** Lets the run's clock go on. */
  async #wait(duration: string): Promise<void> {
    await this.#answerOffer();
    await this.#page.clock.fastForward(addDuration(0, duration));
  }

  async #expect({ error, message }: Expectation): Promise<void> {
    if (error !== undefined)
      await expect(this.#page.locator(`[id^="champ-${error}"][id$="erreur"]`).first()).toBeVisible();
    if (message !== undefined) await this.parcours.voit(message);
    if (error !== undefined) await this.#onScreen(this.#at, error);
  }
}

type Option = { readonly id: string; readonly label: string; readonly hint?: string };

function optionOf({ options }: Extract<Field, { options: unknown }>, raw: RawEntry): Option {
  return options.find(({ id }) => id === raw) ?? { id: String(raw), label: String(raw) };
}
