import type { Paper, Persona } from '#engine';
import { claimantOf, claimantText } from '../papers.ts';
import { cafRules } from './assumed.ts';

/** What the real Caf would know of the household: read from the persona's papers, found by glossary term. */

export function numberOf(persona: Persona): string | undefined {
  return claimantText(persona, 'numero-de-securite-sociale');
}

export function passwordOf(persona: Persona): string | undefined {
  return claimantText(persona, 'mot-de-passe-caf');
}

/** The first password, that the Caf sends on paper. */
export function letterPasswordOf(persona: Persona): string | undefined {
  return claimantText(persona, 'mot-de-passe-provisoire-caf');
}

export function birthDateOf(persona: Persona): string | undefined {
  return claimantOf(persona)?.birthDate;
}

/** By "person.kind.month", cents: what employers and bodies have sent for the quarter. */
export function figuresOf(persona: Persona): Readonly<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const paper of persona.papers) {
    const kind = kindOfForm[paper.form];
    if (!kind || paper.month === undefined || !isInQuarter(paper.month)) continue;
    const amount = Object.values(paper.items).find((item) => item.term === 'montant-net-social')?.value;
    const cell = `${paper.person}.${kind}.${paper.month}`;
    if (typeof amount === 'number') figures[cell] = (figures[cell] ?? 0) + amount;
  }
  return figures;
}

/** Whether a document proves an amount of the quarter: a clear image of a paper that carries one. */
export function isGoodProof(persona: Persona, document: string): boolean {
  const file = persona.documents.find((candidate) => candidate.id === document);
  const paper = persona.papers.find((candidate) => candidate.id === file?.paper);
  if (!file || !paper || file.quality !== 'sharp') return false;
  return kindOfForm[paper.form] !== undefined && paper.month !== undefined && isInQuarter(paper.month);
}

const kindOfForm: Partial<Record<Paper['form'], string>> = { payslip: 'salaires', 'benefit-statement': 'remplacement' };

const isInQuarter = (month: number) => (cafRules.quarter as readonly number[]).includes(month);

/** An entry as text. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
