import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { check, create, play, renew } from './scenario-commands.ts';

const today = '2026-11-21';
let root: string;
const options = () => ({ root, json: true, today });

beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'scenarios-')), 'scenarios');
  cpSync('scenarios', root, { recursive: true });
});
afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }));

test.each(['caf/essai', 'mairie/essai'])('`new %s` writes a file that passes check and play', async (id) => {
  expect(create(id, options()).code).toBe(0);
  const checked = await check([join(root, `${id}.yaml`)], options());
  expect(JSON.parse(checked.text)).toEqual({ faults: [], warnings: [], scenarios: 1 });
  expect(checked.code).toBe(0);
  const played = JSON.parse((await play([id], options())).text) as { scenarios: unknown[] };
  expect(played.scenarios).toMatchObject([{ id, failures: [] }]);
  expect(create(id, options())).toMatchObject({ code: 1 });
});

test('a fault ends with 1, its file and its line', async () => {
  create('caf/essai', options());
  const file = join(root, 'caf/essai.yaml');
  const broken = readFileSync(file, 'utf8').replace('goes: terminee', 'goes: termine');
  writeFileSync(file, broken);
  const line = broken.split('\n').findIndex((each) => each.includes('goes: termine')) + 1;
  const { code, text } = await check([file], options());
  expect(code).toBe(1);
  expect(JSON.parse(text)).toMatchObject({ faults: [{ code: 'S010', line }] });
});

test('an unknown file, scenario or name gets a sentence', async () => {
  expect(await check(['absent.yaml'], options())).toMatchObject({ code: 1 });
  expect((await play(['caf/absent'], options())).text).toContain('caf/absent');
  expect(create('Caf Essai', options()).code).toBe(1);
});

test('`renew` gives a text of a variant the mark of its usual words, says what to read again, and touches nothing else', async () => {
  expect(renew(options()).text).toBe('Toutes les empreintes des variantes sont à jour.');
  const file = join(root, 'caf/declaration-trimestrielle.yaml');
  const sound = readFileSync(file, 'utf8');
  const changed = sound.replace('"Montant net social, en euros"', '"Le montant net social, en euros"');
  writeFileSync(file, changed);
  const before = JSON.parse((await check([file], options())).text) as { faults: { code: string; line: number }[] };
  const line = changed.split('\n').findIndex((each) => each.includes('ressources/montants/hint#')) + 1;
  expect(before.faults).toMatchObject([{ code: 'S085', line }]);
  expect(renew(options()).text).toMatch(/ressources\/montants\/hint\n {2}mots habituels : Le montant net social/);
  expect(JSON.parse((await check([file], options())).text)).toMatchObject({ faults: [] });
  const after = readFileSync(file, 'utf8').split('\n');
  expect(after.flatMap((each, at) => (each === changed.split('\n')[at] ? [] : [at + 1]))).toEqual([line]);
});
