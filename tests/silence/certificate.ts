import { execFileSync } from 'node:child_process';
import type { Certificate } from './certify.ts';
import { isShort, shortest } from './markers.ts';

const figure = (value: number): string => value.toLocaleString('fr-FR').replace(/\s/g, ' ');
const git = (...words: string[]): string => execFileSync('git', words, { encoding: 'utf8' }).trim();

/** What was certified: the commit, and whether files had changed since, the certificate itself aside. */
function state(): string {
  const commit = git('rev-parse', '--short=12', 'HEAD');
  const changed = git('status', '--porcelain', '--', '.', ':!docs/certificate.md') !== '';
  return changed ? `${commit} et des changements non enregistrés` : commit;
}

const names: Readonly<Record<string, string>> = {
  taken: 'bien formée, gardée dans le champ',
  malformed: 'mal formée, refusée à l’envoi',
  erased: 'qui ressemble à un vrai numéro ou à une vraie adresse, effacée aussitôt',
  early: 'tapée avant que les scripts arrivent, puis Entrée',
  path: 'tapée puis remplacée par ce qui était là, au fil de la démarche, d’écran en écran',
  desk: 'tapée dans les pages autour des démarches (code du groupe, code personnel)',
};

const places: readonly (readonly [string, RegExp])[] = [
  ['adresses des requêtes', /^request address/],
  ['en-têtes des requêtes', /^request headers/],
  ['corps des requêtes, balises d’envoi comprises', /^request body/],
  ['WebSockets', /^websocket/],
  ['cookies', /^cookies/],
  ['localStorage', /^localStorage/],
  ['sessionStorage', /^sessionStorage/],
  ['IndexedDB', /^indexedDB/],
  ['Cache Storage', /^caches/],
  ['historique et état de la page', /^history/],
  ['titres', /^title/],
  ['nom de la fenêtre', /^window\.name/],
  ['presse-papiers', /^clipboard/],
  ['noms et adresses des téléchargements', /^downloads/],
  ['contenu des téléchargements', /^download contents/],
  ['console et erreurs', /^console/],
  ['dossier du profil du navigateur, fichier par fichier, navigateur fermé', /^profile/],
  ['fichiers de la base du serveur et son journal d’écriture, serveur en marche puis arrêté', /^server file/],
  ['lignes de la base', /^database rows/],
  ['journal du serveur', /^server log/],
  ['pages, tableaux CSV, copies et flux des formateurs et des concepteurs', /^export/],
];

/** docs/certificate.md. What stands between the two first lines of dashes is read by the page « Ce que ce site est ». */
export function certificatePage(result: Certificate, day: string): string {
  const { scenarios, markers, leaks, foreign, faults, looked, events, needles, bytes, seconds } = result;
  const total = (key: 'screens' | 'fields' | 'markers') => scenarios.reduce((sum, each) => sum + each[key], 0);
  const of = (kind: string) => markers.filter((marker) => marker.kind === kind).length;
  const pieces = (pattern: RegExp) => [...looked].reduce((sum, [place, n]) => sum + (pattern.test(place) ? n : 0), 0);
  const short = markers.filter(isShort);
  const bare = scenarios.filter((each) => each.bare.length > 0);
  const opened = bare.reduce((sum, each) => sum + each.bare.length, 0);
  const clean = leaks.length + foreign.length + faults.length === 0;
  return `---
day: ${day}
clean: ${clean}
screens: ${total('screens')}
fields: ${total('fields')}
markers: ${markers.length}
---

# Certificat de silence

Page écrite par \`npm run certify\`. Ne pas modifier.

**${clean ? 'Rien de ce qui a été tapé n’a été retrouvé.' : 'ÉCHEC : voir à la fin de la page.'}** Version ${state()}, le ${day}, en ${figure(Math.round(seconds / 60))} minutes.

Un programme ouvre dans un vrai navigateur (Chromium) chaque écran où l’on peut taper, tape des mots témoins, tous différents,
dans chaque champ, envoie l’écran et le quitte. Il passe ensuite, à la main, d’un écran où il a tapé à tous ceux où l’on ne tape
pas, refus, pannes et impasses compris, sans que la page soit rouverte : ce qui y reste en mémoire pourrait encore sortir. Puis il
fait chaque démarche jusqu’au bout par le chemin des réponses. Sur chaque écran il relit ce que l’appareil garde. Il appuie sur
« Effacer et partir » en cours de route et à la fin. Enfin il cherche chaque témoin partout où il aurait pu aller.

## Ce qui a été tapé

| saisie | témoins |
| --- | --- |
${Object.entries(names)
  .map(([kind, name]) => `| ${name} | ${figure(of(kind))} |`)
  .join('\n')}
| **en tout** | **${figure(markers.length)}** |

| démarche | écrans joués | dont après une saisie | champs où l’on tape | témoins |
| --- | --- | --- | --- | --- |
${scenarios.map(({ title, screens, bare: before, fields, markers: typed }) => `| ${title} | ${screens} | ${screens - before.length} | ${fields} | ${figure(typed)} |`).join('\n')}
| **en tout** | **${total('screens')}** | **${total('screens') - opened}** | **${total('fields')}** | **${figure(total('markers'))}** |

Chaque écran du catalogue a été joué, et chaque champ a reçu chaque sorte de saisie qui existe pour lui, sinon le programme
échoue : c’est compté à partir des fichiers des démarches, pas de ce qui a été fait. Ce qui se choisit (cases, listes, documents
de l’exercice) ne se tape pas.
${
  opened === 0
    ? ''
    : `
${opened} écrans ont été ouverts sans que rien ait été tapé avant dans la même page, car aucun essai que le programme sait faire
n’y tape avant d’y arriver :

${bare.map(({ title, bare: before }) => `- ${title} : ${before.map((each) => `« ${each} »`).join(', ')}`).join('\n')}
`
}
## Où l’on a cherché

Sous ${figure(needles)} écritures : tel quel, en capitales, UTF-16, adresse (URL), base64 aux trois décalages, hexadécimal, échappements
JSON et HTML ; pour les nombres, aussi en centimes, en nombre binaire et en date. ${figure(Math.round(bytes / 1e6))} Mo relus.

| lieu | morceaux relus |
| --- | --- |
${places.map(([name, pattern]) => `| ${name} | ${figure(pieces(pattern))} |`).join('\n')}

Il n’y a pas de rapport d’erreur à relire : une page qui casse n’envoie rien, et le serveur n’écrit ses pannes que dans son
journal, relu ci-dessus. Un lieu à 0 n’a rien reçu : aucune démarche ne télécharge de fichier ni n’ouvre de WebSocket.

Le serveur tenait alors ${figure(events)} évènements de ces essais : il a bien été écouté. Requêtes vers une autre origine : ${foreign.length}.
Tout ce que le navigateur envoie passe par un relais, qui note tout.

## Ce que ce certificat ne dit pas

- Le code d’un groupe et le code personnel sont faits pour être envoyés : ils partent dans le corps de la demande d’entrée,
  vers ce site, et nulle part ailleurs. C’est la seule exception.
- ${figure(short.length)} témoins ont moins de ${shortest} signes, parce que le champ n’en veut pas plus (un code, des heures) : on en trouverait par
  hasard dans des millions d’octets. Ils sont cherchés comme mots entiers dans les textes (requêtes, stockages, console, lignes de
  la base, exports), pas dans les fichiers bruts. Chacun de ces champs a aussi reçu des témoins longs, cherchés partout.
- ${figure(looked.get('profile') ?? 0)} fichiers du profil sont relus une fois le navigateur fermé. « Effacer et partir » vide les stockages ; le navigateur peut garder
  un temps, dans ses fichiers, des octets effacés : on y cherche ce qui a été tapé, pas les numéros d’essai.
- Ce que Chromium demande de lui-même à son éditeur est coupé pendant le contrôle : la forme des formulaires, les mises à jour,
  et l’alerte sur les mots de passe volés, pour laquelle une empreinte chiffrée du mot de passe part. Une page ne peut pas
  empêcher cela ; le [guide des exploitants](guide-exploitant.md) dit quels réglages le coupent sur les postes d’une salle.
- La base relue est SQLite. Avec PostgreSQL, les requêtes sont les mêmes, les fichiers ne sont pas relus.

Le programme est lui-même contrôlé à chaque \`npm test\` : une page faite pour trahir, de chacune de ces façons tour à tour, puis
un serveur fait pour garder ce qu’il reçoit, dans sa base, son journal et ses pages, doivent être pris à chaque fois.
${clean ? '' : `\n## Ce qui a été trouvé\n\n${[...leaks.map(({ marker, place, encoding }) => `${marker.id} : ${place}, ${encoding}`), ...foreign, ...faults].map((line) => `- ${line}`).join('\n')}\n`}`;
}
