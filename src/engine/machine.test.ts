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
});
