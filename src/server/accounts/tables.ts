/**
 * Tables of staff accounts. The `staff*` ones belong to better-auth, which fixes their columns and writes its own
 * dates (text in SQLite, timestamps in PostgreSQL); we only read names and roles from them.
 */
export interface AccountTables {
  staff: StaffTable;
  staff_links: StaffLinksTable;
  throttles: ThrottlesTable;
}

interface StaffTable {
  id: string;
  name: string;
  /** Never written to: "<name>@compte.invalid" unless the person chose their address as name. */
  email: string;
  role: string;
}

/** One-time links. Only the hash of a link's token is kept. */
interface StaffLinksTable {
  token_hash: string;
  kind: string; // first | invitation | reset
  role: string | null; // of the account that an invitation creates
  staff: string | null; // whose password a reset changes
  created_by: string | null;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

/** How many tries since when, by what is limited. Keys are keyed hashes: no client address is kept. */
interface ThrottlesTable {
  key: string;
  since: number;
  tries: number;
}
