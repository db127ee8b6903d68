import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { scenario } from './engine.fixture.ts';
import { buildMachine } from './machine.ts';

describe('the statechart', () => {
  it('can be walked: every screen and ending is reached by its events', () => {
    const machine = buildMachine(scenario, {});
    const types = [
      'act:continuer',
      'act:suite',
      'act:valider',
      'act:finir',
      'outcome:ok',
      'outcome:wrong',
      'set:couple:oui',
      'set:couple:non',
      'idle',
      'leave',
    ];
    const paths = getShortestPaths(machine, {
      events: types.map((type) => ({ type })),
      serializeState: (state) => JSON.stringify([state.value, state.context]),
    });
    const reached = new Set(
      paths.map((path) => (typeof path.state.value === 'string' ? path.state.value : Object.keys(path.state.value)[0])),
    );
    expect([...reached].sort()).toEqual([
      'abandon',
      'connexion',
      'expiree',
      'fini',
      'montants',
      'recap',
      'recu',
      'seul',
    ]);
  });

  it('keeps in its context only the facts that branches read', () => {
    const actor = createActor(buildMachine(scenario, { situation: 'couple', couple: 'non' })).start();
    expect(actor.getSnapshot().context).toEqual({ facts: { couple: 'non' } });
  });

  it('stays on the screen, ready, when no branch of an answer holds', () => {
    const { connexion, montants } = scenario.screens;
    if (!connexion || !montants?.load) throw new Error('The fixture has changed.');
    const never = { to: [{ when: { couple: 'jamais' }, to: 'seul' }] };
    const load = { ...montants.load, on: { ok: never } };
    const actions = connexion.actions.map((action) =>
      action.does.kind === 'call' ? { ...action, does: { ...action.does, on: { ok: never } } } : action,
    );
    const screens = {
      ...scenario.screens,
      connexion: { ...connexion, actions },
      montants: { ...montants, load },
    };
    const called = createActor(buildMachine({ ...scenario, screens }, {})).start();
    called.send({ type: 'act:continuer' });
    called.send({ type: 'outcome:ok' });
    expect(called.getSnapshot().value).toEqual({ connexion: 'ready' });
    const loaded = createActor(buildMachine({ ...scenario, screens, start: 'montants' }, {})).start();
    expect(loaded.getSnapshot().value).toEqual({ montants: 'loading' });
    loaded.send({ type: 'outcome:ok' });
    expect(loaded.getSnapshot().value).toEqual({ montants: 'ready' });
  });
});
