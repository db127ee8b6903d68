import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import {
  type CompiledCatalogue,
  compileCatalogue,
  type Fault,
  fidelityPage,
  newScenario,
  newService,
  readLibrary,
  renewVariants,
} from '#authoring';
import { contracts } from '#mocks';
import { workOnEach } from './scenario-jobs.ts';

/** What a command says, and its exit code. */
export interface Said {
  readonly code: 0 | 1;
  readonly text: string;
}

export interface CommandOptions {
  /** Folder of the scenarios. */
  readonly root: string;
  readonly json: boolean;
  /** ISO day. */
  readonly today: string;
}

/** `check [file…]`: everything that can be said of the files without a browser. */
export async function check(files: readonly string[], { root, json, today }: CommandOptions): Promise<Said> {
  const absent = files.find((file) => !existsSync(file));
  if (absent !== undefined)
    return {
      code: 1,
      text: `Le fichier ${absent} n'existe pas. Donnez un chemin depuis ce dossier, par exemple scenarios/caf/ma-demarche.yaml.`,
    };
  const wanted = files.map((file) => relative(process.cwd(), resolve(file)));
  const catalogue = compileCatalogue(root, { contracts, today });
  const all = Object.keys(catalogue.scenarios);
  const fileOf = (id: string) => relative(process.cwd(), resolve(root, `${id}.yaml`));
  // A persona or a shared file concerns every scenario.
  const own = all.filter((id) => wanted.includes(fileOf(id)));
  const tried = wanted.length > 0 && own.length === wanted.length ? own : all;
  const valid = tried.filter((id) => id in catalogue.scenarios);
  const failed = (await workOnEach('try', valid, siteOf(catalogue, today))).flat();
  const found = [
    ...catalogue.faults,
    ...failed.map((fault) => ({ ...fault, file: relative(process.cwd(), resolve(root, fault.file)) })),
  ];
  const shown = wanted.length === 0 ? found : found.filter(({ file }) => wanted.includes(file));
  const faults = shown.filter(({ severity }) => severity === 'error');
  const warnings = shown.filter(({ severity }) => severity === 'warning');
  const scenarios =
    wanted.length > 0 && own.length === wanted.length ? own.length : Object.keys(catalogue.scenarios).length;
  const code = faults.length > 0 ? 1 : 0;
  if (json)
    return { code, text: JSON.stringify({ faults: faults.map(bare), warnings: warnings.map(bare), scenarios }) };
  const summary = `${count(scenarios, 'démarche juste', 'démarches justes')}, ${count(faults.length, 'faute', 'fautes')}, ${count(warnings.length, 'point à revoir', 'points à revoir')}.`;
  return {
    code,
    text: [...faults.map(line), ...warnings.map((each) => `${line(each)} (à revoir)`), summary].join('\n'),
  };
}

const siteOf = ({ scenarios, personas, about }: CompiledCatalogue, today: string) => ({
  catalogue: { scenarios, personas, about },
  today,
});
const bare = ({ severity: _, names: __, ...fault }: Fault) => fault;
const line = ({ file, line: at, code, message, hint }: Fault) =>
  `${file}:${at} ${code} ${message}${hint === undefined ? '' : ` ${hint}`}`;
const count = (n: number, one: string, many: string) =>
  `${n === 0 ? 'aucune' : n} ${n > 1 ? many : one}`.replace(/^aucune point/, 'aucun point');

/** `play [id…]`: walks every edge, through the engine and the fake back ends. */
export async function play(ids: readonly string[], { root, json, today }: CommandOptions): Promise<Said> {
  const catalogue = compileCatalogue(root, { contracts, today });
  const known = Object.keys(catalogue.scenarios);
  const faults = catalogue.faults.filter(({ severity }) => severity === 'error');
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const about = faults.filter(({ file }) => file.endsWith(`${unknown}.yaml`));
    return {
      code: 1,
      text:
        about.length > 0
          ? about.map(line).join('\n')
          : `La démarche ${unknown} n'existe pas. Démarches : ${known.join(', ') || 'aucune'}.`,
    };
  }
  if (ids.length === 0 && faults.length > 0)
    return { code: 1, text: [...faults.map(line), 'Corrigez ces fautes avant de jouer les démarches.'].join('\n') };
  const scenarios = await workOnEach('walk', ids.length > 0 ? ids : known, siteOf(catalogue, today));
  const code = scenarios.some(({ failures, edges, edgesWalked }) => failures.length > 0 || edgesWalked < edges) ? 1 : 0;
  if (json) return { code, text: JSON.stringify({ scenarios }) };
  const lines = scenarios.flatMap(({ id, states, edges, edgesWalked, failures }) => [
    `${id} : ${states} états, ${edgesWalked} arêtes parcourues sur ${edges}`,
    ...failures.map((failure) => `  ${failure}`),
  ]);
  return { code, text: lines.join('\n') };
}

/** `new service/slug`: a file that passes `check`, to fill in. */
export function create(id: string | undefined, { root, today }: Pick<CommandOptions, 'root' | 'today'>): Said {
  if (id === undefined || !/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id)) {
    return {
      code: 1,
      text: 'Dites le service et la démarche, en minuscules sans accent : npm run scenarios -- new caf/ma-demarche',
    };
  }
  const [service = '', slug = ''] = id.split('/');
  const file = join(root, `${id}.yaml`);
  if (['personas', 'commun', 'parcours'].includes(service))
    return { code: 1, text: `« ${service} » n'est pas un service. Choisissez un autre nom.` };
  if (existsSync(file))
    return { code: 1, text: `Le fichier ${file} existe déjà. Choisissez un autre nom, ou modifiez-le.` };
  const catalogue = compileCatalogue(root, { contracts, today });
  const [persona] = Object.keys(catalogue.personas);
  const [skill] = Object.keys(catalogue.glossary.skills ?? {});
  if (persona === undefined || skill === undefined)
    return { code: 1, text: 'Il faut d’abord un personnage dans personas/ et une compétence dans glossaire.yaml.' };
  const written = [file];
  mkdirSync(dirname(file), { recursive: true });
  const serviceFile = join(root, service, 'service.yaml');
  if (!existsSync(serviceFile)) {
    writeFileSync(serviceFile, newService(service));
    written.push(serviceFile);
  }
  writeFileSync(file, newScenario({ service, slug, persona, skill, month: today.slice(0, 7) }));
  return { code: 0, text: `Écrit : ${written.join(', ')}\nÀ compléter, puis : npm run scenarios -- check ${file}` };
}

/** `renew`: gives the texts of variants the mark of the usual words of today, and says which are to be read again. */
export function renew({ root }: Pick<CommandOptions, 'root'>): Said {
  const { texts, renewed } = renewVariants(readLibrary(root));
  for (const [file, text] of texts) writeFileSync(join(root, file), text);
  const lines = renewed.map(
    ({ file, variant, path, usual, other }) =>
      `${join(root, file)}, variante ${variant}, ${path}\n  mots habituels : ${usual}\n  la variante dit : ${other}`,
  );
  if (lines.length === 0) return { code: 0, text: 'Toutes les empreintes des variantes sont à jour.' };
  return { code: 0, text: [...lines, 'Relisez ces lignes : leur empreinte est à jour.'].join('\n') };
}

/** `fidelity`: writes what is known of each screen. */
export async function fidelity({ root, today }: CommandOptions): Promise<Said> {
  const page = 'docs/fidelity.md';
  writeFileSync(page, fidelityPage(compileCatalogue(root, { contracts, today })));
  return { code: 0, text: `${page} est à jour.` };
}
