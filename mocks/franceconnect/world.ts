import type { Persona } from '#engine';
import type { FakeService } from '../service.ts';
import { franceConnectRules as rules } from './assumed.ts';

/** An account by which FranceConnect can know somebody. */
export type Provider = 'impots' | 'ameli' | 'la-poste' | 'france-identite';

/** What the registry of births says of the identity that a provider hands over: answers of `identify`. */
export type CivilStatus =
  | 'ok'
  | 'closeToOne'
  | 'closeToSeveral'
  | 'notFound'
  | 'marriedName'
  | 'timedOut'
  | 'deceased'
  | 'deactivated'
  | 'providerBlocked';

/** What the fake FranceConnect and its providers know of a run. Classes and moments only: nothing typed. */
export interface FranceConnectWorld {
  /** Last call of the page's session, epoch ms. */
  session: number | null;
  /** A provider whose tile is closed. */
  closed: 'impots' | 'ameli' | null;
  /** The next call to a provider fails. */
  providerDown: boolean;
  /** Refused sign-ins in a row, and until when the account is locked. */
  failures: Record<'impots' | 'ameli', number>;
  lockedUntil: Record<'impots' | 'ameli', number | null>;
  code: { readonly value: string; readonly sentAt: number } | null;
  deadCodes: string[];
  /** What waits for an answer on the phone. */
  asked: { readonly provider: Provider; readonly at: number } | null;
  /** The digital identities on the person's phone. */
  apps: Provider[];
  /** By which account the person has just signed in. */
  provider: Provider | null;
  /** What the registry says whatever the provider; null: what this persona's accounts bring. */
  civil: CivilStatus | null;
  /** The person has accepted once that FranceConnect hands their identity over. */
  consented: boolean;
  /** Accounts that bear a name of marriage. */
  marriedAt: Provider[];
  /** « Code d'identification » of the last connection. */
  loginCode: string | null;
}

/**
 * Traits of the persona that matter: `identite-numerique` (la-poste unless said, france-identite, aucune), and
 * `franceconnect-ameli: nom-de-mariage` (the account at Ameli bears a name of marriage).
 */
export function seedFranceConnect({ traits }: Persona): FranceConnectWorld {
  const app = traits['identite-numerique'] ?? 'la-poste';
  return {
    session: null,
    closed: null,
    providerDown: false,
    failures: { impots: 0, ameli: 0 },
    lockedUntil: { impots: null, ameli: null },
    code: null,
    deadCodes: [],
    asked: null,
    apps: app === 'la-poste' || app === 'france-identite' ? [app] : [],
    provider: null,
    civil: null,
    consented: false,
    marriedAt: traits['franceconnect-ameli'] === 'nom-de-mariage' ? ['ameli'] : [],
    loginCode: null,
  };
}

type Preset = FakeService<FranceConnectWorld>['presets'][string];

const set =
  (change: Partial<FranceConnectWorld>): Preset =>
  (world) => {
    Object.assign(world, structuredClone(change));
  };

const asked =
  (provider: Provider): Preset =>
  (world, { now }) => {
    world.asked = { provider, at: now };
  };

export const franceConnectPresets: FakeService<FranceConnectWorld>['presets'] = {
  open: (world, { now }) => {
    world.session = now;
  },
  'session-over': set({ session: null }),
  'tous-ouverts': set({ closed: null }),
  'impots-ferme': set({ closed: 'impots' }),
  'ameli-ferme': set({ closed: 'ameli' }),
  'fournisseur-en-panne': set({ providerDown: true }),
  'fournisseur-en-marche': set({ providerDown: false }),
  'aucun-echec': set({ failures: { impots: 0, ameli: 0 }, lockedUntil: { impots: null, ameli: null } }),
  'quatre-echecs': set({
    failures: { impots: rules.lockAfter - 1, ameli: rules.lockAfter - 1 },
    lockedUntil: { impots: null, ameli: null },
  }),
  'application-la-poste': set({ apps: ['la-poste'] }),
  'application-france-identite': set({ apps: ['france-identite'] }),
  'aucune-application': set({ apps: [] }),
  'demande-sur-le-telephone': asked('la-poste'),
  'connu-par-les-impots': set({ provider: 'impots' }),
  'etat-civil-connu': set({ civil: 'ok', consented: false }),
  'deja-accepte': set({ civil: 'ok', consented: true }),
  'presque-une-personne': set({ civil: 'closeToOne' }),
  'presque-plusieurs-personnes': set({ civil: 'closeToSeveral' }),
  'etat-civil-introuvable': set({ civil: 'notFound' }),
  'nom-de-mariage': set({ civil: 'marriedName' }),
  'verification-trop-longue': set({ civil: 'timedOut' }),
  'declare-decede': set({ civil: 'deceased' }),
  'acces-desactive': set({ civil: 'deactivated' }),
  'compte-interdit': set({ civil: 'providerBlocked' }),
};
