/** Tables of groups. Nothing in them names a learner: a nickname from our list, hashes, times. */
export interface GroupTables {
  groups: GroupsTable;
  assignments: AssignmentsTable;
  learners: LearnersTable;
}

interface GroupsTable {
  id: string;
  owner: string; // staff.id
  name: string;
  code: string; // "XXXX-XXXX", on the card
  created_at: number;
  closed_at: number | null;
}

/** What a group practises: the highest number counts, the others are its history. */
interface AssignmentsTable {
  group_id: string;
  number: number;
  scenario: string; // without hash: a group follows a scenario's new editions
  persona: string | null;
  level: string;
  conditions: string; // RunCondition[] as JSON
  created_at: number;
}

interface LearnersTable {
  id: string; // pseudonym, 32 hex digits
  group_id: string;
  nickname: string;
  token_hash: string; // SHA-256 of 256 random bits
  resume_hash: string; // keyed hash of the personal code
  created_at: number;
}
