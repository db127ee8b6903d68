import type { Role } from './access.ts';

/** A member of staff, as pages need them. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** An answer to a form: done, with cookies to set; or why not, in a code that pages turn into a sentence. */
export type Outcome =
  | { readonly ok: true; readonly cookies: readonly string[]; readonly role: Role }
  | {
      readonly ok: false;
      readonly why: 'wrong' | 'too-many-tries' | 'bad-link' | 'name-missing' | 'name-taken' | 'password-short';
    };

/** How a request reached us: better-auth's cookies depend on the origin, limits on the client's address. */
export interface Caller {
  readonly origin: string; // "https://replique.example"
  readonly headers: Headers;
  readonly address: string; // whom limits are counted for: see http/address.ts
}

export function roleOf(user: object): Role {
  return 'role' in user && user.role === 'designer' ? 'designer' : 'trainer';
}
