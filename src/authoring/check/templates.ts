import { datedPlaceholders, fill, type Persona, type Placeholder, placeholdersOf, resolvePersona } from '#engine';
import { compilePersona } from '../compile/persona.ts';
import type { Placed } from '../compile/placed.ts';
import { type Fault, fault, type Spot } from '../faults/fault.ts';
import type { Loaded } from '../load/load.ts';
import { nearest } from '../nearest.ts';
import { isBrought, operationOf } from './brought.ts';
import type { Subject } from './check.ts';
import { callsIn, type Part, stringsIn } from './parts.ts';

const names = ['prénom', 'nom', 'mois', 'mois-seul', 'jour', 'date', 'papier', 'donnée', 'var'];
// Parts of a file that are not read by people, or whose braces mean something else.
const notTexts = new Set([
  'examples',
  'address',
  'calls',
  'with',
  'asks',
  'prefill',
  'evidence',
  'cells',
  'answer',
  'tokens',
  'takeAway.site',
]);

/** Every placeholder of a screen's texts leads to something for one persona at least. */
export function checkScreenTemplates(subject: Subject, placed: Placed): readonly Fault[] {
  const { scenario } = subject;
  const personas = personasOf(subject);
  const texts = readable(placed.source);
  const faults = texts.flatMap(({ path, is }) => [
    ...check(is, personas, subject, () => placed.at(path)),
    ...placeholdersOf(is)
      .filter(({ name, argument }) => name === 'donnee' && isKnownData(argument, subject))
      .filter(({ argument }) => placed.id in scenario.screens && !isBrought(operationOf(argument), placed.id, subject))
      .map((each) => fault('S028', placed.at(path), { text: written(each), calls: operationOf(each.argument) })),
  ]);
  if (placed.id !== scenario.start) return faults;
  // Its HTML is written once, at build: what the coach says is not in it.
  const fixed = ['prenom', 'nom', 'papier'];
  const moving = [...datedPlaceholders, 'donnee', ...(scenario.personas.length > 1 ? fixed : [])];
  const built = texts.filter(({ path }) => !path.includes('coach') && !path.includes('errors') && !path.includes('on'));
  return [
    ...faults,
    ...built.flatMap(({ path, is }) =>
      placeholdersOf(is)
        .filter(({ name }) => moving.includes(name))
        .map((each) => fault('S038', placed.at(path), { text: written(each) })),
    ),
  ];
}

/** The texts of a scenario around its screens, and of its service's messages. */
export function checkScenarioTemplates(subject: Subject): readonly Fault[] {
  const { assembled, scenario } = subject;
  const { screens: _, uses: __, ...rest } = assembled.file.data;
  const personas = personasOf(subject);
  const own = readable(rest).flatMap(({ path, is }) =>
    check(is, personas, subject, () => assembled.file.at(path), path[0] === 'messages'),
  );
  const brought = new Map(
    [...assembled.screens.values()].flatMap(({ shared }) => (shared ? [[shared.file, shared]] : [])),
  );
  const others = [...brought].flatMap(([name, { messages }]) => {
    const source = subject.loaded.shared.get(name);
    return source ? [{ messages, source }] : [];
  });
  const all = [{ messages: assembled.service.data.messages ?? {}, source: assembled.service }, ...others];
  const messages = all.flatMap(({ messages, source }) =>
    readable(messages).flatMap(({ path, is }) =>
      check(is, personas, subject, () => source.at(['messages', ...path]), true),
    ),
  );
  return scenario.personas.length === 0 ? [] : [...own, ...messages];
}

/** The texts of the personas' own papers and messages. */
export function checkPersonaTemplates({ personas }: Loaded, today: string): readonly Fault[] {
  return [...personas.values()].flatMap((source) => {
    const persona = resolvePersona(compilePersona(source.data), today);
    return readable(source.data).flatMap(({ path, is }) => check(is, [persona], null, () => source.at(path)));
  });
}

const resolved = new WeakMap<Subject, readonly Persona[]>();

function personasOf(subject: Subject): readonly Persona[] {
  const { loaded, scenario, today } = subject;
  const sources = scenario.personas.flatMap((id) => loaded.personas.get(id) ?? []);
  const known = resolved.get(subject) ?? sources.map(({ data }) => resolvePersona(compilePersona(data), today));
  resolved.set(subject, known);
  return known;
}

const readable = (value: unknown): readonly Part<string>[] =>
  stringsIn(value).filter(({ path, is }) => is.includes('{') && !path.some((key) => notTexts.has(String(key))));

function check(
  text: string,
  personas: readonly Persona[],
  subject: Subject | null,
  at: () => Spot,
  isMessage = false,
): readonly Fault[] {
  if (personas.length === 0) return [];
  const found = placeholdersOf(text);
  const faults = found
    .filter((each) => !leads(each, personas, subject, isMessage))
    .map((each) => fault('S028', at(), { text: written(each), near: near(each) }));
  const left = found.reduce((rest, _) => rest.replace(/\{[\p{L}-]+(:[^{}]*)?\}/u, ''), text);
  const stray = /\{[^{}]*\}?|\}/.exec(left)?.[0];
  return stray === undefined ? faults : [...faults, fault('S028', at(), { text: stray })];
}

function leads(each: Placeholder, personas: readonly Persona[], subject: Subject | null, isMessage: boolean): boolean {
  if (each.name === 'var') return isMessage && each.argument !== '';
  if (each.name === 'donnee') return subject !== null && isKnownData(each.argument, subject);
  // In a text of the service the claimant is always someone; a partner is for those who have one.
  return personas.some((persona) => {
    const value = fill(each, { people: persona.people, papers: persona.papers, today: '2026-01-15' });
    return value !== undefined && value !== '';
  });
}

function isKnownData(argument: string, { assembled, contracts }: Subject): boolean {
  const [service = '', name = '', key = ''] = argument.split('.');
  const operation = contracts[service]?.operations[name];
  const called = [...assembled.screens.values()].some((placed) =>
    callsIn(placed).some(({ is }) => is.calls === `${service}.${name}`),
  );
  return called && Object.values(operation?.outcomes ?? {}).some(({ data }) => data?.includes(key));
}

const written = ({ name, argument }: Placeholder): string => (argument === '' ? `{${name}}` : `{${name}:${argument}}`);

function near({ name }: Placeholder): string | undefined {
  const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
  if (names.some((each) => bare(each) === bare(name))) return undefined;
  const found = nearest(name, names);
  return found === undefined ? undefined : `{${found}}`;
}
