import fc from 'fast-check';
import type { Happening, RunEvent } from '#recording';
import { smallEdition } from './ids.ts';

const screens = ['accueil', 'declaration', 'aide'] as const;
const fields = { accueil: ['numero', 'mot-de-passe'], declaration: ['montant'], aide: [] } as const;
const onField = fc
  .constantFrom('accueil' as const, 'declaration' as const)
  .chain((screen) => fc.constantFrom(...fields[screen]).map((field) => ({ screen, field })));
const screen = fc.constantFrom(...screens);

/** Anything that can happen in the small scenario, in any order: more than a person could do, on purpose. */
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: screen.map((one): Happening => ({ type: 'ScreenShown', screen: one })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(onField, fc.constantFrom('right', 'other', 'empty'), fc.integer({ min: 1, max: 3 }))
      .map(([at, kind, ordinal]): Happening => ({ type: 'EntryCommitted', ...at, class: kind as 'right', ordinal })),
  },
  fc.constant<Happening>({
    type: 'EntryCommitted',
    screen: 'accueil',
    field: 'numero',
    class: 'mistake',
    mistake: 'digits-15',
    ordinal: 1,
  }),
  onField.map((at): Happening => ({ type: 'EntryRefused', ...at, rule: 'empty' })),
  screen.map((one): Happening => ({ type: 'HelpOpened', screen: one, field: null })),
  onField.map((at): Happening => ({ type: 'StuckOpened', ...at, rules: ['oscillation'] })),
  screen.map((one): Happening => ({ type: 'StuckClosed', screen: one, field: null })),
  screen.map((one): Happening => ({ type: 'WentBack', screen: one })),
  fc
    .constantFrom('ok', 'locked')
    .map((outcome): Happening => ({ type: 'OperationAnswered', screen: 'accueil', operation: 'demo.signIn', outcome })),
  fc.constantFrom<Happening>(
    { type: 'PageHidden' },
    { type: 'PageShown' },
    { type: 'RunResumed' },
    { type: 'HandRaised', screen: 'aide' },
    { type: 'RunEnded', screen: 'declaration', ending: 'recue' },
    { type: 'RunEnded', screen: 'aide', ending: 'abandon' },
    { type: 'RunLeft', screen: 'accueil', reason: 'stuck' },
    { type: 'OpinionGiven', question: 'how-clear', answer: 3 },
  ),
);

/** A run: who, and what happened, from its start on, numbered and dated. */
export interface Story {
  readonly person: string; // 32 hex digits
  readonly events: readonly Omit<RunEvent, 'run'>[];
}

export const story: fc.Arbitrary<Story> = fc
  .record({
    person: fc.constantFrom('1', '2', '3').map((digit) => digit.repeat(32)),
    variant: fc.constantFrom(null, 'mots-simples'),
    steps: fc.array(fc.tuple(happening, fc.integer({ min: 0, max: 90_000 })), { maxLength: 40 }),
  })
  .map(({ person, variant, steps }) => {
    let at = 0;
    const started: Happening = {
      type: 'RunStarted',
      scenario: smallEdition,
      persona: 'amina',
      variant,
      level: 'guide-moi',
      conditions: [],
      screenSize: 'phone',
      pointer: 'touch',
    };
    const events = [[started, 0] as const, ...steps].map(([one, later], seq) => {
      at += later;
      return { seq, at, ...one };
    });
    return { person, events };
  });
