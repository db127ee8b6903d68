import type { Scenario } from '#engine';
import { type Book, fieldKey } from './hands.ts';
import { kinds } from './markers.ts';
import { typedFields } from './plan/asked.ts';

/** Each field of the catalogue, by each way in which an entry in it can fare, and nothing else: how many fields. */
export function countFields({ id, screens }: Scenario, { mint, filled, faults }: Book): number {
  let fields = 0;
  const expected = new Set<string>();
  for (const [at, screen] of Object.entries(screens))
    for (const field of typedFields(screen)) {
      fields += 1;
      for (const kind of kinds)
        if (mint.forField(field, kind, `asked ${id} ${at} ${field.id} ${kind}`) !== null)
          expected.add(fieldKey(`${id} ${at}`, field, kind));
    }
  const done = [...filled].filter((key) => key.startsWith(`${id} `));
  for (const key of expected) if (!filled.has(key)) faults.push(`Nothing was typed: ${key}`);
  for (const key of done) if (!expected.has(key)) faults.push(`Typed and not in the catalogue: ${key}`);
  return fields;
}
