import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const detect = (input: string, ...words: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/cli/detect.ts', ...words], {
    input,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
};

const run = 'e'.repeat(32);
const lines = [
  { run, seq: 0, at: 0, type: 'ScreenShown', screen: 'a' },
  { run, seq: 1, at: 5000, type: 'EntryRefused', screen: 'a', field: 'n', rule: 'malformed' },
  {
    run,
    seq: 2,
    at: 15_000,
    type: 'EntryCommitted',
    screen: 'a',
    field: 'n',
    class: 'mistake',
    mistake: 'm',
    ordinal: 1,
  },
  { run, seq: 3, at: 16_000, type: 'EntryRefused', screen: 'a', field: 'n', rule: 'malformed' },
  {
    run,
    seq: 4,
    at: 25_000,
    type: 'EntryCommitted',
    screen: 'a',
    field: 'n',
    class: 'mistake',
    mistake: 'm',
    ordinal: 2,
  },
  { run, seq: 5, at: 26_000, type: 'EntryRefused', screen: 'a', field: 'n', rule: 'malformed' },
  { run, seq: 6, at: 40_000, type: 'EntryCommitted', screen: 'a', field: 'n', class: 'right', ordinal: 3 },
];

describe('npm run detect', () => {
  it('reads events as JSON lines and prints episodes as JSON lines', () => {
    const { stdout, stderr, status } = detect(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n\n`);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { run, opened: 26_000, closed: 40_000, screen: 'a', field: 'n', rules: ['same-rule-again', 'stuck-on-send'] },
    ]);
  });

  it.each([
    ['not JSON', 'bonjour', /Ligne 1 : ce n'est pas du JSON/],
    ['a list', '[]', /Ligne 1 : un événement est un objet/],
    ['no run', '{"seq":0}', /il manque « run »/],
    ['a negative time', `{"run":"x","seq":0,"at":-1,"type":"PageHidden"}`, /« at » doit être un nombre entier/],
    ['an unknown type', `{"run":"x","seq":0,"at":0,"type":"constructor"}`, /le type d'événement est inconnu/],
    ['a missing key', `{"run":"x","seq":0,"at":0,"type":"ScreenShown"}`, /il manque « screen » à ScreenShown/],
  ])('refuses %s in one sentence', (_, input, sentence) => {
    const { stdout, stderr, status } = detect(`\n${input}`.trimStart());
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
  });

  it('says when a file cannot be read', () => {
    expect(detect('', 'nulle-part.jsonl').stderr).toMatch(/Le fichier « nulle-part\.jsonl » ne se lit pas \(ENOENT\)/);
  });
});
