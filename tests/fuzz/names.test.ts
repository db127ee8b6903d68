import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLabel, longestLabel } from '#training';
import { csvDownload } from '../../src/pages/formateur/_csv.ts';
import { name } from './names.ts';

describe('a name, whatever it is', () => {
  it('is short, and holds nothing that hides or turns a line around', () => {
    fc.assert(
      fc.property(name, (typed) => {
        const label = cleanLabel(typed);
        if (label === null) return;
        expect([...label].length).toBeLessThanOrEqual(longestLabel);
        expect(label).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]|\p{M}{3}/u);
        expect(label).toBe(label.trim());
        expect(cleanLabel(label)).toBe(label);
      }),
      { seed: 7, numRuns: 5_000 },
    );
  });

  it('runs in no spreadsheet, breaks no row, and leaves the file’s name plain', async () => {
    await fc.assert(
      fc.asyncProperty(name, fc.boolean(), async (typed, cleaned) => {
        const cell = cleaned ? (cleanLabel(typed) ?? '') : typed;
        const answer = csvDownload(cell, [
          ['Groupe', 'Essais'],
          [cell, 3],
        ]);
        expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.csv"$/);
        const [first = '', ...others] = rowsOf(await answer.text());
        expect(first).toEqual(['Groupe', 'Essais']);
        expect(others).toHaveLength(1);
        const [[shown = '', tries] = []] = others;
        expect(tries).toBe('3');
        expect(shown).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
      { seed: 7, numRuns: 3_000 },
    );
  });

  it('would be caught as a formula without the guard', () => {
    expect(rowsOf('\ufeff=1+1;3\r\n')[0]?.[0]).toMatch(/^[=+\-@\t\r＝＋－＠]/);
  });
});

/** A sheet read as a spreadsheet does: quotes, semicolons, ends of line. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const text = csv.replace(/^\ufeff/, '');
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[at++];
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === ';' || (sign === '\r' && text[at + 1] === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\r') {
        at++;
        rows.push([]);
      }
    } else cell += sign;
  }
  return rows.filter((row) => row.length > 0);
}
