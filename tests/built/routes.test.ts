import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../support/site.ts';
import { addMember, type House, join, openHouse } from './house.ts';
import { accessPage, empty, forms, pathOf, routes, tableOfForms, tableOfVisits } from './route-table.ts';

/**
 * Every address that the server makes on request, by whom, over its own group and over another's: asked for real, as a
 * visit and as a form. The table found is kept in docs/acces.md: a page added to src/pages changes it, and the test
 * fails until somebody has looked.
 */
let site: Site;
let house: House;
beforeAll(async () => {
  site = await startSite();
  house = await openHouse(site);
});
afterAll(() => site.stop());

describe('who may open what', () => {
  it('is the table of docs/acces.md, to the last line', async () => {
    await expect(await accessPage(house)).toMatchFileSnapshot('../../docs/acces.md');
  });

  it('every named form of a group’s pages is in that table', () => {
    const pages = routes.filter((route) => route.includes('[id]'));
    const sources = pages.map((route) => sourceOf(route));
    const named = sources.flatMap((text) =>
      [...text.matchAll(/case '([a-z-]+)':|'action', \d+\) === '([a-z-]+)'|name="action" value="([a-z-]+)"/g)].map(
        ([, a, b, c]) => a ?? b ?? c,
      ),
    );
    expect(named.length).toBeGreaterThan(8);
    const asked = new Set(forms.map(({ fields }) => fields(nobody).action));
    expect([...new Set(named)].filter((name) => !asked.has(name))).toEqual([]);
  });

  it('another trainer’s group answers as one that does not exist', async () => {
    const nowhere = '0'.repeat(32);
    const grouped = routes.filter((route) => route.includes('[id]'));
    expect(grouped.length).toBeGreaterThan(4);
    for (const route of grouped)
      for (const client of Object.values(house.who)) {
        const [there, none] = [pathOf(route, house.other.id), pathOf(route, nowhere)];
        const same = (text: string) => text.replaceAll(house.other.id, '').replaceAll(nowhere, '');
        for (const ask of [(path: string) => client.get(path), (path: string) => client.send(path, empty)]) {
          const [a, b] = [await ask(there), await ask(none)];
          expect([a.status, same(a.text)], route).toEqual([b.status, same(b.text)]);
          expect(a.text).not.toContain('Groupe de Paul');
        }
      }
  });

  it('nothing answers to a method that no page needs', async () => {
    const cookie = house.who.formateur.cookie;
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      for (const route of routes) {
        const answer = await fetch(site.origin + pathOf(route, house.own.id), { method, headers: { cookie } });
        expect([method, route, answer.status]).toEqual([method, route, 405]);
      }
  });

  it('what another’s learner holds still opens after all that', async () => {
    const { resume } = await addMember(site, house.other);
    for (const client of Object.values(house.who))
      for (const { route, fields } of forms)
        await client.send(pathOf(route, house.other.id), fields({ ...nobody, resume }));
    expect((await join(site, { resume })).status).toBe(200);
  });
});

/** Each hole is seen where it is, and nowhere else. */
describe('a server that lets in whom it must not is caught', () => {
  const changedBy = async (hole: string, table: (house: House) => Promise<readonly string[]>) => {
    const broken = await startSite({ program: 'tests/built/broken-site.ts', env: { HOLE: hole } });
    try {
      const kept = new Set(readFileSync('docs/acces.md', 'utf8').split('\n'));
      return (await table(await openHouse(broken))).filter((line) => !kept.has(line));
    } finally {
      await broken.stop();
    }
  };

  it('a page opened to another role', async () => {
    expect(await changedBy('page', tableOfVisits)).toEqual([expect.stringMatching(/^\| `\/formateur\/equipe` \|/)]);
  });

  it('a group that is everybody’s', async () => {
    const lines = await changedBy('group', tableOfVisits);
    expect(lines.map((line) => /`(.*?)`/.exec(line)?.[1])).toEqual(routes.filter((route) => route.includes('[id]')));
  });

  it('somebody’s code, taken in another trainer’s group', async () => {
    const lines = await changedBy('learner', tableOfForms);
    const found = lines.map((line) => /`.*?` \| (.*?) \|/.exec(line)?.[1]);
    expect(found).toEqual(
      expect.arrayContaining(['verifier', 'effacer, un essai', 'effacer, tout', 'code d’un essai']),
    );
  });
});

const nobody = { learner: '', nickname: '', resume: '', run: '' };
const sourceOf = (route: string): string =>
  ['.ts', '.astro', '/index.astro'].map((end) => readIfThere(`src/pages${route}${end}`)).join('');
const readIfThere = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
