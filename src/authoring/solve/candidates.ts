import {
  cellOf,
  type Field,
  type Item,
  itemsOf,
  kindOf,
  type Paper,
  type Persona,
  placeholdersOf,
  type RawEntry,
  rawOf,
  readEntry,
  type Scenario,
  type SentMessage,
  type Value,
} from '#engine';

/** What lies before the solver at one moment: papers, messages arrived. Nothing of the scenario's answers. */
export interface Desk {
  readonly persona: Persona;
  readonly papers: readonly Paper[];
  readonly messages: readonly SentMessage[];
  readonly scenario: Scenario;
  readonly today: string;
  /** By glossary term: what the solver made up itself, and remembers. */
  readonly invented: ReadonlyMap<string, RawEntry>;
  /** Papers that other fields of this screen were copied from. */
  readonly copied: ReadonlySet<string>;
}

/** A value found for a field, and the only paper that it stands on, if there is one; or why none could be. */
export type Found = { readonly raw: RawEntry; readonly paper?: string } | { readonly why: string };

interface Candidate {
  readonly item: Item;
  /** Empty for what stands in a message. */
  readonly paper: string;
  readonly person: string;
  readonly month: number | undefined;
}

/**
 * What a field asks, found by its glossary term in what the desk shows. Derivations are closed: the item as it is, its
 * first characters, its euros rounded, the sum of several papers of one month. A field whose own words quote a paper
 * (« chez {papier:contrat.employeur} ») asks for what stands on that one; where several papers say it differently, the
 * one being copied on this screen goes on being copied.
 */
export function find(field: Field, desk: Desk, cell?: string, prefilled: readonly Value[] = []): Found {
  if (field.input === 'captcha') return { raw: field.challenge }; // drawn on the screen itself
  if (field.input === 'tick') return { raw: field.required }; // a box that must be ticked is ticked
  if (field.input === 'new-password') return { raw: '' };
  if (field.asks === undefined) return { why: `rien ne dit ce que demande « ${field.id} » (asks)` };
  const invented = desk.invented.get(field.asks);
  if (invented !== undefined) return { raw: invented };
  const all = candidates(field.asks, desk);
  if (field.input === 'file') return file(field, all, desk);
  const claimant = desk.persona.people.find(({ role }) => role === 'claimant')?.id;
  const person = cell === undefined ? claimant : cellOf(cell).person;
  const month = cell === undefined ? monthSaid(field) : cellOf(cell).month;
  const named = papersSaid(field);
  const theirs = all.filter(
    (each) => (each.person === person || each.person === '') && (named.length === 0 || named.includes(each.paper)),
  );
  const monthly = theirs.filter((each) => each.month !== undefined);
  const fitting = month !== undefined && monthly.length > 0 ? monthly.filter((each) => each.month === month) : theirs;
  const [paper, ...more] = new Set(fitting.map((each) => each.paper));
  const found = choose(field, fitting, cell, prefilled);
  if ('raw' in found) return paper === undefined || more.length > 0 ? found : { ...found, paper };
  const same = fitting.filter((each) => desk.copied.has(each.paper));
  return same.length === 0 || same.length === fitting.length ? found : choose(field, same, cell, prefilled);
}

/** The month that the field itself names: « Net à payer, {mois:-2} ». */
function monthSaid({ label, hint = '' }: Field): number | undefined {
  const said = placeholdersOf(`${label} ${hint}`).find(({ name }) => name === 'mois' || name === 'mois-seul');
  return said && Number(said.argument);
}

/** The papers that the field itself quotes. */
function papersSaid({ label, hint = '' }: Field): readonly string[] {
  return placeholdersOf(`${label} ${hint}`).flatMap(({ name, argument }) =>
    name === 'papier' ? [argument.slice(0, argument.lastIndexOf('.'))] : [],
  );
}

/** Items with a term, on papers and in the newest message of each kind. */
function candidates(term: string, { papers, messages, persona, scenario, today }: Desk): readonly Candidate[] {
  const written = papers.flatMap((paper) =>
    Object.values(paper.items)
      .filter((item) => item.term === term)
      .map((item) => ({ item, paper: paper.id, person: paper.person, month: paper.month })),
  );
  const newest = new Map(messages.map((message) => [message.template, message]));
  const received = [...newest.values()].flatMap((message) => {
    const template = scenario.messages[message.template];
    const items = template ? Object.values(itemsOf(message, template, { people: persona.people, today, papers })) : [];
    return items
      .filter((item) => item.term === term)
      .map((item) => ({ item, paper: '', person: '', month: undefined, at: message.arrivesAt }));
  });
  // Several kinds of message may carry the same term: the last one to arrive is the one just asked for.
  const last = received.reduce<(typeof received)[number] | undefined>(
    (a, b) => (a === undefined || b.at >= a.at ? b : a),
    undefined,
  );
  return [...written, ...(last ? [last] : [])];
}

function choose(
  field: Field,
  found: readonly Candidate[],
  cell: string | undefined,
  prefilled: readonly Value[],
): Found {
  const values = found.map(({ item }) => item.value).filter((value) => value !== null);
  const name = cell === undefined ? field.id : `${field.id}/${cell}`;
  if (field.input === 'choices') {
    const ids = [...new Set(values.flat().map(String))].sort();
    return ids.length > 0 ? { raw: ids } : { why: `aucun papier ne répond à « ${name} »` };
  }
  if (cell !== undefined) return gridCell(values, prefilled, field, name);
  const asked = 'total' in field && field.total ? summed(values) : values;
  const readings = new Map(
    asked.flatMap((value) => derivations(field, value)).map((raw) => [JSON.stringify(readEntry(field, raw)), raw]),
  );
  const [raw] = readings.values();
  if (raw === undefined) return { why: `aucun papier ni message ne donne « ${name} »` };
  return readings.size === 1 ? { raw } : { why: `plusieurs papiers donnent « ${name} », avec des valeurs différentes` };
}

/** One value, the sum of them, when they are all numbers. */
function summed(values: readonly Exclude<Value, null>[]): readonly Exclude<Value, null>[] {
  if (values.length === 0 || !values.every((value) => typeof value === 'number')) return values;
  return [values.reduce((sum, value) => sum + value, 0)];
}

/**
 * A cell of a grid. What the service has filled in must be on a paper to be believed; a paper whose amount stands in
 * another cell of the same person and month is used up.
 */
function gridCell(values: readonly Value[], elsewhere: readonly Value[], field: Field, name: string): Found {
  const left = [...values];
  for (const used of elsewhere) {
    const index = left.indexOf(used);
    if (index >= 0) left.splice(index, 1);
  }
  if (left.length === 0) return { raw: '' };
  if (left.every((value) => typeof value === 'number'))
    return {
      raw: rawOf(
        field,
        left.reduce((sum, value) => sum + value, 0),
      ),
    };
  return { why: `« ${name} » demande un montant` };
}

/** The ways to write an item in a field, of those that the field accepts. */
function derivations(field: Field, value: Exclude<Value, null>): readonly RawEntry[] {
  const length = 'digits' in field ? field.digits : undefined;
  const ways = [
    rawOf(field, value),
    ...(typeof value === 'string' && length !== undefined && value.length > length ? [value.slice(0, length)] : []),
    ...(typeof value === 'number' && kindOf(field) === 'amount' ? [rawOf(field, Math.round(value / 100) * 100)] : []),
  ];
  const fits = (raw: RawEntry) =>
    readEntry(field, raw).state === 'read' && (!('options' in field) || field.options.some(({ id }) => id === raw));
  return ways.filter(fits).slice(0, 1);
}

/** A clear file, of an accepted format and weight, that shows a paper with the term. */
function file(field: Extract<Field, { input: 'file' }>, found: readonly Candidate[], { persona, papers }: Desk): Found {
  const shows = (paper: string) =>
    Object.values(papers.find(({ id }) => id === paper)?.items ?? {}).some((item) =>
      found.some((each) => each.item === item),
    );
  const good = persona.documents.filter(
    ({ paper, format, quality, megabytes }) =>
      shows(paper) && field.accept.includes(format) && quality === 'sharp' && megabytes <= field.maxMegabytes,
  );
  return good[0] ? { raw: good[0].id } : { why: `aucun document ne convient à « ${field.id} »` };
}
