import type { Persona } from '#engine';
import type { FakeService } from '../service.ts';
import { cafRules } from './assumed.ts';

/** What the fake Caf knows of a run. Classes and moments only: nothing that the learner typed. */
export interface CafWorld {
  /** Refused sign-ins in a row. */
  failures: number;
  /** Epoch ms. */
  lockedUntil: number | null;
  captcha: 'no' | 'asked' | 'passed';
  /** "password": the first step is done, the code is still to be given. */
  session: 'none' | 'password' | 'open';
  /** Last call of the session, epoch ms. */
  lastCallAt: number;
  /** The only code that works now. */
  code: { readonly value: string; readonly sentAt: number } | null;
  /** Codes sent before, used or replaced. */
  deadCodes: string[];
  passwordDue: boolean;
  /** The person has chosen a new password: the notebook's no longer works. */
  passwordInvented: boolean;
  termsPending: boolean;
  /** Epoch ms. */
  dueAt: number;
  draft: Draft;
  filed: { readonly number: string; readonly at: number; readonly late: boolean } | null;
}

/** A statement being filled in: lost when the session ends. */
export interface Draft {
  figures: 'kept' | 'corrected' | null;
  /** "doubtful" is accepted today and asked again weeks later. */
  proof: 'none' | 'right' | 'doubtful';
  /** Ids of the kinds ticked. */
  otherKinds: string[] | null;
}

export const emptyDraft = (): Draft => ({ figures: null, proof: 'none', otherKinds: null });

/**
 * The Caf on the day of the run. Two traits of the persona matter: `conditions-generales: a-accepter` (first sign-in
 * since they changed) and `versements: interrompus` (the last statement was never sent).
 */
export function seedCaf(persona: Persona, run: { readonly now: number }): CafWorld {
  const late = persona.traits.versements === 'interrompus';
  return {
    failures: 0,
    lockedUntil: null,
    captcha: 'no',
    session: 'none',
    lastCallAt: run.now,
    code: null,
    deadCodes: [],
    passwordDue: persona.traits['mot-de-passe'] === 'a-changer',
    passwordInvented: false,
    termsPending: persona.traits['conditions-generales'] === 'a-accepter',
    dueAt: late ? run.now - cafRules.interruptedAfter - 1 : run.now + cafRules.dueIn,
    draft: emptyDraft(),
    filed: null,
  };
}

const signIn = (world: CafWorld, now: number) => {
  world.session = 'open';
  world.lastCallAt = now;
};

export const cafPresets: FakeService<CafWorld>['presets'] = {
  'fresh-account': (world) => {
    world.failures = 0;
    world.lockedUntil = null;
    world.captcha = 'no';
    world.passwordDue = false;
  },
  'two-failures': (world) => {
    world.failures = cafRules.captchaAfter - 1;
    world.lockedUntil = null;
    world.captcha = 'no';
  },
  'four-failures': (world) => {
    world.failures = cafRules.lockAfter - 1;
    world.lockedUntil = null;
    world.captcha = 'passed';
  },
  'password-due': (world) => {
    world.passwordDue = true;
  },
  'password-given': (world, { now }) => {
    if (world.session === 'none') world.session = 'password';
    world.lastCallAt = now;
  },
  'signed-in': (world, { now }) => signIn(world, now),
  'session-over': (world) => {
    world.session = 'none';
  },
  'terms-pending': (world) => {
    world.termsPending = true;
  },
  'statement-due': (world, { now }) => {
    world.termsPending = false;
    world.filed = null;
    world.dueAt = now + cafRules.dueIn;
  },
  late: (world, { now }) => {
    world.filed = null;
    world.dueAt = now - 1;
  },
  interrupted: (world, { now }) => {
    world.termsPending = false;
    world.filed = null;
    world.dueAt = now - cafRules.interruptedAfter - 1;
  },
  filed: (world, { now }) => {
    world.termsPending = false;
    world.filed ??= { number: 'DT-000000', at: now, late: false };
  },
};
