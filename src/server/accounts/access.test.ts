import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accessTable, homeOf, isStaffAddress, mayOpen, type Visitor } from './access.ts';

const nobody: Visitor = null;
const trainer: Visitor = { id: 't', role: 'trainer' };
const designer: Visitor = { id: 'd', role: 'designer' };

/** Every staff page there is, as an address: a page without a line here fails the last test. */
const expected: Readonly<Record<string, readonly [nobody: string, trainer: string, designer: string]>> = {
  '/formateur/connexion': ['allowed', 'allowed', 'allowed'],
  '/formateur/deconnexion': ['allowed', 'allowed', 'allowed'],
  '/formateur/lien/x': ['allowed', 'allowed', 'allowed'],
  '/formateur/compte': ['sign-in', 'allowed', 'allowed'],
  '/formateur/equipe': ['sign-in', 'allowed', 'hidden'],
  '/formateur': ['sign-in', 'allowed', 'hidden'],
  '/formateur/groupes/x': ['sign-in', 'allowed', 'hidden'],
  '/formateur/groupes/x/carte': ['sign-in', 'allowed', 'hidden'],
  '/formateur/groupes/x/copie.json': ['sign-in', 'allowed', 'hidden'],
  '/formateur/groupes/x/effacer': ['sign-in', 'allowed', 'hidden'],
  '/formateur/groupes/x/flux': ['sign-in', 'allowed', 'hidden'],
  '/formateur/groupes/x/tableau': ['sign-in', 'allowed', 'hidden'],
  '/formateur/groupes/x/tableau.csv': ['sign-in', 'allowed', 'hidden'],
  '/concepteur': ['sign-in', 'allowed', 'allowed'],
  '/concepteur/x/x': ['sign-in', 'allowed', 'allowed'],
  '/concepteur/x/x/chiffres.csv': ['sign-in', 'allowed', 'allowed'],
};

describe('mayOpen', () => {
  it.each(Object.entries(expected))('%s', (address, verdicts) => {
    for (const path of [address, `${address}/`]) {
      expect([nobody, trainer, designer].map((visitor) => mayOpen(visitor, path))).toEqual(verdicts);
      expect(isStaffAddress(path)).toBe(true);
    }
  });

  it('hides what is in no line, and does not say to strangers what there is', () => {
    expect(mayOpen(trainer, '/formateur/secret')).toBe('hidden');
    expect(mayOpen(nobody, '/formateur/secret')).toBe('sign-in');
    expect(mayOpen(designer, '/formateur/groupes')).toBe('hidden');
  });

  it('leaves learners’ pages alone', () => {
    for (const path of ['/', '/rejoindre', '/s/caf/declaration', '/formateurs', '/concepteurs/x', '/api/join']) {
      expect(isStaffAddress(path)).toBe(false);
    }
  });

  it('lets everybody open where they land', () => {
    for (const visitor of [trainer, designer])
      expect(mayOpen(visitor, homeOf(visitor?.role ?? 'trainer'))).toBe('allowed');
  });

  it('has been asked about every page there is', () => {
    const pages = globSync('{formateur,concepteur}/**/*.{astro,ts}', { cwd: 'src/pages' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !file.split('/').some((part) => part.startsWith('_')) && !file.includes('.test.'))
      .map(
        (file) =>
          `/${file
            .replace(/\.(astro|ts)$/, '')
            .replace(/\/index$/, '')
            .replace(/\[[^\]]+\]/g, 'x')}`,
      );
    expect(pages.sort()).toEqual(Object.keys(expected).sort());
    expect(pages.every((page) => accessTable.some(({ pattern }) => pattern.test(page)))).toBe(true);
  });
});
