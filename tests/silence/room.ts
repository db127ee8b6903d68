import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { freeNicknames } from '#training';
import { type clientOf, firstToken, invite, openAccount, openGroup } from '../built/staff.ts';
import type { Site } from '../support/site.ts';
import { type Book, takesTyping } from './hands.ts';
import type { Place } from './play.ts';
import type { Watched } from './search/watch.ts';

/** A group with one learner in it, and those who read what the server says of them. */
export interface Room {
  readonly place: Place;
  /** What trainers and designers can take away or look at, by address. */
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
  const read = async (client: ReturnType<typeof clientOf>, path: string) => {
    const { status, text } = await client.get(path);
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    return [path, text] as const;
  };
  return {
    place: (await answer.json()) as Place,
    exports: async (scenarios) =>
      Object.fromEntries([
        await read(trainer, group),
        await read(trainer, `${group}/tableau.csv`),
        ...(await Promise.all(
          scenarios.flatMap((id) => [
            read(designer, `/concepteur/${id}`),
            read(designer, `/concepteur/${id}/chiffres.csv`),
          ]),
        )),
      ]),
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
