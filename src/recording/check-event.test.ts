import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventCatalogue } from './catalogue.ts';
import { checkEvent } from './check-event.ts';
import type { ScenarioIds } from './scenario-ids.ts';

const run = '0'.repeat(32);
const ids: ScenarioIds = {
  id: 'demo/petite',
  hash: '0123456789ab',
  title: 'Petite démarche',
  screens: {
    accueil: { fields: { numero: ['digits-15'], 'revenus/amina.salaires.-2': [] }, actions: ['suivant'] },
    fin: { fields: {}, actions: [] },
  },
  operations: { 'demo.signIn': ['ok', 'locked'] },
  endings: ['abandon', 'recue'],
  papers: ['fiche-de-paie@-2'],
  messages: ['code'],
  personas: ['amina'],
  variants: ['mots-simples'],
};
const check = (event: unknown) => checkEvent(event, run, ids);
const head = { seq: 3, at: 1200 };

describe('checkEvent', () => {
  it.each([
    {
      type: 'RunStarted',
      scenario: 'demo/petite@0123456789ab',
      persona: 'amina',
      variant: null,
      level: 'guide-moi',
      conditions: ['slow'],
      screenSize: 'phone',
      pointer: 'touch',
    },
    { type: 'ScreenShown', screen: 'accueil' },
    { type: 'EntryCommitted', screen: 'accueil', field: 'numero', class: 'mistake', mistake: 'digits-15', ordinal: 2 },
    { type: 'EntryCommitted', screen: 'accueil', field: 'revenus/amina.salaires.-2', class: 'right', ordinal: 1 },
    { type: 'OperationAnswered', screen: 'accueil', operation: 'demo.signIn', outcome: 'locked' },
    { type: 'PaperOpened', paper: 'fiche-de-paie@-2' },
    { type: 'HelpOpened', screen: 'accueil', field: null },
    { type: 'RunEnded', screen: 'fin', ending: 'abandon' },
    { type: 'OpinionGiven', question: 'how-clear', answer: 4 },
    { type: 'PageHidden' },
  ])('takes $type', (happening) => {
    expect(check({ ...head, ...happening })).toEqual({ event: { run, ...head, ...happening } });
  });

  it.each([
    ['unknown-id', { type: 'ScreenShown', screen: 'ailleurs' }],
    ['unknown-id', { type: 'ScreenShown', screen: 'constructor' }],
    ['unknown-id', { type: 'ScreenShown', screen: '__proto__' }],
    ['unknown-id', { type: 'EntryRefused', screen: 'fin', field: 'numero', rule: 'empty' }],
    [
      'unknown-id',
      {
        type: 'EntryCommitted',
        screen: 'accueil',
        field: 'numero',
        class: 'mistake',
        mistake: '284116900000707',
        ordinal: 1,
      },
    ],
    ['unknown-id', { type: 'RunEnded', screen: 'fin', ending: 'gagne' }],
    ['unknown-id', { type: 'PaperOpened', paper: 'ma carte à moi' }],
    ['unknown-id', { type: 'ScreenShown', screen: ['accueil'] }],
    ['not-in-list', { type: 'EntryRefused', screen: 'accueil', field: 'numero', rule: 'je ne sais pas' }],
    ['not-in-list', { type: 'StuckOpened', screen: 'accueil', field: null, rules: ['long-silence', 'autre'] }],
    ['not-in-list', { type: 'ScreenShown', screen: null }],
    ['not-in-list', { type: 'OpinionGiven', question: 'how-clear', answer: 6 }],
    ['wrong-number', { type: 'ClockJumped', ms: 1.5 }],
    ['wrong-number', { type: 'ClockJumped', ms: -1 }],
    ['unknown-key', { type: 'PageHidden', note: 'bonjour' }],
    ['missing-key', { type: 'ScreenShown' }],
    ['unknown-type', { type: 'toString' }],
    ['unknown-type', { type: 7 }],
    ['wrong-run', { type: 'PageHidden', run: 'f'.repeat(32) }],
  ])('refuses: %s %j', (why, happening) => {
    expect(check({ ...head, ...happening })).toEqual({ refused: why, seq: 3 });
  });

  it.each([null, 'x', 3, [], [[]]])('refuses what is not an object: %j', (raw) => {
    expect(check(raw)).toEqual({ refused: 'not-an-object', seq: null });
  });

  it.each([
    [{ seq: -1, at: 0 }, null],
    [{ seq: 1.5, at: 0 }, null],
    [{ seq: 2 ** 53, at: 0 }, null],
    [{ seq: '1', at: 0 }, null],
    [{ seq: 1, at: -5 }, 1],
    [{ seq: 1, at: Number.NaN }, 1],
  ])('refuses numbers that are not whole, safe and positive: %j', (numbers, seq) => {
    expect(check({ ...numbers, type: 'PageHidden' })).toEqual({ refused: 'wrong-number', seq });
  });

  it('lets no typed text through, wherever it is put', () => {
    const typed = fc.string({ minLength: 1 }).map((text) => `2841169${text}`);
    const type = fc.constantFrom(...Object.keys(eventCatalogue.events));
    fc.assert(
      fc.property(type, typed, fc.dictionary(fc.string(), typed), (name, text, more) => {
        const keys = Object.keys(eventCatalogue.events[name] ?? {});
        const event = { ...head, type: name, ...Object.fromEntries(keys.map((key) => [key, text])), ...more };
        const checked = check(event);
        expect(JSON.stringify(checked)).not.toContain('2841169');
      }),
    );
  });
});
