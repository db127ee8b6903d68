/** What a member of staff may do. */
export const roles = ['trainer', 'designer'] as const;
export type Role = (typeof roles)[number];

/** Who asks: nobody signed in, or a member of staff. */
export type Visitor = { readonly id: string; readonly role: Role } | null;

/** `sign-in`: send to the sign-in page. `hidden`: answer 404, as if it did not exist. */
export type Verdict = 'allowed' | 'sign-in' | 'hidden';

type Who = 'anyone' | Role;

/**
 * Who may open what: the only place where it is decided. The first line whose pattern matches holds; a staff address
 * that matches none is hidden. Designers' figures are anonymous (11 people or more), so trainers see them too.
 * Whether a *group* is the trainer's own is asked where it is read (`groups.own`): another's is hidden.
 */
export const accessTable: readonly { readonly pattern: RegExp; readonly who: readonly Who[] }[] = [
  { pattern: /^\/formateur\/connexion\/?$/, who: ['anyone'] },
  { pattern: /^\/formateur\/deconnexion\/?$/, who: ['anyone'] },
  { pattern: /^\/formateur\/lien\/[^/]+\/?$/, who: ['anyone'] },
  { pattern: /^\/formateur\/compte\/?$/, who: ['trainer', 'designer'] },
  { pattern: /^\/formateur\/equipe\/?$/, who: ['trainer'] },
  { pattern: /^\/formateur\/?$/, who: ['trainer'] },
  { pattern: /^\/formateur\/groupes(\/[^/]+)*\/?$/, who: ['trainer'] },
  { pattern: /^\/concepteur(\/[^/]+)*\/?$/, who: ['trainer', 'designer'] },
];

/** True for the addresses that only staff use: everything under them goes through `mayOpen`. */
export function isStaffAddress(pathname: string): boolean {
  return /^\/(formateur|concepteur)(\/|$)/.test(pathname);
}

/** The verdict for one visitor and one address. */
export function mayOpen(visitor: Visitor, pathname: string): Verdict {
  const line = accessTable.find(({ pattern }) => pattern.test(pathname));
  if (line === undefined) return visitor === null ? 'sign-in' : 'hidden';
  if (line.who.includes('anyone')) return 'allowed';
  if (visitor === null) return 'sign-in';
  return line.who.includes(visitor.role) ? 'allowed' : 'hidden';
}

/** Where a member of staff lands after signing in. */
export function homeOf(role: Role): string {
  return role === 'designer' ? '/concepteur' : '/formateur';
}
