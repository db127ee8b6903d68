import { stringify } from 'csv-stringify/sync';

/**
 * A table to download, as French spreadsheets expect it: semicolons, and a mark that says UTF-8. A cell that begins
 * like a formula is made harmless: a group's name must not run in somebody's spreadsheet.
 */
export function csvDownload(name: string, rows: readonly (readonly (string | number | null)[])[]): Response {
  const body = stringify(rows as (string | number | null)[][], {
    delimiter: ';',
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  const ascii =
    name
      .normalize('NFD')
      .replace(/[^A-Za-z0-9-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase() || 'tableau';
  return new Response(`\ufeff${body}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${ascii}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

/** A number as French spreadsheets read it. */
export function decimal(value: number): string {
  return value.toFixed(4).replace('.', ',');
}
