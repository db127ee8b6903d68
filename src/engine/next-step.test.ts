import { expect, it } from 'vitest';
import { createRun } from './create-run.ts';
import { lea, scenario as small } from './engine.fixture.ts';
import { nextStep, wayOf } from './next-step.ts';
import type { SentMessage } from './persona.ts';
import { resolvePersona } from './resolve.ts';
import type { Field, Scenario } from './scenario/index.ts';

const today = '2026-11-21';
const persona = resolvePersona(lea, today);

/** The fixture's first screen, asking for a code that comes by mail. */
function asking(required: boolean): Scenario {
  const { connexion } = small.screens;
  if (!connexion) throw new Error('The fixture has changed.');
  const code: Field = {
    kind: 'field',
    id: 'code',
    input: 'code',
    label: 'Code',
    required,
    digits: 6,
    answer: { message: 'mail', item: 'code' },
    coach: {},
  };
  const mail = {
    channel: 'mail',
    from: 'Essai',
    subject: 'Code',
    lines: [],
    items: { code: { label: 'Code', kind: 'code', value: '{var:code}' } },
  } as unknown as Scenario['messages'][string];
  return { ...small, messages: { mail }, screens: { ...small.screens, connexion: { ...connexion, blocks: [code] } } };
}

function start(required: boolean) {
  const messages: SentMessage[] = [];
  const run = createRun({
    scenario: asking(required),
    persona,
    today,
    now: () => 0,
    messages: () => messages,
    onStep: () => {},
    port: { call: async () => ({ outcome: 'ok' }) },
  });
  return { run, messages };
}

it('asks for a code that has not arrived while its field is blank, and sends no guess', () => {
  const { run, messages } = start(true);
  expect(nextStep(run, persona)).toMatchObject({ do: 'fill', field: { id: 'code' } });
  run.enter('code', '111111');
  expect(nextStep(run, persona)).toEqual({ do: 'nothing' });
  messages.push({ id: 'mail#1', template: 'mail', arrivesAt: 0, vars: { code: '424242' }, read: false });
  expect(nextStep(run, persona)).toMatchObject({ do: 'fill', field: { id: 'code' } });
  run.enter('code', '424242');
  expect(nextStep(run, persona)).toMatchObject({ do: 'press', action: { id: 'continuer' } });
});

it('waits for no message that the screen can do without', () => {
  const { run } = start(false);
  expect(nextStep(run, persona)).toMatchObject({ do: 'press' });
});

it('types nothing where the way on is a link that turns back, but makes the choices that may turn it', () => {
  const { connexion } = small.screens;
  if (!connexion) throw new Error('The fixture has changed.');
  const number: Field = {
    ...{ kind: 'field', id: 'numero', input: 'digits', label: 'Numéro', required: true, coach: {} },
    answer: { value: '12' },
  };
  const couple: Field = { ...number, id: 'couple', input: 'yes-no', answer: { value: 'non' } };
  const actions = connexion.actions.map((action) => ({ ...action, validates: false }));
  const run = createRun({
    scenario: {
      ...small,
      screens: { ...small.screens, connexion: { ...connexion, blocks: [number, couple], actions } },
    },
    persona,
    today,
    now: () => 0,
    messages: () => [],
    onStep: () => {},
    port: { call: async () => ({ outcome: 'ok' }) },
  });
  expect(nextStep(run, persona)).toMatchObject({ do: 'fill', field: { id: 'couple' } });
  run.enter('couple', 'non');
  expect(nextStep(run, persona)).toMatchObject({ do: 'press', action: { id: 'continuer' } });
});

it('is led by the main button that this person has, where the way is not theirs', () => {
  const { connexion } = small.screens;
  if (!connexion?.actions[0]) throw new Error('The fixture has changed.');
  const [main, ...others] = connexion.actions;
  const screen = {
    ...connexion,
    actions: [{ ...main, when: { couple: 'oui' } }, ...others, { ...main, id: 'seul', when: { couple: 'non' } }],
  };
  expect(wayOf(screen, { couple: 'oui' })?.id).toBe('continuer');
  expect(wayOf(screen, { couple: 'non' })?.id).toBe('seul');
  const { way: _, ...aimless } = screen;
  expect(wayOf(aimless, { couple: 'non' })).toBeUndefined();
});
