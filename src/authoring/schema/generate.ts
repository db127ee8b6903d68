import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { faultCatalogue } from '../faults/catalogue.ts';
import { brands, glossary, persona, scenario, screen, service, shared, sources } from './index.ts';

/**
 * `node src/authoring/schema/generate.ts` rewrites what comes from the schema: `scenarios/schema.json` for editors and
 * the reference page `docs/langage.md`. A test fails when they drift.
 */
const command = 'node src/authoring/schema/generate.ts';

const files = { scenario, service, persona, shared, sources, glossary, brands };
type FileKind = keyof typeof files;

/** The JSON Schema that editors read: a file is one of the kinds. */
export function editorSchema(): string {
  const { $schema, ...whole } = z.toJSONSchema(
    z.union([
      scenario,
      service,
      persona,
      shared.safeExtend({ screen: screen.optional(), screens: z.record(z.string(), screen).optional() }),
      glossary,
      sources,
      brands,
    ]),
    { io: 'input', reused: 'inline', unrepresentable: 'any' },
  ) as Record<string, unknown>;
  return `${JSON.stringify({ $schema, $comment: `Généré par « ${command} ». Ne pas modifier.`, title: 'Fichiers de scenarios/', ...whole }, null, 1)}\n`;
}

interface Node {
  readonly description?: string;
  readonly type?: string;
  readonly $ref?: string;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, Node>>;
}

const titles: Readonly<Record<FileKind, string>> = {
  scenario: 'Une démarche : `scenarios/<service>/<démarche>.yaml`',
  service: 'Un service : `scenarios/<service>/service.yaml`',
  persona: 'Un personnage : `scenarios/personas/<id>.yaml`',
  shared: 'Des écrans partagés : `scenarios/commun/<id>.yaml`',
  sources: 'Les sources : `scenarios/sources.yaml`',
  glossary: 'Les mots et les compétences : `scenarios/glossaire.yaml`',
  brands: 'Les noms et les couleurs qui sont à d’autres : `scenarios/marques.yaml`',
};

/** The pieces that several files share, by name. */
const definitions = new Map<string, Node>();

/** The reference page, in French, made of the schema's own descriptions. */
export function referencePage(): string {
  definitions.clear();
  const parts = (Object.keys(files) as FileKind[])
    .map((kind) => {
      const whole = z.toJSONSchema(files[kind], { io: 'input', unrepresentable: 'any' }) as Node;
      for (const [name, definition] of Object.entries(whole.$defs ?? {})) definitions.set(name, definition);
      // A schema with an id of its own stands among the definitions, and the root only names it.
      const node = whole.$defs?.[whole.$ref?.split('/').at(-1) ?? ''] ?? whole;
      return () => `## ${titles[kind]}\n\n${node.description ?? ''}\n\n${table(node)}`;
    })
    .map((write) => write());
  const shown = [...definitions].filter(([name]) => !(name in files)).sort(([a], [b]) => (a < b ? -1 : 1));
  const pieces = shown.map(([name, node]) => `### ${name}\n\n${node.description ?? ''}\n\n${forms(node)}`);
  const codes = Object.keys(faultCatalogue).map((code) => `\`${code}\``);
  return `<!-- Généré par « ${command} ». Ne pas modifier. -->

# Le langage des démarches

Une démarche est un fichier YAML. Chaque clé ci-dessous vient du schéma : une clé inconnue est une faute, avec son fichier
et sa ligne. Vérifier : \`npm run scenarios -- check\`. Commencer un fichier : \`npm run scenarios -- new service/nom\`.
Pour que l'éditeur aide, mettez en première ligne : \`# yaml-language-server: $schema=../schema.json\`.

## Ce que les accolades remplissent

| écrit | devient |
| --- | --- |
| \`{prénom}\`, \`{nom}\` | prénom et nom du personnage |
| \`{prénom:conjoint}\` | prénom du conjoint ; aussi \`enfant\`, ou l'identifiant d'une personne |
| \`{mois:-2}\`, \`{mois-seul:-2}\` | « septembre 2026 », « septembre » : deux mois avant aujourd'hui |
| \`{jour}\`, \`{jour:P3W}\`, \`{jour:-P2D}\` | aujourd'hui, dans 3 semaines, il y a 2 jours |
| \`{jour:M-1}\`, \`{date:M0}\` | le premier jour du mois dernier, de ce mois-ci |
| \`{date:-P10D}\` | dans la valeur d'un papier : la date elle-même, pour un champ de date |
| \`{papier:carte-vitale.nir13}\`, \`{papier:fiche-de-paie@-2.brut}\` | ce qui est écrit sur un papier |
| \`{donnée:caf.readReceipt.number}\` | une donnée apportée par une opération |
| \`{var:code}\` | dans un message : ce que le faux service y met |

Dans un écran partagé, \`$nom\` (valeur entière) et \`{$nom}\` (dans un texte) sont ses paramètres, ses sorties, et les
écrans de son fichier. Dans un exemple,
\`fill: { code: "{code}" }\` saisit la bonne réponse du champ \`code\` à cet instant.

${parts.join('\n\n')}

## Les pièces

${pieces.join('\n\n')}

## Les codes de fautes

Un code ne change jamais de sens. ${codes.join(', ')}.
`;
}

function forms(node: Node): string {
  const many = node.anyOf ?? node.oneOf;
  if (!many) return table(node);
  return many
    .map((each) =>
      each.properties
        ? `${formTitle(each)}\n\n${table(each)}`
        : `- ${typeOf(each)}${each.description ? ` : ${each.description}` : ''}`,
    )
    .join('\n\n');
}

function formTitle({ properties = {} }: Node): string {
  const kind = properties['kind']?.const;
  return kind === undefined
    ? `**\`${Object.keys(properties)[0]}\`**`
    : `**\`kind: ${String(kind)}\`** — ${properties['kind']?.description ?? ''}`;
}

function table({ properties, required = [], additionalProperties }: Node): string {
  if (!properties)
    return typeof additionalProperties === 'object'
      ? `Des noms, et pour chacun : ${typeOf(additionalProperties)}.\n\n${table(additionalProperties)}`.trim()
      : '';
  const rows = Object.entries(properties).map(
    ([name, node]) => `| \`${name}\`${required.includes(name) ? ' *' : ''} | ${typeOf(node)} | ${cell(node)} |`,
  );
  return ['| clé (\\* : obligatoire) | valeur | sens |', '| --- | --- | --- |', ...rows].join('\n');
}

function cell(node: Node): string {
  const inner = node.properties
    ? ` Clés : ${Object.keys(node.properties)
        .map((name) => `\`${name}\``)
        .join(', ')}.`
    : '';
  return `${(node.description ?? node.items?.description ?? definitions.get(node.$ref?.split('/').at(-1) ?? '')?.description ?? '').replace(/\|/g, '\\|')}${inner}`;
}

function typeOf(node: Node): string {
  if (node.$ref) return `[${node.$ref.split('/').at(-1)}](#${node.$ref.split('/').at(-1)?.toLowerCase()})`;
  if (node.const !== undefined) return `\`${String(node.const)}\``;
  if (node.enum) return node.enum.map((each) => `\`${String(each)}\``).join(', ');
  const many = node.anyOf ?? node.oneOf;
  if (many) return [...new Set(many.map(typeOf))].join(' ou ');
  if (node.type === 'array') return `liste de ${node.items ? typeOf(node.items) : 'valeurs'}`;
  if (node.type === 'object')
    return typeof node.additionalProperties === 'object' ? `noms → ${typeOf(node.additionalProperties)}` : 'clés';
  return (
    { string: 'texte', number: 'nombre', integer: 'nombre entier', boolean: 'true ou false' }[node.type ?? ''] ??
    'valeur'
  );
}

if (import.meta.main) {
  writeFileSync('scenarios/schema.json', editorSchema());
  writeFileSync('docs/langage.md', referencePage());
}
