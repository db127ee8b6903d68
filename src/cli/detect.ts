import { readFileSync } from 'node:fs';
import { episodesOf } from '#coach';
import { eventCatalogue, type RunEvent } from '#recording';

/** `npm run detect -- [file]`: reads events as JSON lines, prints the stuck episodes as JSON lines. */

/** Something in the input that the user must mend, in one sentence. */
class BadInput extends Error {}

function readText(file: string | undefined): string {
  try {
    return readFileSync(file ?? 0, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BadInput(
      file === undefined
        ? `L'entrée standard ne se lit pas (${code}) : donnez un fichier, par exemple npm run detect -- evenements.jsonl.`
        : `Le fichier « ${file} » ne se lit pas (${code}) : vérifiez son nom et ses droits.`,
    );
  }
}

function readEvent(line: string, number: number): RunEvent {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    throw new BadInput(`Ligne ${number} : ce n'est pas du JSON. Donnez un événement par ligne.`);
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new BadInput(
      `Ligne ${number} : un événement est un objet, par exemple {"run":"…","seq":0,"at":0,"type":"ScreenShown","screen":"…"}.`,
    );
  const event = raw as Record<string, unknown>;
  if (typeof event['run'] !== 'string') throw new BadInput(`Ligne ${number} : il manque « run ».`);
  for (const key of ['seq', 'at'])
    if (!Number.isSafeInteger(event[key]) || (event[key] as number) < 0)
      throw new BadInput(`Ligne ${number} : « ${key} » doit être un nombre entier, 0 ou plus.`);
  const type = event['type'];
  if (typeof type !== 'string' || !Object.hasOwn(eventCatalogue.events, type))
    throw new BadInput(
      `Ligne ${number} : le type d'événement est inconnu. Les types sont dans src/recording/events.json.`,
    );
  const shapes = eventCatalogue.events[type] as Readonly<Record<string, { readonly optional?: boolean }>>;
  for (const [key, shape] of Object.entries(shapes))
    if (!shape.optional && event[key] === undefined)
      throw new BadInput(`Ligne ${number} : il manque « ${key} » à ${type}.`);
  return event as unknown as RunEvent;
}

try {
  const lines = readText(process.argv[2]).split('\n');
  const events = lines.flatMap((line, index) => (line.trim() === '' ? [] : [readEvent(line, index + 1)]));
  for (const { run, opened, closed, screen, field, rules } of episodesOf(events))
    process.stdout.write(`${JSON.stringify({ run, opened, closed, screen, field, rules })}\n`);
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
