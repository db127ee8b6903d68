import type { PersonaSource, Scenario } from '#engine';
import { tied } from '#i18n';
import type { ExampleSource } from '../schema/index.ts';
import type { Expectation } from './act.ts';
import { Driver } from './driver.ts';
import { shownFields } from './entries.ts';
import type { StartFake } from './fake.ts';

type ExampleStep = NonNullable<ExampleSource['do']>[number];

export interface ExampleOutcome {
  readonly name: string;
  /** What went otherwise than said, or null. */
  readonly failure: string | null;
  /** The step of `do` that changes the world, and with it takes away what the rest of the example needs. */
  readonly losing?: number;
}

interface Setting {
  readonly scenario: Scenario;
  readonly personas: Readonly<Record<string, PersonaSource>>;
  readonly today: string;
  readonly start: StartFake;
}

/** Plays one example through the real engine and fake back ends. */
export async function playExample(example: ExampleSource, setting: Setting): Promise<ExampleOutcome> {
  const { failure, reached } = await playOnce(example, setting, false);
  const losing = (example.do ?? []).slice(0, reached).findLastIndex((step) => 'world' in step);
  // Did it fail because the world changes between two pages? On one and the same page it would not have.
  const loses = failure !== null && losing >= 0 && (await playOnce(example, setting, true)).failure === null;
  return { name: example.name, failure, ...(loses && { losing }) };
}

async function playOnce(
  example: ExampleSource,
  { scenario, personas, today, start }: Setting,
  samePage: boolean,
): Promise<Played> {
  const persona = personas[example.persona ?? scenario.personas[0] ?? ''];
  if (!persona) return { failure: 'son personnage manque', reached: 0 };
  const { world } = example;
  const driver = new Driver({ scenario, persona, today, start, samePage, ...(world && { world }) });
  try {
    await driver.settled();
    return await playSteps(driver, example);
  } finally {
    driver.stop();
  }
}

/** The same on a run that stands at its start; says what went otherwise, or null. */
export async function playOn(driver: Driver, example: ExampleSource): Promise<string | null> {
  return (await playSteps(driver, example)).failure;
}

interface Played {
  readonly failure: string | null;
  /** How many steps of `do` were begun. */
  readonly reached: number;
}

async function playSteps(driver: Driver, example: ExampleSource): Promise<Played> {
  let reached = 0;
  const played = (failure: string | null): Played => ({ failure, reached });
  try {
    for (const [index, step] of (example.do ?? []).entries()) {
      reached = index + 1;
      const failure = await take(step, driver);
      if (failure !== null) return played(`au pas ${reached}, ${failure}`);
    }
    if (example.follow === 'answers' || example.then === 'answers') {
      const stopped = await driver.follow();
      if (stopped !== null) return played(stopped);
    }
  } catch (error) {
    return played(error instanceof Error ? error.message : String(error));
  }
  if (example.ends !== undefined && driver.run.view.ending !== example.ends)
    return played(`il arrive à « ${driver.at} » au lieu de « ${example.ends} »`);
  return played(null);
}

async function take(step: ExampleStep, driver: Driver): Promise<string | null> {
  if ('answers' in step) {
    const stopped = await driver.follow(step.answers);
    if (stopped !== null || driver.at === step.answers) return stopped;
    return `on arrive à « ${driver.at} » sans passer par « ${step.answers} »`;
  }
  if ('wait' in step) driver.wait(step.wait);
  else if ('world' in step) await driver.change(step.world);
  else if ('back' in step) await driver.back();
  else if ('idle' in step) {
    const { idle } = driver.scenario.service;
    if (!idle || !driver.run.view.screen?.signedIn) return `« ${driver.at} » ne se déconnecte pas tout seul`;
    await driver.idle(idle.after);
  } else if ('fill' in step) return fill(step.fill, driver);
  else if ('press' in step) {
    const action = driver.run.view.screen?.actions.find(({ id }) => id === step.press);
    if (!action) return `« ${driver.at} » n'a pas d'action « ${step.press} »`;
    await driver.press(step.press);
  } else {
    driver.tell({ do: 'expect', expected: step.expect });
    return expectation(step.expect, driver);
  }
  await driver.settled();
  return null;
}

function fill(entries: Readonly<Record<string, string | number | boolean | string[]>>, driver: Driver): string | null {
  for (const [name, value] of Object.entries(entries)) {
    const [id = '', cell] = name.split('/');
    const { screen, facts } = driver.run.view;
    const field = screen && shownFields(screen.blocks, facts).find((each) => each.id === id);
    if (!field) return `« ${driver.at} » ne montre pas de champ « ${id} »`;
    // « {code} » is the right answer of the field « code » at that moment.
    const wanted = typeof value === 'string' ? /^\{([a-z0-9-]+)\}$/.exec(value)?.[1] : undefined;
    const asked = wanted === undefined ? undefined : driver.field(wanted);
    const raw = asked ? driver.rightEntry(asked) : typeof value === 'number' ? String(value) : value;
    if (raw === undefined) return `« ${name} » n'a pas encore de réponse`;
    driver.type(id, raw, cell);
  }
  return null;
}

function expectation(expected: Expectation, driver: Driver): string | null {
  const { errors, message, ending } = driver.run.view;
  if (expected.screen !== undefined && driver.at !== expected.screen)
    return `on est à « ${driver.at} » au lieu de « ${expected.screen} »`;
  if (expected.ending !== undefined && ending !== expected.ending)
    return `on est à « ${driver.at} » au lieu de la fin « ${expected.ending} »`;
  if (expected.error !== undefined) {
    const shown = [...Object.keys(errors), ...(message?.field === undefined ? [] : [message.field])];
    if (!shown.some((field) => field === expected.error || field.startsWith(`${expected.error}/`)))
      return `aucune phrase sous « ${expected.error} » (le service dit : ${driver.said()})`;
  }
  if (expected.message !== undefined && !driver.said().includes(tied(expected.message)))
    return `le service ne dit pas « ${expected.message} », mais : ${driver.said()}`;
  if (expected.mistake !== undefined) {
    const [field = '', mistake = ''] = expected.mistake.split('/');
    const found = driver.steps.some(
      (step) => step.type === 'EntryCommitted' && step.field.split('/')[0] === field && step.mistake === mistake,
    );
    if (!found) return `l'erreur « ${expected.mistake} » n'est pas reconnue`;
  }
  return null;
}
