import type { Refusal, RunEvent } from '#recording';

/** What a device sends to `POST /api/events`. The secret travels in the body, never in an address. */
export interface EventsRequest {
  readonly run: string; // 32 hex digits
  readonly secret: string; // 32 hex digits or more
  /** "id@hash": each batch stands alone, whatever arrived before it. */
  readonly scenario: string;
  /** Pseudonym of the device, 32 hex digits. */
  readonly device: string;
  /** From joining a group: counted as theirs only with the token that goes with it. */
  readonly learner?: string | undefined;
  readonly token?: string | undefined;
  readonly events: readonly unknown[];
}

/** A batch whose form has been checked and whose events are all in the closed vocabulary. */
export interface Batch {
  readonly run: string;
  readonly secretHash: string;
  readonly scenario: string;
  readonly device: string;
  readonly learner: { readonly id: string; readonly tokenHash: string } | null;
  readonly events: readonly RunEvent[];
}

/**
 * What became of a batch. Whatever is not in `refused` is stored and durable, now or since an earlier time: the
 * device may forget the whole batch.
 */
export interface EventsAnswer {
  readonly stored: number; // of this batch, not counting those already here
  readonly refused: readonly { readonly seq: number | null; readonly why: Refusal }[];
}

/** Why a whole batch was refused. A device keeps its events only for `unknown-scenario` and for 429 and 5xx. */
export type BatchRefusal =
  | 'malformed' // 400
  | 'wrong-secret' // 403: this run belongs to another device
  | 'wrong-origin' // 403: a page of another site
  | 'unknown-scenario' // 404: an edition this server has not published (yet)
  | 'other-scenario' // 409: this run is of another scenario
  | 'too-large'; // 413: send less at a time

export const largestBody = 64 * 1024; // bytes
