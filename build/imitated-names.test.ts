import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodiesOf } from '../src/server/http/imitated-names.ts';
import { imitatedBy, serviceNames } from '../src/server/http/imitation.ts';
import { writeImitatedNames } from './imitated-names.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marques-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const register = (hosts: string) => {
  writeFileSync(join(folder, 'marques.yaml'), `logos: []\npalettes: []\nhosts: [${hosts}]\n`);
  writeImitatedNames(folder, folder);
  return serviceNames([], bodiesOf(folder));
};

it('a name added to the register is one that the server refuses to bear', () => {
  const named = (hosts: string) => imitatedBy('ma-mutuelle-generale.example', register(hosts));
  expect(named('caf')).toBeNull();
  expect(named('caf, mutuelle-generale')).toBe('mutuelle-generale');
  // The real one is what a build reads.
  writeImitatedNames('scenarios', folder);
  expect(imitatedBy('caf-mon-compte.fr', serviceNames([], bodiesOf(folder)))).toBe('caf');
});

it('a register that cannot be read stops the build, and what the build did not write stops the server', () => {
  expect(() => register('Caf')).toThrow('marques.yaml:3');
  for (const text of ['[]', '[""]', '{', '{}']) {
    writeFileSync(join(folder, 'imitated-names.json'), text);
    expect(() => bodiesOf(folder), text).toThrow('Le site n’est pas construit');
  }
  rmSync(join(folder, 'imitated-names.json'));
  expect(() => bodiesOf(folder)).toThrow('Le site n’est pas construit');
});
