import type { Happening, RunEvent } from '#recording';
import { type Chance, chance } from './chance.ts';

/**
 * Simulated learners with a known truth: hands, reading, knowledge, what they do when they do not know, and what
 * happens around them. Truth is the interval in which the learner does not progress and would not without help.
 * Mechanistic, not drawn from people: figures made with them say what the rules do under these assumptions.
 */
export interface Family {
  /** Median slowness (1: usual) and its spread. */
  readonly slowness: readonly [median: number, sigma: number];
  readonly reading: number;
  /** Chance that a press or a touch is doubled within the second. */
  readonly tremor: number;
  /** Chance to read a page, or a question, once more before acting. */
  readonly rereads: number;
  /** Chance that an answer asks for a paper that is not at hand: 90 s. */
  readonly fetches: number;
  /** Interruptions an hour that no event shows: the phone rings, someone talks. */
  readonly interruptions: number;
  /** Chance to be stuck on a field. */
  readonly stuck: number;
  readonly patience: number;
}

export interface Truth {
  readonly from: number;
  to: number;
  readonly strategy: Strategy;
  readonly left: boolean;
}

export interface SimulatedRun {
  readonly family: string;
  readonly events: readonly RunEvent[];
  readonly truths: readonly Truth[];
  /** Length, ms. */
  readonly length: number;
}

export const strategies = [
  'retry-same',
  'random-change',
  'back-and-forth',
  'freeze',
  'search-the-page',
  'help-then-same',
  'between-two',
] as const;
export type Strategy = (typeof strategies)[number];

const screens = ['accueil', 'identite', 'code', 'situation', 'montants', 'recapitulatif'];

/** One run of a learner of this family; `shape` is the number of fields of each screen. */
export function simulate(family: string, traits: Family, seed: number, shape: readonly number[]): SimulatedRun {
  const luck = chance(seed);
  const slow = luck.around(traits.slowness[0], traits.slowness[1]);
  const events: RunEvent[] = [];
  const truths: Truth[] = [];
  let at = 0;
  let interrupted = luck.waiting(3_600_000 / traits.interruptions);
  const spend = (seconds: number) => {
    at += seconds * 1000;
    if (at < interrupted) return;
    // Nothing tells it: a true false alarm, unless it is short.
    at += luck.around(45, 0.6) * 1000;
    interrupted = at + luck.waiting(3_600_000 / traits.interruptions);
  };
  const say = (happening: Happening) => {
    events.push({ run: String(seed).padStart(32, '0'), seq: events.length, at: Math.round(at), ...happening });
  };
  const press = (happening: Happening) => {
    say(happening);
    if (!luck.whether(traits.tremor)) return;
    at += 350;
    say(happening);
  };
  const hand: Hand = { luck, slow, spend, say, press, now: () => at, screen: screens[0] as string };

  say({
    type: 'RunStarted',
    scenario: 'essai@0123456789ab',
    persona: 'p',
    variant: null,
    level: 'je-demande',
    conditions: [],
    screenSize: 'phone',
    pointer: 'touch',
  });
  for (const [index, fields] of shape.entries()) {
    hand.screen = screens[index % screens.length] as string;
    say({ type: 'ScreenShown', screen: hand.screen });
    spend(luck.around(8, 0.5) * traits.reading * (luck.whether(traits.rereads) ? 2 : 1));
    for (let n = 0; n < fields; n++) {
      const field = `champ-${n}`;
      if (!luck.whether(traits.stuck)) {
        answer(hand, field, traits);
        continue;
      }
      const left = struggle(hand, field, traits, truths);
      if (left) return { family, events, truths, length: at };
    }
    press({ type: 'ActionTaken', screen: hand.screen, action: 'continuer' });
    spend(luck.around(0.6, 0.8));
    say({ type: 'OperationAnswered', screen: hand.screen, operation: 'x.y', outcome: 'ok' });
  }
  say({ type: 'RunEnded', screen: hand.screen, ending: 'fini' });
  return { family, events, truths, length: at };
}

interface Hand {
  readonly luck: Chance;
  readonly slow: number;
  readonly spend: (seconds: number) => void;
  readonly say: (happening: Happening) => void;
  readonly press: (happening: Happening) => void;
  readonly now: () => number;
  screen: string;
}

/** A field that the learner can do, at their pace, with the slips and detours of people who are fine. */
function answer(hand: Hand, field: string, traits: Family): void {
  const { luck, slow, say, spend, screen } = hand;
  say({ type: 'FieldEntered', screen, field });
  if (luck.whether(traits.rereads)) spend(luck.around(8, 0.4) * traits.reading);
  if (luck.whether(0.35)) {
    say({ type: 'PaperOpened', paper: 'papier' });
    spend(luck.around(9, 0.5) * slow);
  }
  if (luck.whether(traits.fetches)) {
    // Most open the papers first; some just stand up.
    if (luck.whether(0.8)) say({ type: 'PaneOpened', pane: 'papers' });
    spend(90);
  }
  spend(luck.around(3, 0.5) * slow);
  type(hand, field);
  const slips = luck.whether(0.1) ? 1 : luck.whether(0.03) ? 2 : 0;
  for (let slip = 1; slip <= slips; slip++) {
    // A slip is seen when the form refuses it, or by the learner alone.
    say(commit(screen, field, 'other', slip));
    if (luck.whether(0.6)) {
      spend(luck.around(3, 0.4) * slow);
      hand.press({ type: 'EntryRefused', screen, field, rule: 'malformed' });
      spend(luck.around(4, 0.4) * slow);
      say({ type: 'FieldEntered', screen, field });
    }
    type(hand, field);
  }
  say(commit(screen, field, 'right', slips + 1));
  if (luck.whether(traits.rereads * 0.3)) say({ type: 'OptionChanged', screen, field });
  if (luck.whether(0.03)) hand.press({ type: 'InertClicked', screen, target: 'image' });
  spend(luck.around(2, 0.5) * slow);
}

function type({ luck, slow, say, spend, screen }: Hand, field: string): void {
  say({ type: 'TypingStarted', screen, field });
  spend(luck.around(7, 0.5) * slow);
}

/** A field that the learner cannot do alone: they try in their own way until somebody helps, or they leave. */
function struggle(hand: Hand, field: string, traits: Family, truths: Truth[]): boolean {
  const { luck, slow, say, spend, screen } = hand;
  const strategy = luck.pick(strategies);
  say({ type: 'FieldEntered', screen, field });
  spend(luck.around(3, 0.5) * slow);
  const from = hand.now();
  const until = from + Math.max(40_000, luck.waiting(traits.patience * 1000));
  for (let round = 1; hand.now() < until; round++) attempts[strategy](hand, field, round);
  const left = luck.whether(0.25);
  truths.push({ from, to: hand.now(), strategy, left });
  if (left) {
    say({ type: 'RunLeft', screen, reason: 'stuck' });
    return true;
  }
  type(hand, field);
  (truths.at(-1) as Truth).to = hand.now();
  say(commit(screen, field, 'right', 9));
  spend(luck.around(2, 0.5) * slow);
  return false;
}

const attempts: Readonly<Record<Strategy, (hand: Hand, field: string, round: number) => void>> = {
  'retry-same': (hand, field, round) => {
    if (round === 1) {
      type(hand, field);
      hand.say(commit(hand.screen, field, 'mistake', 1));
    }
    hand.spend(hand.luck.around(4, 0.5) * hand.slow);
    hand.press({ type: 'EntryRefused', screen: hand.screen, field, rule: 'malformed' });
    hand.spend(hand.luck.around(5, 0.5) * hand.slow);
  },
  'random-change': (hand, field, round) => {
    type(hand, field);
    hand.say(commit(hand.screen, field, hand.luck.whether(0.5) ? 'mistake' : 'other', round));
    hand.spend(hand.luck.around(2, 0.5) * hand.slow);
    hand.press({ type: 'EntryRefused', screen: hand.screen, field, rule: 'malformed' });
    hand.spend(hand.luck.around(4, 0.5) * hand.slow);
  },
  'back-and-forth': (hand) => {
    const home = hand.screen;
    for (const screen of ['accueil', home]) {
      hand.say({ type: 'WentBack', screen: home });
      hand.say({ type: 'ScreenShown', screen });
      hand.spend(hand.luck.around(5, 0.5) * hand.slow);
    }
  },
  freeze: (hand) => hand.spend(20),
  'search-the-page': (hand) => {
    hand.press({
      type: 'InertClicked',
      screen: hand.screen,
      target: hand.luck.pick(['disabled', 'image', 'menu'] as const),
    });
    hand.spend(hand.luck.around(5, 0.5) * hand.slow);
  },
  'help-then-same': (hand, field, round) => {
    type(hand, field);
    hand.say(commit(hand.screen, field, 'mistake', round));
    hand.spend(hand.luck.around(3, 0.5) * hand.slow);
    hand.say({ type: 'HelpOpened', screen: hand.screen, field });
    hand.spend(hand.luck.around(6, 0.5) * hand.slow);
    hand.say({ type: 'HelpClosed', screen: hand.screen });
    hand.spend(hand.luck.around(3, 0.5) * hand.slow);
  },
  'between-two': (hand, field, round) => {
    type(hand, field);
    hand.say(commit(hand.screen, field, 'other', (round % 2) + 1));
    hand.spend(hand.luck.around(4, 0.5) * hand.slow);
  },
};

function commit(screen: string, field: string, found: 'right' | 'mistake' | 'other', ordinal: number): Happening {
  return {
    type: 'EntryCommitted',
    screen,
    field,
    class: found,
    ordinal,
    ...(found === 'mistake' ? { mistake: 'erreur' } : {}),
  };
}
