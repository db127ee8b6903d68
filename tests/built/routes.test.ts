import { globSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../support/site.ts';
import { type Answer, type Client, clientOf, firstToken, invite, openAccount, openGroup } from './staff.ts';

/**
 * Every address that the server makes on request, by whom, over its own group and over another's: asked for real, as a
 * visit and as a form. The table found is kept in docs/acces.md: a page added to src/pages changes it, and the test
 * fails until somebody has looked.
 */
const routes = globSync('src/pages/**/*.{astro,ts}')
  .map((file) => file.replaceAll('\\', '/').replace(/^src\/pages/, ''))
  .filter((file) => !/\/_|\.test\.|^\/(404|500)\./.test(file))
  .map((file) => file.replace(/\.(astro|ts)$/, '').replace(/\/index$/, '') || '/')
  .concat('/api/events')
  .sort();

let site: Site;
let group = '';
let others = '';
let who: Readonly<Record<'personne' | 'formateur' | 'concepteur', Client>>;
let paul: Client;

beforeAll(async () => {
  site = await startSite();
  const nadia = await openAccount(site, firstToken(site), 'Nadia');
  paul = await openAccount(site, await invite(nadia, 'trainer'), 'Paul');
  const lucie = await openAccount(site, await invite(nadia, 'designer'), 'Lucie');
  group = (await openGroup(nadia, 'Groupe de Nadia')).split('/').at(-1) ?? '';
  others = (await openGroup(paul, 'Groupe de Paul')).split('/').at(-1) ?? '';
  who = { personne: clientOf(site), formateur: nadia, concepteur: lucie };
});
afterAll(() => site.stop());

const scenario = 'caf/declaration-trimestrielle';
const pathOf = (route: string, id: string): string =>
  route
    .replace('[id]', id)
    .replace('[token]', 'inconnu')
    .replace('[service]/[procedure]', scenario)
    .replace('[...scenario]', scenario)
    .replace('[...content].json', 'aucun/000000000000.json')
    .replace('[...path]', 'get-session');

const shown = ({ status, headers }: Answer): string => {
  const to = headers.get('location');
  return to === null ? String(status) : `${status} ${to.replace(/\?.*/, '').replace(/[0-9a-f]{32}/, '…')}`;
};
/** A form without an action: it changes nothing, wherever it is allowed. */
const empty = { action: 'aucune' };

describe('who may open what', () => {
  it('is the table of docs/acces.md, to the last line', async () => {
    const lines: string[] = [];
    for (const route of routes) {
      const cells: string[] = [];
      const [own, other] = [pathOf(route, group), pathOf(route, others)];
      for (const client of Object.values(who))
        for (const path of route.includes('[id]') ? [own, other] : [own]) {
          // Signing out is for the end.
          const sent =
            route === '/formateur/deconnexion' && client !== who.personne ? null : await client.send(path, empty);
          cells.push(`${shown(await client.get(path))} · ${sent === null ? 'sort' : shown(sent)}`);
          if (!route.includes('[id]')) cells.push('');
        }
      lines.push(`| \`${route}\` | ${cells.join(' | ')} |`);
    }
    const page = `# Qui peut ouvrir quoi

Fait par \`npm test -- gates\` (\`tests/built/routes.test.ts\`), qui demande chaque adresse au vrai serveur. Dans chaque
case : la réponse à une visite, puis à un formulaire vide. 303 renvoie vers l'adresse écrite ; 404 : comme si la page
n'existait pas. « Autre » est le groupe d'un autre formateur.

| adresse | personne | autre | formateur | autre | concepteur | autre |
| --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
    await expect(page).toMatchFileSnapshot('../../docs/acces.md');
  });

  it('another trainer’s group answers as one that does not exist', async () => {
    const nowhere = '0'.repeat(32);
    const grouped = routes.filter((route) => route.includes('[id]'));
    expect(grouped.length).toBeGreaterThan(4);
    for (const route of grouped)
      for (const client of Object.values(who)) {
        const [there, none] = [pathOf(route, others), pathOf(route, nowhere)];
        const same = (text: string) => text.replaceAll(others, '').replaceAll(nowhere, '');
        for (const ask of [(path: string) => client.get(path), (path: string) => client.send(path, empty)]) {
          const [a, b] = [await ask(there), await ask(none)];
          expect([a.status, same(a.text)], route).toEqual([b.status, same(b.text)]);
          expect(a.text).not.toContain('Groupe de Paul');
        }
      }
  });

  it('nothing answers to a method that no page needs', async () => {
    const cookie = who.formateur.cookie;
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      for (const route of routes) {
        const answer = await fetch(site.origin + pathOf(route, group), { method, headers: { cookie } });
        expect([method, route, answer.status]).toEqual([method, route, 405]);
      }
  });

  it('no form on another trainer’s group changes it', async () => {
    const { body, join } = await joined();
    const before = (await paul.get(`/formateur/groupes/${others}`)).text;
    expect(before).toContain(body.nickname);
    const forms = [
      { action: 'renommer', nom: 'Pris' },
      { action: 'fermer' },
      { action: 'donner', demarche: scenario, aide: 'tout-seul' },
      { action: 'retirer', qui: body.learner },
      { action: 'chercher', code: body.resume },
      { action: 'effacer', qui: body.learner, quoi: 'tout' },
    ];
    for (const client of Object.values(who))
      for (const form of forms)
        for (const page of [others, `${others}/effacer`])
          expect([303, 404]).toContain((await client.send(`/formateur/groupes/${page}`, form)).status);
    expect((await paul.get(`/formateur/groupes/${others}`)).text).toBe(before);
    expect((await join({ resume: body.resume })).status).toBe(200);
  });

  it('another’s learner is not reached through one’s own group', async () => {
    const { body } = await joined();
    const nadia = who.formateur;
    for (const form of [
      { action: 'retirer', qui: body.learner },
      { action: 'effacer', qui: body.learner, quoi: 'tout' },
    ])
      for (const page of [group, `${group}/effacer`]) await nadia.send(`/formateur/groupes/${page}`, form);
    expect((await paul.get(`/formateur/groupes/${others}`)).text).toContain(body.nickname);
  });
});

/** A learner of Paul's group. */
async function joined() {
  const join = async (body: object) => {
    const answer = await fetch(`${site.origin}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, string> & { nicknames?: string[] } };
  };
  const code = /[C-Y3-9]{4}-[C-Y3-9]{4}/.exec((await paul.get(`/formateur/groupes/${others}`)).text)?.[0] ?? '';
  const [nickname] = (await join({ code })).body.nicknames ?? [];
  const { body } = await join({ code, nickname });
  expect(body['learner'], JSON.stringify(body)).toMatch(/^[0-9a-f]{32}$/);
  return { join, body: body as { learner: string; nickname: string; resume: string } };
}
