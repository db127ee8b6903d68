import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { freeNicknames } from '#training';
import { type Client, firstToken, invite, openAccount, openGroup } from '../built/staff.ts';
import type { Site } from '../support/site.ts';
import { type Book, takesTyping } from './hands.ts';
import type { Place } from './play.ts';
import type { Watched } from './search/watch.ts';

/** A group with one learner in it, and those who read what the server says of them. */
export interface Room {
  readonly place: Place;
  /** What trainers and designers can take away, look at or listen to, by address; « … » stands for the group. */
  exports(scenarios: readonly string[]): Promise<Readonly<Record<string, string>>>;
}

export async function openRoom(site: Site): Promise<Room> {
  const trainer = await openAccount(site, firstToken(site), 'Nadia');
  const designer = await openAccount(site, await invite(trainer, 'designer'), 'Lucie');
  const group = await openGroup(trainer, 'Salle du silence');
  const code = codeIn((await trainer.get(group)).text);
  const [nickname] = freeNicknames([]);
  const answer = await fetch(`${site.origin}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, nickname }),
  });
  if (!answer.ok) throw new Error(`Nobody can join the group: ${answer.status}`);
  const place = (await answer.json()) as Place & { readonly resume: string };
  const stream = listen(`${site.origin}${group}/flux`, trainer.cookie);
  const nameOf = (path: string) => path.replace(group, '/formateur/groupes/…');
  const read = async (client: Client, path: string) => {
    const { status, text } = await client.get(path);
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    return [nameOf(path), text] as const;
  };
  /** What a person may ask for of themselves: all their runs, event by event. */
  const copy = async () => {
    const path = `${group}/copie.json`;
    const { text } = await trainer.send(path, { code: place.resume });
    if (!text.includes('"runs": [\n')) throw new Error(`${path} holds no run: ${text.slice(0, 100)}`);
    return [nameOf(path), text] as const;
  };
  return {
    place,
    exports: async (scenarios) =>
      Object.fromEntries([
        ...(await Promise.all(
          ['', '/carte', '/effacer', `/effacer?qui=${place.learner}`, '/tableau', '/tableau.csv'].map((part) =>
            read(trainer, group + part),
          ),
        )),
        await copy(),
        [`${nameOf(group)}/flux`, await stream.heard()],
        ...(await Promise.all(['', '/equipe', '/compte'].map((part) => read(trainer, `/formateur${part}`)))),
        await read(designer, '/concepteur'),
        ...(await Promise.all(
          scenarios.flatMap((id) => [
            read(designer, `/concepteur/${id}`),
            read(designer, `/concepteur/${id}/chiffres.csv`),
          ]),
        )),
      ]),
  };
}

/** Listens to a stream that never ends, until it is asked what it said. */
function listen(url: string, cookie: string): { heard(): Promise<string> } {
  const stop = new AbortController();
  const pieces: string[] = [];
  const listening = (async () => {
    const { body } = await fetch(url, { headers: { cookie }, signal: stop.signal });
    for await (const piece of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) pieces.push(piece);
  })().catch(() => undefined);
  return {
    heard: async () => {
      stop.abort();
      await listening;
      return pieces.join('');
    },
  };
}

const codeIn = (html: string): string => /[C-Y3-9]{4}-[C-Y3-9]{4}/.exec(html)?.[0] ?? '';

/** How many events a server has stored. */
export function storedEvents(dataDir: string): number {
  const database = new DatabaseSync(join(dataDir, 'replique.sqlite'), { readOnly: true });
  const { n } = database.prepare('select count(*) as n from events').get() as { n: number };
  database.close();
  return n;
}

/** Types markers where a learner types the code of a group, and their own: nobody has such codes. */
export async function joinWithMarkers({ page, look }: Watched, book: Book): Promise<void> {
  await page.goto('/rejoindre/');
  await page.locator('summary').click();
  for (const form of await page.locator('form').all()) {
    const box = form.locator(takesTyping);
    const marker = book.mint.words(`rejoindre ${await box.getAttribute('id')}`, 'desk');
    book.markers.push(marker);
    await box.fill(marker.typed);
    await box.press('Enter');
    await form.getByRole('alert').filter({ hasText: /./ }).waitFor();
    await look();
  }
}
