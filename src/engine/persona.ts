import type { Duration } from './duration.ts';
import type { Value, ValueKind } from './values.ts';

/** One thing written on a paper or in a message, that a person may have to copy. */
export interface Item {
  /** As printed on the paper: « Montant net social ». */
  readonly label: string;
  readonly kind: ValueKind;
  readonly value: Value;
  /** As printed, when it differs from the usual way to write this kind ("2 84 11 69 000 007 07"). */
  readonly shown?: string;
  /** What it means, in the glossary's terms: how the solver matches it with what a field asks. */
  readonly term?: string;
}

/** How a paper is drawn: a form of paper, never a body's name. */
export type PaperForm =
  | 'health-card'
  | 'payslip'
  | 'benefit-statement' // relevé mensuel
  | 'letter'
  | 'bank-details'
  | 'notebook' // the persona's own notes: passwords, phone numbers
  | 'identity-card'
  | 'folded-licence' // a driving licence on paper, in three flaps
  | 'photo-sheet' // identity photos and their code
  | 'letter-box' // its label
  | 'registration-certificate' // of a vehicle: boxes named by a letter
  | 'contract'; // bail, contrat, jugement…

/** A document of the persona, resolved for the day of the run. */
export interface Paper {
  readonly id: string; // "fiche-de-paie", or "fiche-de-paie@-2" for the one of month M-2
  readonly form: PaperForm;
  readonly title: string;
  /** Id of the person it concerns. */
  readonly person: string;
  /** Months from today's (-2 is M-2), when the paper is one of a monthly series. */
  readonly month?: number;
  /** Name of who wrote it, printed at its top; invented, or a body's plain name. */
  readonly issuer?: string;
  /** Free lines of the paper (a letter's paragraphs), already filled. */
  readonly lines?: readonly string[];
  readonly items: Readonly<Record<string, Item>>;
}

/** A file as it stands in the persona's phone or computer: what file fields offer (never the learner's disk). */
export interface PersonaDocument {
  readonly id: string;
  readonly title: string;
  /** Id of the paper it shows. */
  readonly paper: string;
  readonly format: 'pdf' | 'jpg' | 'png' | 'heic';
  readonly quality: 'sharp' | 'blurred' | 'cropped' | 'dark';
  readonly megabytes: number;
}

export interface Person {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly role: 'claimant' | 'partner' | 'child';
}

/** An invented household, resolved for the day of the run: every month and date is settled. */
export interface Persona {
  readonly id: string;
  readonly title: string; // « Amina, 38 ans, aide à domicile »
  readonly story: string; // two plain sentences
  readonly people: readonly Person[];
  /** Closed facts about the household that conditions may read: `{ situation: couple }`. */
  readonly traits: Readonly<Record<string, string>>;
  readonly papers: readonly Paper[];
  readonly documents: readonly PersonaDocument[];
  readonly phone: string; // drawn on the simulated phone; never a number that could be dialled
  readonly email: string;
  readonly address: readonly string[];
  /** Messages that stand in the mailbox, the phone or the letter box before the run begins. */
  readonly mailbox: readonly EarlierMessage[];
}

/** A message of the persona's mailbox, phone or letter box, written as data. */
export interface MessageTemplate {
  readonly id: string;
  readonly channel: 'mail' | 'sms' | 'letter';
  readonly from: string;
  /** The sender's address as drawn, for mails; text, never a link. */
  readonly address?: string;
  readonly subject: string;
  readonly lines: readonly string[];
  readonly folder?: 'inbox' | 'spam';
  /** Between sending and arrival, on the run's clock. */
  readonly delay?: Duration;
  /** Things to copy from it; values are templates over the message's variables. */
  readonly items?: Readonly<Record<string, { label: string; kind: ValueKind; value: string; term?: string }>>;
}

/** A message that the fake back end, or the calendar, has sent during a run. */
export interface SentMessage {
  /** Unique in the run: "code-de-connexion#2". */
  readonly id: string;
  readonly template: string;
  /** Arrival, ms on the run's clock (epoch). */
  readonly arrivesAt: number;
  /** What its template needs, made by the fake back end (never typed by the learner). */
  readonly vars: Readonly<Record<string, string>>;
  readonly read: boolean;
}

/** A message that stands in the mailbox before the run begins. */
export interface EarlierMessage extends MessageTemplate {
  /** How long before the run it arrived: "P2D". */
  readonly ago: Duration;
}

/** A paper as authored: its monthly series, if any, not yet unrolled. Amounts are cents already. */
export interface PaperSource extends Omit<Paper, 'month'> {
  /** Values by month ("-2") then item; the paper becomes one paper a month, `id@-2`. */
  readonly series?: Readonly<Record<string, Readonly<Record<string, Value>>>>;
}

/** A persona as compiled: months are still relative to the day of the run, texts still templates. */
export interface PersonaSource extends Omit<Persona, 'papers'> {
  readonly papers: readonly PaperSource[];
}
