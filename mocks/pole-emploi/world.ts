import type { FakeService } from '../service.ts';
import { poleEmploiRules } from './assumed.ts';
import { seedUpdate, type UpdateWorld, updatePresets } from './update/world.ts';

/** What the fake service knows of a run. Classes, choices and moments only: nothing that the learner typed. */
export interface PoleEmploiWorld {
  identifier: 'none' | 'right' | 'wrong';
  /** Refused sign-ins in a row. */
  failures: number;
  /** Epoch ms. */
  lockedUntil: number | null;
  /** Before 2024 or so: the password is enough, no code comes. */
  oneStep: boolean;
  /** "password": the first two screens are done, the code is still to be given. */
  session: 'none' | 'password' | 'open';
  /** Last call of the session, epoch ms. */
  lastCallAt: number;
  /** The only code that works now. */
  code: { readonly value: string; readonly sentAt: number } | null;
  /** Codes sent before, used or replaced. */
  deadCodes: string[];
  /** Registration begun and not sent, epoch ms. */
  draftSince: number | null;
  registered: { readonly number: string; readonly at: number } | null;
  /** How letters come: in the personal space, or by post. */
  reception: 'electronique' | 'postale';
  /** Slots of appointments that somebody else has taken meanwhile. */
  taken: string[];
  appointment: string | null;
  /** The weeks that follow a registration, once they are lived: the letter that waits in the space. */
  later: 'none' | 'convocation' | 'warning' | 'sanction';
  /** Made in this run, by somebody who had none: when its last link left by mail (epoch ms), and its identifier. */
  space: { linkSentAt: number | null; identifier: string | null };
  bankProof: 'none' | 'right' | 'doubtful';
  /** The warning after a missed appointment was sent then, epoch ms. */
  warnedAt: number;
  answered: { readonly number: string; readonly at: number } | null;
  /** "lost": sent in another context, where nobody looks for it. */
  proof: 'none' | 'right' | 'doubtful' | 'lost';
  /** This month's update. */
  update: UpdateWorld;
}

export function seedPoleEmploi(_: unknown, run: { readonly today: string; readonly now: number }): PoleEmploiWorld {
  return {
    identifier: 'none',
    failures: 0,
    lockedUntil: null,
    oneStep: false,
    session: 'none',
    lastCallAt: run.now,
    code: null,
    deadCodes: [],
    draftSince: null,
    registered: null,
    reception: 'electronique',
    taken: [],
    appointment: null,
    later: 'none',
    space: { linkSentAt: null, identifier: null },
    bankProof: 'none',
    warnedAt: run.now - poleEmploiRules.warnedAgo,
    answered: null,
    proof: 'none',
    update: seedUpdate(run.today),
  };
}

/** Ids of the slots proposed, in the order of the page. */
export const slots = ['lundi-agence', 'mardi-telephone', 'jeudi-visio'] as const;

export const poleEmploiPresets: FakeService<PoleEmploiWorld>['presets'] = {
  ...updatePresets,
  'fresh-account': (world) => {
    Object.assign(world, { failures: 0, lockedUntil: null, identifier: 'right' });
  },
  'four-failures': (world) => {
    Object.assign(world, { failures: poleEmploiRules.lockAfter - 1, lockedUntil: null, identifier: 'right' });
  },
  'one-step': (world) => {
    world.oneStep = true;
  },
  'password-given': (world, { now }) => {
    if (world.session === 'none') world.session = 'password';
    world.lastCallAt = now;
  },
  'signed-in': (world, { now }) => {
    world.session = 'open';
    world.lastCallAt = now;
  },
  'session-over': (world) => {
    world.session = 'none';
  },
  'nothing-begun': (world) => {
    world.draftSince = null;
    world.registered = null;
  },
  'draft-begun': (world, { now }) => {
    world.draftSince = now;
    world.registered = null;
  },
  'draft-too-old': (world, { now }) => {
    world.draftSince = now - poleEmploiRules.draftFor - 1;
    world.registered = null;
  },
  registered: (world, { now }) => {
    world.registered ??= { number: 'FT-000000', at: now };
  },
  'slots-free': (world) => {
    world.taken = [];
  },
  'slots-taken': (world) => {
    world.taken = [...slots];
  },
  'letters-by-post': (world) => {
    world.reception = 'postale';
  },
  'letters-online': (world) => {
    Object.assign(world, { reception: 'electronique', later: 'none' });
  },
  'convocation-waiting': (world) => {
    world.later = 'convocation';
  },
  'warning-waiting': (world) => {
    world.later = 'warning';
  },
  'sanction-sent': (world) => {
    world.later = 'sanction';
  },
  'link-sent': (world, { now }) => {
    world.space.linkSentAt = now;
  },
  'link-old': (world, { now }) => {
    world.space.linkSentAt = now - poleEmploiRules.linkFor - 1;
  },
  'no-letter': (world) => {
    world.later = 'none';
  },
  warned: (world, { now }) => {
    world.warnedAt = now - poleEmploiRules.warnedAgo;
    world.answered = null;
  },
  'warned-too-long-ago': (world, { now }) => {
    world.warnedAt = now - poleEmploiRules.answerWithin - 1;
    world.answered = null;
  },
  sanctioned: (world, { now }) => {
    world.warnedAt = now - poleEmploiRules.answerWithin - poleEmploiRules.decisionWithin - 1;
    world.answered = null;
  },
  answered: (world, { now }) => {
    world.warnedAt = now - poleEmploiRules.warnedAgo;
    world.answered ??= { number: 'OBS-000000', at: now };
  },
};
