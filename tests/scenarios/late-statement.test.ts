import { describe, expect, it } from 'vitest';
import { compileCatalogue, Driver } from '#authoring';
import { addDuration, type Block, dayOf, fillTemplate, holds, noonOf, showDay } from '#engine';
import { contracts } from '#mocks';
import { toldBy } from '../../mocks/testing/assumed.ts';
import { startFake } from '../../src/cli/fake-network.ts';

/** The statement that comes late, as it is read on the screen. */
const today = '2026-11-21';
const { scenarios, personas } = compileCatalogue('scenarios', { contracts, today });

function begin(who: string): Driver {
  const scenario = scenarios['caf/declaration-trimestrielle'];
  const persona = personas[who];
  if (!scenario || !persona) throw new Error('The statement, or its person, is gone.');
  return new Driver({ scenario, persona, today, start: startFake });
}

/** What the screen says, as it is filled for this person now. */
function read({ run, persona }: Driver): string {
  const { screen, facts, data } = run.view;
  const texts = (blocks: readonly Block[]): readonly string[] =>
    blocks.flatMap((block) => {
      if (!holds(block.when, facts)) return [];
      if (block.kind === 'notice' || block.kind === 'paragraph') return [block.text];
      return 'blocks' in block ? texts(block.blocks) : [];
    });
  return fillTemplate(texts(screen?.blocks ?? []).join('\n'), {
    people: persona.people,
    papers: persona.papers,
    today,
    data,
  });
}

describe('a household whose payments are interrupted', () => {
  it('can be chosen, reads it on the dashboard, and files after the deadline', async () => {
    const driver = begin('leila');
    await driver.follow('tableau-de-bord');
    expect(read(driver)).toMatch(/Vos versements sont interrompus/);
    expect(read(driver)).not.toMatch(/à faire avant/);
    await driver.follow('recu-tardif');
    expect(read(driver)).toContain(`le ${showDay(today)}, après la date limite`);
    driver.stop();
  });
});

/** The messages of the weeks after a run that stands there. */
function weeksAfter({ run, scenario }: Driver, ending: string): readonly string[] {
  const facts = { ...run.view.facts, ending };
  return scenario.consequences.filter(({ when }) => holds(when, facts)).map(({ message }) => message);
}

describe('the weeks after', () => {
  it('never announce to a household whose payments are interrupted that they will be', async () => {
    const driver = begin('leila');
    expect(weeksAfter(driver, 'abandon')).toEqual(['toujours-interrompus', 'fin-de-droit']);
    await driver.follow('tableau-de-bord');
    expect(weeksAfter(driver, 'sorti-sans-declarer')).toEqual(['toujours-interrompus', 'fin-de-droit']);
    await driver.follow();
    expect(weeksAfter(driver, 'enregistree-en-retard')).toEqual(['reprise-des-versements']);
    driver.stop();
  });

  it('announce it to one that is in time, or that has been told of nothing yet', async () => {
    const driver = begin('amina');
    expect(weeksAfter(driver, 'abandon')).toEqual(['rappel', 'versements-interrompus']);
    driver.wait('P16D');
    await driver.follow('profil');
    expect(weeksAfter(driver, 'abandon')).toEqual(['toujours-interrompus', 'fin-de-droit']);
    driver.stop();
  });
});

it('what is assumed of those weeks is told to the readers of the service', () => {
  const { told } = toldBy('caf');
  const after = Object.fromEntries(
    (scenarios['caf/declaration-trimestrielle']?.consequences ?? []).map((each) => [each.message, each.after]),
  );
  expect(told('courrier-toujours-interrompus')).toBe(after['toujours-interrompus']);
  expect(told('fin-de-droit-apres')).toBe(after['fin-de-droit']);
  expect(after).toMatchObject({ 'toujours-interrompus': 'P3W', 'fin-de-droit': 'P9W' });
});

describe('the receipt of a late statement', () => {
  it('bears the day on which it was sent, which is after the deadline', async () => {
    const driver = begin('amina');
    driver.wait('P6D');
    await driver.follow('recu-tardif');
    const day = (after: 'P5D' | 'P6D') => showDay(dayOf(addDuration(noonOf(today), after)));
    expect(read(driver)).toContain(`le ${day('P6D')}, après la date limite`);
    expect(read(driver)).not.toContain(day('P5D'));
    driver.stop();
  });
});
