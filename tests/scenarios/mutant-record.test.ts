import { describe, expect, it } from 'vitest';
import { readLibrary } from '#authoring';
import {
  contradictions,
  filesToSlipIn,
  type MutantRecord,
  readRecord,
  standingLine,
  textHash,
} from './mutant-record.ts';
import { mutantsOf } from './mutants.ts';
import { survivors } from './survivors/index.ts';

const text = 'title: Une démarche\nscreens:\n  accueil:\n    title: Accueil\n    evidence: { confidence: assumed }\n';
const file = 'demo/essai.yaml';
const made = mutantsOf(file, text).length;
const record: MutantRecord = {
  [file]: { text: textHash(text), made, checked: made - 1, tried: 0, same: 0, survived: 1 },
};
const [first] = mutantsOf(file, text);
const listed = { [file]: { otherWay: [first?.name ?? ''] } };
const other = new Map([
  [file, text],
  ['demo/autre.yaml', text],
  ['demo/image.svg', '<svg/>'],
]);

it('the record that is committed contradicts neither the files nor the lists', () => {
  expect(contradictions(readLibrary('scenarios'), readRecord(), survivors)).toEqual([]);
});

describe('where the mutants stand, in one line', () => {
  it('counts the files of which all were tried, and names the others', () => {
    expect(filesToSlipIn(other)).toEqual([file, 'demo/autre.yaml']);
    expect(standingLine(other, record, filesToSlipIn(other))).toBe(
      `Every mutant of 1 files of 2 was caught or is listed (${made} mutants). Not all tried since these changed (npm run mutants): demo/autre.yaml.`,
    );
  });

  it('holds a file that changed for untried', () => {
    const changed = new Map([[file, text.replace('Accueil', 'Bienvenue')]]);
    expect(standingLine(changed, record, [file])).toContain(
      `0 files of 1 was caught or is listed (0 mutants). Not all tried`,
    );
    expect(standingLine(new Map([[file, text]]), record, [file])).not.toContain('Not all tried');
  });
});

describe('a record that cannot be true', () => {
  const say = (change: Partial<MutantRecord[string]>, lists: Parameters<typeof contradictions>[2] = listed) => {
    const counts = record[file];
    return counts && contradictions(other, { [file]: { ...counts, ...change } }, lists);
  };

  it('is told: parts that do not add up, a slip left out, a list that says otherwise, a file that is gone', () => {
    expect(say({})).toEqual([]);
    expect(say({ tried: 1 })).toEqual([`${file}: the parts do not add up to ${made}`]);
    expect(say({ made: made - 1, checked: made - 2 })).toEqual([
      `${file}: ${made} slips can be made, ${made - 1} were`,
    ]);
    expect(say({}, {})).toEqual([`${file}: 0 slips are listed, 1 were not caught`]);
    expect(contradictions(new Map(), record, listed)).toEqual([`${file} is not a file of the catalogue`]);
  });

  it('may be of a text that is no more: it proves nothing then, and is no fault', () => {
    expect(say({ text: '0', made: 1, checked: 0 })).toEqual([]);
  });
});
