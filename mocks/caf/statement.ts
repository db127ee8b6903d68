import { dayOf, type Persona, showDay } from '#engine';
import type { AnswerOf, CallOf, FakeService, Handlers } from '../service.ts';
import { awake } from './account.ts';
import { cafRules } from './assumed.ts';
import { emptyStatement, type StatementDraft } from './drafts.ts';
import { figuresOf, isGoodProof, text } from './facts.ts';
import type { statementContract } from './statement-contract.ts';
import type { CafWorld } from './world.ts';

/** The quarterly statement of resources. */
export interface StatementWorld {
  /** Epoch ms. */
  dueAt: number;
  draft: StatementDraft;
  filed: { readonly number: string; readonly at: number; readonly late: boolean } | null;
}

/** One trait of the persona matters: `versements: interrompus` (the last statement was never sent). */
export function seedStatement(persona: Persona, { now }: { readonly now: number }): StatementWorld {
  const late = persona.traits['versements'] === 'interrompus';
  return {
    dueAt: late ? now - cafRules.interruptedAfter - 1 : now + cafRules.dueIn,
    draft: emptyStatement(),
    filed: null,
  };
}

export const statementPresets: FakeService<CafWorld>['presets'] = {
  'statement-due': ({ account, statement }, { now }) => {
    account.termsPending = false;
    Object.assign(statement, { filed: null, dueAt: now + cafRules.dueIn });
  },
  late: ({ statement }, { now }) => {
    Object.assign(statement, { filed: null, dueAt: now - 1 });
  },
  interrupted: ({ account, statement }, { now }) => {
    account.termsPending = false;
    Object.assign(statement, { filed: null, dueAt: now - cafRules.interruptedAfter - 1 });
  },
  filed: ({ account, statement }, { now }) => {
    account.termsPending = false;
    statement.filed ??= { number: 'DT-000000', at: now, late: false };
  },
};

type Operations = Handlers<CafWorld, typeof statementContract>;
type Call<Name extends keyof Operations> = CallOf<CafWorld, (typeof statementContract)[Name]>;
type Said<Name extends keyof Operations> = AnswerOf<(typeof statementContract)[Name]>;
const ok = { outcome: 'ok' } as const;

function openAccount({ world: { account, statement }, now }: Call<'openAccount'>): Said<'openAccount'> {
  if (account.termsPending) return { outcome: 'termsToAccept' };
  if (statement.filed) return { outcome: 'nothingDue' };
  return now > statement.dueAt + cafRules.interruptedAfter ? { outcome: 'paymentsInterrupted' } : ok;
}

function confirmFigures({ world: { statement }, input, persona }: Call<'confirmFigures'>): Said<'confirmFigures'> {
  const sent = figuresOf(persona);
  const given = amounts(input['figures']);
  const cells = new Set([...Object.keys(sent), ...Object.keys(given)]);
  const changed = [...cells].some((cell) => (sent[cell] ?? null) !== (given[cell] ?? null));
  const proof = text(input['proof']);
  const file = persona.documents.find((document) => document.id === proof);
  if (file && !(cafRules.proofFormats as readonly string[]).includes(file.format)) return { outcome: 'wrongFormat' };
  if (file && file.megabytes > cafRules.proofMegabytes) return { outcome: 'tooHeavy' };
  if (changed && !file) return { outcome: 'correctionNeedsProof' };
  statement.draft.figures = changed ? 'corrected' : 'kept';
  statement.draft.proof = !file ? 'none' : isGoodProof(persona, proof) ? 'right' : 'doubtful';
  return ok;
}

/** What a kind ticked is called as an input of `declareAmounts`. */
const inputOfKind = {
  'travail-independant': 'independant',
  etranger: 'etranger',
  'pensions-alimentaires': 'pensions',
  'autres-revenus': 'autres',
} as const;

/** Only ids that the form has: nothing else may enter the world. */
const isKind = (kind: unknown): kind is string =>
  typeof kind === 'string' && (kind in inputOfKind || kind === 'aucune');

function declareOther({ world: { statement }, input }: Call<'declareOther'>): Said<'declareOther'> {
  const kinds = Array.isArray(input['kinds']) ? input['kinds'].filter(isKind) : [];
  if (kinds.includes('aucune') && kinds.length > 1) return { outcome: 'contradiction' };
  statement.draft.otherKinds = kinds;
  return ok;
}

/** Each kind ticked, and each kind begun, has an amount for each month, whoever of the household received it. */
function declareAmounts({ world: { statement }, input }: Call<'declareAmounts'>): Said<'declareAmounts'> {
  const isMissing = Object.entries(inputOfKind).some(([kind, name]) => {
    const given = Object.keys(amounts(input[name]));
    const isDue = given.length > 0 || statement.draft.otherKinds?.includes(kind);
    return isDue && cafRules.quarter.some((month) => !given.some((cell) => cell.endsWith(`.${month}`)));
  });
  return isMissing ? { outcome: 'amountMissing' } : ok;
}

function validate({ world: { statement }, now, digits }: Call<'validate'>): Said<'validate'> {
  if (statement.filed) return { outcome: 'alreadyFiled' };
  const late = now > statement.dueAt;
  statement.filed = { number: `DT-${digits(6)}`, at: now, late };
  statement.draft = emptyStatement();
  return late ? { outcome: 'late' } : ok;
}

/** Its number, and the day by the run's clock: whoever files late reads a day after the deadline. */
function receiptOf({ filed }: StatementWorld): { readonly number: string; readonly day: string } {
  return { number: filed?.number ?? '', day: filed ? showDay(dayOf(filed.at)) : '' };
}

export const statementOperations: Operations = {
  openAccount: awake(openAccount),
  confirmProfile: awake(() => ok),
  readStatement: awake(({ persona }) => ({ outcome: 'ok', data: { figures: figuresOf(persona) } })),
  confirmFigures: awake(confirmFigures),
  declareOther: awake(declareOther),
  declareAmounts: awake(declareAmounts),
  validate: awake(validate),
  readReceipt: awake(({ world: { statement } }) => ({
    outcome: 'ok',
    data: receiptOf(statement),
  })),
};

/** Amounts of a grid by cell, cents; blank cells are left out. */
function amounts(grid: unknown): Readonly<Record<string, number>> {
  if (typeof grid !== 'object' || grid === null) return {};
  return Object.fromEntries(
    Object.entries(grid).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
