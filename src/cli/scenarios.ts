import { check, create, fidelity, play, renew, type Said } from './scenario-commands.ts';

/** `npm run scenarios -- check | play | new | renew | fidelity` (DESIGN §10). */
const [command, ...words] = process.argv.slice(2);
const options = { root: 'scenarios', json: words.includes('--json'), today: new Date().toISOString().slice(0, 10) };
const rest = words.filter((word) => !word.startsWith('--'));

const help = `Commandes :
  npm run scenarios -- check [fichier…] [--json]   vérifie les démarches
  npm run scenarios -- play [démarche…] [--json]   parcourt toutes leurs arêtes
  npm run scenarios -- new service/nom             écrit une démarche à compléter
  npm run scenarios -- renew                       met à jour les empreintes des variantes, et dit quoi relire
  npm run scenarios -- fidelity                    écrit docs/fidelity.md : ce que l'on sait de chaque écran`;

async function run(): Promise<Said> {
  if (command === 'check') return check(rest, options);
  if (command === 'play') return play(rest, options);
  if (command === 'renew') return renew(options);
  if (command === 'fidelity') return fidelity(options);
  if (command === 'new') return create(rest[0], options);
  return { code: 1, text: help };
}

const { code, text } = await run();
console.log(text);
process.exitCode = code;
