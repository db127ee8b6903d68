import { describe, expect, it } from 'vitest';
import { toldBy } from '../testing/assumed.ts';
import { cafRules } from './assumed.ts';

describe('what the scenario tells its readers', () => {
  const { told, toldMs } = toldBy('caf');

  it('is what the fake Caf does', () => {
    expect(told('image-a-reconnaitre-apres')).toBe(cafRules.captchaAfter);
    expect(told('verrouillage-apres')).toBe(cafRules.lockAfter);
    expect(toldMs('verrouillage-duree')).toBe(cafRules.lockFor);
    expect(toldMs('code-de-creation')).toBe(cafRules.codeFor);
    expect(told('identite-refusee')).toBe(cafRules.identityTries);
    expect(told('identifiant-provisoire')).toBe(
      `${cafRules.identifierDigits} chiffres, le premier est ${cafRules.identifierStart}`,
    );
    expect(toldMs('session-du-serveur')).toBe(cafRules.sessionFor);
    expect(toldMs('a-faire-avant')).toBe(cafRules.dueIn);
    expect(toldMs('versements-interrompus-apres')).toBe(cafRules.interruptedAfter);
    expect(toldMs('pieces-examinees-apres')).toBe(cafRules.papersSeenAfter);
    expect(toldMs('pieces-attendues-pendant')).toBe(cafRules.papersWithin);
    expect(told('formats-acceptes')).toBe('PDF, JPG, PNG, 5 Mo');
    expect([...cafRules.proofFormats, cafRules.proofMegabytes]).toEqual(['pdf', 'jpg', 'png', 5]);
  });
});
