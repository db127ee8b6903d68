import { hash } from 'node:crypto';
import { cleanLabel } from '#training';

/** A name of signs alone: nobody can have it. */
export const nobody = '@compte.invalid';

/**
 * better-auth knows people by an e-mail address. We ask for none: the name, without case, accents or spaces, becomes
 * one that leads nowhere. An address that somebody chose as name is kept as it is.
 */
export function mailOf(name: string): string {
  const clean = (cleanLabel(name) ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (/^[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(clean)) return clean;
  const slug = clean
    .replace(/[^\p{L}\p{N}]+/gu, '.')
    .replace(/^\.|\.$/g, '')
    .replace(/[^a-z0-9.]/gu, (letter) => `-${letter.codePointAt(0)?.toString(16)}-`);
  if (slug === '') return nobody;
  // Addresses are at most 64 characters before the "@", and some scripts take six a letter.
  return `${slug.length > 60 ? hash('sha256', slug).slice(0, 40) : slug}@compte.invalid`;
}
