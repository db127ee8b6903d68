import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRun } from './create-run.ts';
import { lea, scenario } from './engine.fixture.ts';
import { rawOf } from './entry.ts';
import { nextStep } from './next-step.ts';
import { resolvePersona } from './resolve.ts';
import type { Run, RunReference } from './run.ts';
import type { EngineStep } from './step.ts';

const today = '2026-11-21';
const persona = resolvePersona(lea, today);
let steps: EngineStep[];
let calls: { operation: string; input: unknown }[];
let outcome: string;
let clock: number;

beforeEach(() => {
  steps = [];
  calls = [];
  outcome = 'ok';
  clock = 0;
});

function start(restore?: RunReference, given = scenario): Run {
  return createRun({
    scenario: given,
    persona,
    today,
    now: () => clock,
    messages: () => [],
    onStep: (step) => steps.push(step),
    port: {
      async call(operation, input) {
        calls.push({ operation, input });
        if (operation === 'essai.read')
          return { outcome: 'ok', data: { figures: { 'lea.salaires.-2': 150050, 'lea.salaires.-1': 100 } } };
        return { outcome };
      },
    },
    ...(restore ? { restore } : {}),
  });
}

it('knows what a service answered although no branch reads it, after a reload too', async () => {
  const run = start();
  await toAmounts(run);
  expect(scenario.facts).not.toHaveProperty('essai.read');
  expect(run.view.facts['essai.read']).toBe('ok');
  expect(start(run.reference()).view.facts['essai.read']).toBe('ok');
});

it('forgets what a service answered before a reload once it answers otherwise', async () => {
  const run = start();
  await toAmounts(run);
  const reference = run.reference();
  const again = start({ ...reference, facts: { ...reference.facts, 'essai.read': 'closed' } });
  expect(again.view.facts['essai.read']).toBe('closed');
  await vi.waitFor(() => expect(again.view.phase).toBe('ready'));
  expect(again.view.facts['essai.read']).toBe('ok');
});

async function toAmounts(run: Run): Promise<void> {
  run.enter('nir', '1 90 05 75 000 042');
  run.enter('couple', 'oui');
  run.enter('conjoint', 'paul');
  await run.act('continuer');
}

/** Follows the coach to the end of the run, as a person who always does the next right thing. */
async function follow(run: Run): Promise<void> {
  for (let turn = 0; turn < 100 && run.view.phase !== 'ended'; turn += 1) {
    const next = nextStep(run, persona);
    if (next.do === 'fill') {
      const value = run.answer(next.field.id, next.cell);
      run.enter(next.field.id, rawOf(next.field, value ?? null), next.cell);
    } else if (next.do === 'press') await run.act(next.action.id);
    else throw new Error(`Nothing to do on ${run.view.screen?.id}`);
  }
}

describe('a run', () => {
  it('refuses to go on with an empty required field, and says so in the stream', async () => {
    const run = start();
    await run.act('continuer');
    expect(run.view.errors).toEqual({ nir: 'Ce champ est à remplir.', couple: 'Ce champ est à remplir.' });
    expect(calls).toEqual([]);
    expect(steps).toContainEqual({ type: 'EntryRefused', screen: 'connexion', field: 'nir', rule: 'empty' });
  });

  it('recognises a mistake, and explains it in the persona’s words', () => {
    const run = start();
    run.enter('nir', '190057500004252');
    expect(run.commit('nir')).toEqual({
      class: 'mistake',
      mistake: 'digits-15',
      say: 'Quinze chiffres, Léa : c’est trop.',
    });
  });

  it('says the ordinal of the distinct value: 1, 2, 1 shows oscillation', () => {
    const run = start();
    for (const value of ['1', '2', '1', '1']) {
      run.enter('nir', value);
      run.commit('nir');
    }
    expect(steps.flatMap((step) => (step.type === 'EntryCommitted' ? [step.ordinal] : []))).toEqual([1, 2, 1]);
  });

  it('sends normal values to the fake back end and stays with its sentence when refused', async () => {
    outcome = 'wrong';
    const run = start();
    await toAmounts(run);
    expect(calls).toEqual([{ operation: 'essai.signIn', input: { nir: '1900575000042', partner: 'paul' } }]);
    expect(run.view).toMatchObject({ phase: 'ready', screen: { id: 'connexion' }, errors: { nir: 'Inconnu.' } });
    expect(run.view.entries).not.toHaveProperty('nir');
  });

  it('takes back what the service said of a field once it holds something else, and of no other', async () => {
    outcome = 'wrong';
    const run = start();
    await toAmounts(run);
    expect(run.view.message).toMatchObject({ text: 'Inconnu.', field: 'nir' });
    run.enter('couple', 'non');
    expect(run.view.message).not.toBeNull();
    run.enter('nir', '1');
    expect(run.view).toMatchObject({ message: null, errors: {} });
  });

  it('does not send what was typed in a field that is no longer shown', async () => {
    const run = start();
    run.enter('nir', '1900575000042');
    run.enter('couple', 'oui');
    run.enter('conjoint', 'paul');
    run.enter('couple', 'non');
    await run.act('continuer');
    expect(calls).toEqual([{ operation: 'essai.signIn', input: { nir: '1900575000042', partner: null } }]);
  });

  it('branches on a choice, loads the next screen and prefills its grid', async () => {
    const run = start();
    await toAmounts(run);
    expect(run.view).toMatchObject({ phase: 'ready', screen: { id: 'montants' } });
    expect(run.view.entries).toEqual({ 'gains/lea.salaires.-2': '1500,50', 'gains/lea.salaires.-1': '1' });
  });

  it('takes the other branch on the other choice', async () => {
    const run = start();
    run.enter('nir', '1900575000042');
    run.enter('couple', 'non');
    await run.act('continuer');
    expect(run.view.screen?.id).toBe('seul');
  });

  it('finds a silent error in a prefilled amount that was left wrong', async () => {
    const run = start();
    await toAmounts(run);
    await run.act('suite');
    expect(run.view.silent).toEqual([{ screen: 'montants', field: 'gains', cell: 'lea.salaires.-1' }]);
  });

  it('finds no silent error in what the service refused', async () => {
    outcome = 'wrong';
    const run = start();
    run.enter('nir', '172032A000018');
    run.enter('couple', 'non');
    await run.act('continuer');
    run.leave();
    expect(run.view.silent).toEqual([]);
  });

  it('ends without silent error when every next step is followed', async () => {
    const run = start();
    await follow(run);
    expect(run.view).toMatchObject({ ending: 'fini', silent: [] });
    expect(steps.at(-1)).toEqual({ type: 'RunEnded', screen: 'recu', ending: 'fini' });
  });

  it('goes back as the real site would, or says why it stays', async () => {
    const run = start();
    run.back();
    expect(run.view.message).toEqual({ text: 'On reste ici.', tone: 'info' });
    await toAmounts(run);
    run.back();
    expect(run.view.screen?.id).toBe('connexion');
  });

  it('hands no password back on the way back, and says it anew when it is typed again', async () => {
    const { connexion } = scenario.screens;
    if (!connexion) throw new Error('The fixture has changed.');
    const secret = {
      kind: 'field',
      id: 'secret',
      input: 'password',
      label: 'Mot de passe',
      required: true,
      answer: { value: 'Tilleul2024' },
      coach: {},
    } as const;
    const screens = { ...scenario.screens, connexion: { ...connexion, blocks: [...connexion.blocks, secret] } };
    const run = start(undefined, { ...scenario, screens });
    run.enter('secret', 'Tilleul2024');
    await toAmounts(run);
    run.back();
    expect(run.view.entries).toMatchObject({ nir: '1 90 05 75 000 042' });
    expect(run.view.entries).not.toHaveProperty('secret');
    steps = [];
    run.enter('secret', 'Tilleul2024');
    run.commit('secret');
    expect(steps).toMatchObject([{ type: 'EntryCommitted', field: 'secret', class: 'right', ordinal: 1 }]);
  });

  it('logs out an idle signed-in screen and loses what was not sent', async () => {
    const run = start();
    await toAmounts(run);
    run.enter('gains', '12', 'lea.salaires.-1');
    run.timeOut();
    expect(run.view.screen?.id).toBe('expiree');
    expect(JSON.stringify(run.reference())).not.toContain('12,');
  });

  it('ends with abandon when the learner leaves, even in the middle of a call', () => {
    const run = start();
    run.leave();
    expect(run.view.ending).toBe('abandon');
  });

  it('keeps the run alive when the fake back end does not answer', async () => {
    outcome = 'unheard-of';
    const run = start();
    await toAmounts(run);
    expect(run.view).toMatchObject({ phase: 'ready', message: { text: 'Le site n’a pas répondu. Réessayez.' } });
  });
});

describe('a reload', () => {
  it('brings back right answers and choices, and never keeps what was typed', () => {
    const run = start();
    run.enter('nir', '1900575000042');
    run.commit('nir');
    run.enter('couple', 'oui');
    run.enter('conjoint', 'SECRET-TYPED');
    run.commit('conjoint');
    const kept = run.reference();
    expect(JSON.stringify(kept)).not.toContain('SECRET');
    expect(JSON.stringify(kept)).not.toContain('1900575000042');
    const again = start(kept);
    expect(again.view.entries).toEqual({ nir: '1900575000042', couple: 'oui' });
    expect(again.view.lost).toBe('connexion');
  });

  it('goes back to the screen that asked for a value that a later page repeats', async () => {
    const run = start();
    await toAmounts(run);
    run.enter('gains', '777', 'lea.salaires.-1');
    await run.act('suite');
    expect(run.view.screen?.id).toBe('recap');
    const again = start(run.reference());
    expect(again.view).toMatchObject({ lost: 'montants', screen: { id: 'montants' } });
  });

  it('keeps the receipt after filing, and asks nothing again', async () => {
    const run = start();
    await toAmounts(run);
    run.enter('gains', '777', 'lea.salaires.-1');
    await run.act('suite');
    await run.act('valider');
    const again = start(run.reference());
    expect(again.view).toMatchObject({ lost: null, screen: { id: 'recu' } });
    expect(again.view.silent).toHaveLength(1);
  });

  it('keeps the ending, and when it came', () => {
    const run = start();
    expect(run.view.endedAt).toBeNull();
    clock = 5000;
    run.leave();
    clock = 9000;
    expect(run.view.endedAt).toBe(5000);
    expect(start(run.reference()).view).toMatchObject({ phase: 'ended', ending: 'abandon', endedAt: 5000 });
  });
});

describe('a scenario that comes in two parts', () => {
  const outlined = (): typeof scenario => {
    const { montants } = scenario.screens;
    if (!montants) throw new Error('The fixture has changed.');
    return { ...scenario, screens: { ...scenario.screens, montants: { ...montants, blocks: [], toCome: true } } };
  };

  it('shows a screen that has not come as loading, then whole and prefilled', async () => {
    const run = start(undefined, outlined());
    await toAmounts(run);
    expect(run.view).toMatchObject({ phase: 'loading', screen: { id: 'montants', toCome: true }, entries: {} });
    await run.act('suite');
    expect(run.view.screen?.id).toBe('montants');
    expect(calls.map(({ operation }) => operation)).toEqual(['essai.signIn']);
    run.complete(scenario);
    await vi.waitFor(() => expect(run.view.phase).toBe('ready'));
    expect(run.view.screen?.toCome).toBeUndefined();
    expect(run.view.entries['gains/lea.salaires.-2']).toBe('1500,50');
    await run.act('suite');
    expect(run.view.screen?.id).toBe('recap');
  });

  it('changes nothing on a screen that was there, nor in what was typed', () => {
    const run = start(undefined, outlined());
    run.enter('nir', '1 90');
    run.complete(scenario);
    expect(run.view).toMatchObject({ phase: 'ready', screen: { id: 'connexion' }, entries: { nir: '1 90' } });
    expect(steps.map(({ type }) => type)).toEqual(['ScreenShown']);
  });
});

describe('the reload button of the drawn browser', () => {
  it('asks for the data again: prefilled amounts come back, what was typed does not', async () => {
    const run = start();
    await toAmounts(run);
    run.enter('gains', '999', 'lea.salaires.-2');
    run.reload();
    expect(run.view).toMatchObject({ phase: 'loading', entries: {} });
    await vi.waitFor(() => expect(run.view.phase).toBe('ready'));
    expect(run.view.entries['gains/lea.salaires.-2']).toBe('1500,50');
    expect(calls.filter(({ operation }) => operation === 'essai.read')).toHaveLength(2);
  });

  it('empties a screen without data', () => {
    const run = start();
    run.enter('nir', '1 90');
    run.reload();
    expect(run.view).toMatchObject({ phase: 'ready', screen: { id: 'connexion' }, entries: {} });
  });
});
