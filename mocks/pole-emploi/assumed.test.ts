import { describe, expect, it } from 'vitest';
import { toldBy } from '../testing/assumed.ts';
import { hasRightKey, poleEmploiRules as rules } from './assumed.ts';

describe('what the scenarios tell their readers', () => {
  const { told, toldMs } = toldBy('pole-emploi');

  it('is what the fake service does', () => {
    expect(told('verrouillage-apres')).toBe(rules.lockAfter);
    expect(toldMs('verrouillage-duree')).toBe(rules.lockFor);
    expect(toldMs('code-duree')).toBe(rules.codeFor);
    expect(toldMs('lien-duree')).toBe(rules.linkFor);
    expect(toldMs('session-du-serveur')).toBe(rules.sessionFor);
    expect(toldMs('avertissement-envoye-il-y-a')).toBe(rules.warnedAgo);
    expect(told('heure-plausible')).toBe(`de ${rules.plausibleHour[0]} à ${rules.plausibleHour[1]} euros`);
    expect(told('formats-acceptes')).toBe('PDF, JPG, PNG, 5 Mo');
    expect([...rules.proofFormats, rules.proofMegabytes]).toEqual(['pdf', 'jpg', 'png', 5]);
  });
});

describe('the key of a social security number', () => {
  it.each([
    ['193064800002189', true],
    ['284116900000707', true],
    ['193064800002188', false],
    ['1930648000021', false],
    ['', false],
  ])('%s: %s', (nir, right) => {
    expect(hasRightKey(nir)).toBe(right);
  });

  it('counts Corsica as 19 and 18', () => {
    const key = (body: string) => String(97 - Number(BigInt(body) % 97n)).padStart(2, '0');
    expect(hasRightKey(`180012A000001${key('1800119000001')}`)).toBe(true);
    expect(hasRightKey(`180012B000001${key('1800118000001')}`)).toBe(true);
    expect(hasRightKey(`180012A000001${key('1800118000001')}`)).toBe(false);
  });
});
