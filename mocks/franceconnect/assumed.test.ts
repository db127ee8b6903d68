import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { durationMs } from '../duration.ts';
import { franceConnectRules as rules } from './assumed.ts';

interface ServiceFile {
  readonly assumed: Readonly<Record<string, { readonly value: string | number | boolean }>>;
}

describe('what the scenario tells its readers', () => {
  const service: ServiceFile = parse(readFileSync('scenarios/franceconnect/service.yaml', 'utf8'));
  const told = (name: string) => service.assumed[name]?.value;
  const toldMs = (name: string) => durationMs(String(told(name)));

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
