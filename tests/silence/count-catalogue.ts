import type { Scenario } from '#engine';
import { typedFields } from './plan/asked.ts';

/** What a certification of these scenarios has to play: their screens, and the fields in which one types. */
export interface Size {
  readonly screens: number;
  readonly fields: number;
}

const sizeOf = ({ screens }: Scenario): Size => ({
  screens: Object.keys(screens).length,
  fields: Object.values(screens).flatMap(typedFields).length,
});

/** What a certificate says otherwise than the catalogue: a sentence each, none when it is of today's. */
export function staleIn(certificate: string, scenarios: readonly Scenario[]): readonly string[] {
  const said = (name: string) => Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(certificate)?.[1]);
  const sizes = scenarios.map((scenario) => [scenario.title, sizeOf(scenario)] as const);
  const sum = (key: keyof Size) => sizes.reduce((total, [, size]) => total + size[key], 0);
  const stale = (what: string, of: Size) =>
    `docs/certificate.md ${what}, and the catalogue has ${of.screens} screens and ${of.fields} fields: run \`npm run certify\`.`;
  const whole = { screens: sum('screens'), fields: sum('fields') };
  const faults =
    said('screens') === whole.screens && said('fields') === whole.fields
      ? []
      : [stale(`says ${said('screens')} screens and ${said('fields')} fields`, whole)];
  for (const [title, size] of sizes) {
    const row = certificate.split('\n').find((line) => line.startsWith(`| ${title} |`));
    const [, , screens, , fields] = row?.split('|').map((cell) => cell.trim()) ?? [];
    if (Number(screens) !== size.screens || Number(fields) !== size.fields)
      faults.push(stale(row ? `says « ${row} »` : `does not know « ${title} »`, size));
  }
  return faults;
}
