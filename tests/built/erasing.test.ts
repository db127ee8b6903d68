import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Site, startSite } from '../support/site.ts';
import { addMember, begin, type House, openHouse } from './house.ts';

let site: Site;
let house: House;
beforeAll(async () => {
  site = await startSite();
  house = await openHouse(site);
});
afterAll(() => site.stop());

/** All that the database and its log hold, byte by byte. */
const kept = (): string =>
  readdirSync(site.dataDir)
    .map((name) => readFileSync(join(site.dataDir, name)).toString('latin1'))
    .join('');

it('a try made outside any group is copied and erased by the code that its learner was shown', async () => {
  const run = await begin(site);
  const nadia = house.who.formateur;
  const page = `/formateur/groupes/${house.own.id}`;
  const code = run.replace(/.{4}/g, '$& ');
  const copy = await nadia.send(`${page}/copie.json`, { code });
  expect(JSON.parse(copy.text)).toMatchObject({ nickname: null, runs: [{ run, events: [{ type: 'PageShown' }] }] });
  const asked = await nadia.send(`${page}/effacer`, { action: 'chercher', code });
  expect(asked.text).toContain('Effacer cet essai, fait hors de tout groupe ?');
  expect((await nadia.send(`${page}/effacer`, { action: 'effacer', qui: '', quoi: run })).text).toContain(
    'L’essai est effacé.',
  );
  expect((await nadia.send(`${page}/effacer`, { action: 'chercher', code })).status).toBe(422);
});

it('nothing of a learner who is taken out stays in the files of the server', async () => {
  const member = await addMember(site, house.own);
  expect(kept()).toContain(member.learner);
  const page = `/formateur/groupes/${house.own.id}`;
  const { text } = await house.own.owner.send(page, { action: 'retirer', qui: member.learner });
  expect(text).toContain('L’apprenant·e n’est plus dans le groupe.');
  expect(kept()).not.toContain(member.learner);
  expect((await house.own.owner.send(`${page}/effacer`, { action: 'chercher', code: member.run })).status).toBe(422);
});

it('nor of those of a colleague whose account is taken away', async () => {
  const member = await addMember(site, house.other);
  const team = (await house.own.owner.get('/formateur/equipe')).text;
  const paul = /Paul[\s\S]*?name="qui" value="([^"]+)"/.exec(team)?.[1] ?? '';
  expect(kept()).toContain(member.learner);
  await house.own.owner.send('/formateur/equipe', { action: 'retirer', qui: paul });
  expect(kept()).not.toContain(member.learner);
  expect((await house.other.owner.get('/formateur')).status).toBe(303);
});
