import type { CompiledQuery } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Work within a transaction: it yields queries and is handed their rows. */
// biome-ignore lint/suspicious/noExplicitAny: rows are typed where they are received.
export type Steps<T> = Generator<CompiledQuery, T, any>;

export type RunRow = Tables['runs'];
