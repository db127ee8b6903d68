import type { ReactNode } from 'react';
import type { Item, Paper, Persona, PersonaDocument } from '#engine';

/** A message as the panes show it: its template filled, its place in the mailbox, the phone or the letter box. */
export interface InboxMessage {
  /** Unique in the run: "code-de-connexion#2"; of a message that was there before: its template's id. */
  readonly id: string;
  readonly template: string;
  readonly channel: 'mail' | 'sms' | 'letter';
  readonly folder: 'inbox' | 'spam';
  readonly from: string;
  /** Sender's address as drawn: text, never a link. */
  readonly address?: string;
  readonly subject: string;
  readonly lines: readonly string[];
  readonly items: Readonly<Record<string, Item>>;
  /** Ms on the run's clock. */
  readonly arrivesAt: number;
  readonly read: boolean;
}

/** Where the coach points: a paper, or one item of it. */
export interface PointAt {
  readonly paper: string;
  readonly item?: string;
}

export interface PapersPaneProps {
  readonly persona: Persona;
  readonly pointAt?: PointAt | undefined;
  /** A paper was opened: its id, for the event. */
  readonly onOpen: (paperId: string) => void;
}

/** Shared by MailPane, PhonePane and LettersPane: each shows the messages of its own channel. */
export interface MessagesPaneProps {
  readonly messages: readonly InboxMessage[];
  /** Ms on the run's clock: what arrives later is not shown yet. */
  readonly now: number;
  /** A message was opened: its id in the run. The owner marks it read. */
  readonly onOpen: (id: string) => void;
}

/** On the phone an application may ask for something too. */
export interface PhonePaneProps extends MessagesPaneProps {
  readonly app?: ReactNode;
}

/** Says and rings what has just arrived, whichever pane is open. Mount it once on the desk. */
export interface ArrivalsProps {
  readonly messages: readonly InboxMessage[];
  readonly now: number;
}

export interface PaperThumbnailProps {
  readonly paper: Paper;
}

/** A file of the persona as a file field offers it: sharp, blurred, cropped or dark, as it was photographed. */
export interface DocumentThumbnailProps {
  readonly document: PersonaDocument;
  readonly paper: Paper;
}
