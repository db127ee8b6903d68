import type { CafWorld } from './world.ts';

/** A statement being filled in: lost when the session ends. */
export interface StatementDraft {
  figures: 'kept' | 'corrected' | null;
  /** "doubtful" is accepted today and asked again weeks later. */
  proof: 'none' | 'right' | 'doubtful';
  /** Ids of the kinds ticked. */
  otherKinds: string[] | null;
}

export const emptyStatement = (): StatementDraft => ({ figures: null, proof: 'none', otherKinds: null });

/** What was being filled in is lost with the session. */
export function dropDrafts({ statement }: CafWorld): void {
  statement.draft = emptyStatement();
}
