import { globSync } from 'node:fs';
import { addMember, type House, type Member, type OneGroup, practised } from './house.ts';
import type { Answer } from './staff.ts';

/** Every address that the server makes on request, as src/pages names it. */
export const routes = globSync('src/pages/**/*.{astro,ts}')
  .map((file) => file.replaceAll('\\', '/').replace(/^src\/pages/, ''))
  .filter((file) => !/\/_|\.test\.|^\/(404|413|500)\./.test(file))
  .map((file) => file.replace(/\.(astro|ts)$/, '').replace(/\/index$/, '') || '/')
  .concat('/api/events', '/api/leave')
  .sort();

export const pathOf = (route: string, id: string): string =>
  route
    .replace('[id]', id)
    .replace('[token]', 'inconnu')
    .replace('[service]/[procedure]', practised)
    .replace('[...scenario]', practised)
    .replace('[...content].json', 'aucun/000000000000.json')
    .replace('[...path]', 'get-session');

/** A form without an action: it changes nothing, wherever it is allowed. */
export const empty = { action: 'aucune' };

const shown = ({ status, headers }: Answer): string => {
  const to = headers.get('location');
  return to === null ? String(status) : `${status} ${to.replace(/\?.*/, '').replace(/[0-9a-f]{32}/, '…')}`;
};

/** Every address, by whom, over one's own group and over another's: a visit, then an empty form. A line each. */
export async function tableOfVisits({ own, other, who }: House): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const route of routes) {
    const cells: string[] = [];
    for (const client of Object.values(who))
      for (const { id } of route.includes('[id]') ? [own, other] : [own]) {
        const path = pathOf(route, id);
        // Signing out is for the end.
        const leaves = route === '/formateur/deconnexion' && client !== who.personne;
        const sent = leaves ? 'sort' : shown(await client.send(path, empty));
        cells.push(`${shown(await client.get(path))} · ${sent}`);
        if (!route.includes('[id]')) cells.push('');
      }
    lines.push(`| \`${route}\` | ${cells.join(' | ')} |`);
  }
  return lines;
}

/** A form of a trainer's page that does something. `whose`: somebody of that group. */
interface Form {
  readonly route: string;
  readonly about: string;
  readonly fields: (whose: Member) => Readonly<Record<string, string>>;
  /** Whether the answer itself gives what was asked for: it changes nothing that another page shows. */
  readonly gives?: (answer: string, whose: Member) => boolean;
}

const placeholder: Member = { learner: '?', nickname: '?', resume: '?', run: '?' };
const page = '/formateur/groupes/[id]';
const named = (answer: string, { nickname }: Member): boolean => answer.includes(`"nickname": "${nickname}"`);
const chosen = (answer: string, { learner }: Member): boolean => answer.includes(`name="qui" value="${learner}"`);
export const forms: readonly Form[] = [
  { route: page, about: 'renommer', fields: () => ({ action: 'renommer', nom: 'Pris' }) },
  {
    route: page,
    about: 'donner',
    fields: () => ({ action: 'donner', demarche: practised, aide: 'tout-seul' }),
  },
  { route: page, about: 'fermer', fields: () => ({ action: 'fermer' }) },
  { route: page, about: 'rouvrir', fields: () => ({ action: 'rouvrir' }) },
  { route: page, about: 'retirer', fields: ({ learner }) => ({ action: 'retirer', qui: learner }) },
  {
    route: `${page}/effacer`,
    about: 'chercher, code personnel',
    fields: ({ resume }) => ({ action: 'chercher', code: resume }),
    gives: chosen,
  },
  {
    route: `${page}/effacer`,
    about: 'chercher, code d’un essai',
    fields: ({ run }) => ({ action: 'chercher', code: run }),
    gives: chosen,
  },
  {
    route: `${page}/effacer`,
    about: 'verifier',
    fields: ({ learner, run }) => ({ action: 'verifier', qui: learner, quoi: run }),
    gives: chosen,
  },
  {
    route: `${page}/effacer`,
    about: 'effacer, un essai',
    fields: ({ learner, run }) => ({ action: 'effacer', qui: learner, quoi: run }),
  },
  {
    route: `${page}/effacer`,
    about: 'effacer, tout',
    fields: ({ learner }) => ({ action: 'effacer', qui: learner, quoi: 'tout' }),
  },
  { route: `${page}/copie.json`, about: 'code personnel', fields: ({ resume }) => ({ code: resume }), gives: named },
  { route: `${page}/copie.json`, about: 'code d’un essai', fields: ({ run }) => ({ code: run }), gives: named },
];

/**
 * Each of these forms, by whom: on one's own group, on another's, and on one's own with somebody of another's in it. « fait »:
 * the answer gave it, or a page of the group's owner shows it.
 */
export async function tableOfForms({ site, own, other, who }: House): Promise<readonly string[]> {
  const lines: string[] = [];
  const views = async ({ id, owner }: OneGroup, { learner }: Member): Promise<string> => {
    const paths = [pathOf(page, id), `${pathOf(page, id)}/effacer?qui=${learner}`];
    return JSON.stringify(await Promise.all(paths.map(async (path) => (await owner.get(path)).text)));
  };
  const members = new Map<OneGroup, Member>();
  for (const { route, about, fields, gives } of forms) {
    const cells: string[] = [];
    const namesSomebody = Object.values(fields(placeholder)).includes('?');
    for (const client of Object.values(who))
      for (const [asked, of] of [
        [own, own],
        [other, other],
        [own, other],
      ] as const) {
        if (asked !== of && !namesSomebody) {
          cells.push('');
          continue;
        }
        // Whoever the form before took away is missed by the next.
        const whose = members.get(of) ?? (await addMember(site, of));
        members.set(of, whose);
        if (about === 'rouvrir') await asked.owner.send(pathOf(page, asked.id), { action: 'fermer' });
        const before = [await views(own, whose), await views(other, whose)];
        const answer = await client.send(pathOf(route, asked.id), fields(whose));
        const after = [await views(own, whose), await views(other, whose)];
        const done = gives ? gives(answer.text, whose) : before.join() !== after.join();
        cells.push(`${shown(answer)}${done ? ' fait' : ''}`);
        if (done && !gives) await putBack(asked);
        if (done && !gives) members.delete(of);
        if (about === 'rouvrir') await putBack(asked);
      }
    lines.push(`| \`${route}\` | ${about} | ${cells.join(' | ')} |`);
  }
  return lines;

  async function putBack({ id, owner }: OneGroup): Promise<void> {
    for (const fieldsOf of [{ action: 'rouvrir' }, { action: 'renommer', nom: `Groupe ${id.slice(0, 4)}` }])
      await owner.send(pathOf(page, id), fieldsOf);
  }
}

/** docs/acces.md. */
export async function accessPage(house: House): Promise<string> {
  return `# Qui peut ouvrir quoi

Fait par \`npm test -- gates\` (\`tests/built/routes.test.ts\`), qui demande chaque adresse au vrai serveur. 303 renvoie
vers l'adresse écrite ; 404 : comme si la page n'existait pas. « Autre » est le groupe d'un autre formateur.

## Les adresses

Dans chaque case : la réponse à une visite, puis à un formulaire vide.

| adresse | personne | autre | formateur | autre | concepteur | autre |
| --- | --- | --- | --- | --- | --- | --- |
${(await tableOfVisits(house)).join('\n')}

## Les formulaires d'un groupe

Chaque formulaire est envoyé pour de vrai, avec une personne, un code ou un essai qui existent. « Mêlé » : envoyé à son
propre groupe, avec une personne, un code ou un essai du groupe d'un autre. « fait » : la réponse a donné ce qui était
demandé, ou quelque chose a changé dans l'un des deux groupes.

| adresse | formulaire | personne | autre | mêlé | formateur | autre | mêlé | concepteur | autre | mêlé |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${(await tableOfForms(house)).join('\n')}
`;
}
