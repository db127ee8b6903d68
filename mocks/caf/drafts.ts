import type { HousingPapers } from './housing/rules.ts';
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

/** A request for housing benefit being filled in. */
export interface HousingDraft {
  papers: HousingPapers;
}

export const emptyHousing = (): HousingDraft => ({
  papers: { lease: 'none', bankDetails: 'none', certificate: 'none' },
});

/** What was being filled in is lost with the session. */
export function dropDrafts({ statement, housing }: CafWorld): void {
  statement.draft = emptyStatement();
  housing.draft = emptyHousing();
}
