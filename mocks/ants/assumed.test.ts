import { describe, expect, it } from 'vitest';
import { toldBy } from '../testing/assumed.ts';
import { antsRules, isStrongPassword } from './assumed.ts';

describe('what the scenario tells its readers', () => {
  const { told, toldMs } = toldBy('ants');

  it('is what the fake agency does', () => {
    expect(told('verrouillage-apres')).toBe(antsRules.lockAfter);
    expect(toldMs('verrouillage-duree')).toBe(antsRules.lockFor);
    expect(toldMs('lien-valable')).toBe(antsRules.linkFor);
    expect(toldMs('session-du-serveur')).toBe(antsRules.sessionFor);
    expect(toldMs('pre-demande-valable')).toBe(antsRules.requestFor);
    expect(toldMs('cession-sous')).toBe(antsRules.declareWithin);
    expect(told('code-de-cession-longueur')).toBe(antsRules.cessionCodeLength);
    expect(told('fichiers-poids')).toBe(antsRules.fileMegabytes);
    expect(String(told('fichiers-formats')).toLowerCase().split(', ')).toEqual(antsRules.fileFormats);
  });

  it('is the rule of passwords too', () => {
    expect(isStrongPassword('Abcdefghij1-')).toBe(true);
    for (const weak of ['Abcdefghi1-', 'abcdefghij1-', 'Abcdefghijk-', 'Abcdefghijk1', 'Abcdefghi k1'])
      expect([weak, isStrongPassword(weak)]).toEqual([weak, false]);
  });
});
