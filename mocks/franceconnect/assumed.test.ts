import { describe, expect, it } from 'vitest';
import { toldBy } from '../testing/assumed.ts';
import { franceConnectRules as rules } from './assumed.ts';

describe('what the scenario tells its readers', () => {
  const { told, toldMs } = toldBy('franceconnect');

  it('is what the fake FranceConnect does', () => {
    expect(toldMs('session-perdue-apres')).toBe(rules.sessionFor);
    expect(told('verrouillage-apres')).toBe(rules.lockAfter);
    expect(toldMs('verrouillage-duree')).toBe(rules.lockFor);
    expect(toldMs('code-duree')).toBe(rules.codeFor);
    expect(toldMs('demande-sur-le-telephone')).toBe(rules.approveFor);
    expect(told('premiere-connexion-inhabituelle')).toBe(rules.firstIsUnusual);
    expect(told('code-d-identification')).toBe(rules.loginCodeDigits);
  });
});
