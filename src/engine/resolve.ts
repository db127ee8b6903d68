import type { AnswerSource } from './condition.ts';
import type { Item, MessageTemplate, Paper, PaperSource, Persona, PersonaSource, SentMessage } from './persona.ts';
import { fillTemplate, type Scope } from './template.ts';
import type { Value } from './values.ts';

/** Settles a persona for the day on which a run began: monthly series become papers, texts are filled. */
export function resolvePersona(source: PersonaSource, today: string): Persona {
  const scope: Scope = { people: source.people, today };
  const unrolled = source.papers.flatMap(unroll);
  // Lines may quote the papers themselves: items first, texts after.
  const items = unrolled.map((paper) => ({
    ...paper,
    items: mapItems(paper.items, (item) => fillItem(item, monthScope(scope, paper))),
  }));
  const withPapers: Scope = { ...scope, papers: items };
  const papers = items.map((paper) => {
    const here = monthScope(withPapers, paper);
    return {
      ...paper,
      title: fillTemplate(paper.title, here),
      ...(paper.issuer === undefined ? {} : { issuer: fillTemplate(paper.issuer, here) }),
      ...(paper.lines === undefined ? {} : { lines: paper.lines.map((line) => fillTemplate(line, here)) }),
    };
  });
  return {
    ...source,
    title: fillTemplate(source.title, scope),
    story: fillTemplate(source.story, scope),
    papers,
    documents: source.documents.map((document) => ({ ...document, title: fillTemplate(document.title, withPapers) })),
  };
}

function unroll(source: PaperSource): readonly Paper[] {
  const { series, ...paper } = source;
  if (!series) return [paper];
  return Object.entries(series).map(([month, values]) => ({
    ...paper,
    id: `${paper.id}@${month}`,
    month: Number(month),
    items: mapItems(paper.items, (item, id) => (id in values ? { ...item, value: values[id] ?? null } : item)),
  }));
}

/** In a monthly paper `{mois:0}` is the paper's own month. */
function monthScope(scope: Scope, paper: Paper): Scope {
  if (paper.month === undefined) return scope;
  const [year = 0, month = 1] = scope.today.split('-').map(Number);
  const shifted = new Date(Date.UTC(year, month - 1 + paper.month, 15));
  return { ...scope, today: shifted.toISOString().slice(0, 10) };
}

function fillItem(item: Item, scope: Scope): Item {
  return {
    ...item,
    ...(typeof item.value === 'string' ? { value: fillTemplate(item.value, scope) } : {}),
    ...(item.shown === undefined ? {} : { shown: fillTemplate(item.shown, scope) }),
  };
}

function mapItems(items: Paper['items'], change: (item: Item, id: string) => Item): Paper['items'] {
  return Object.fromEntries(Object.entries(items).map(([id, item]) => [id, change(item, id)]));
}

/** What an answer may be looked up in. */
export interface AnswerScope {
  readonly persona: Persona;
  readonly today: string;
  /** Messages already arrived. */
  readonly messages: readonly SentMessage[];
  readonly templates: Readonly<Record<string, MessageTemplate>>;
  /** The month of a grid's cell, given to monthly papers that name none. */
  readonly month?: number;
  /** What was typed in a field of any screen, by "screen/field". Undefined: nothing, or gone with a reload. */
  readonly entered?: (path: string) => Value | undefined;
}

/** The right value from its source, or undefined when the source leads to nothing for this persona now. */
export function resolveAnswer(source: AnswerSource, scope: AnswerScope): Value | undefined {
  if ('value' in source) return source.value;
  if ('document' in source) return source.document;
  if ('invented' in source) return undefined;
  if ('entry' in source) return scope.entered?.(source.entry);
  if ('firstOf' in source) {
    for (const each of source.firstOf) {
      const value = resolveAnswer(each, scope);
      if (value !== undefined) return value;
    }
    return undefined;
  }
  if ('sum' in source) {
    const parts = source.sum.map((part) => resolveAnswer(part, scope));
    if (parts.every((part) => part === undefined)) return undefined;
    return parts.reduce<number>((total, part) => total + (typeof part === 'number' ? part : 0), 0);
  }
  if ('message' in source) return itemsOfLatest(source.message, scope)?.[source.item]?.value;
  const item = paperFor(source.paper, source.month ?? scope.month, scope.persona)?.items[source.item];
  if (!item) return undefined;
  if (source.first !== undefined) return String(item.value).slice(0, source.first);
  if (source.round === 'euro' && typeof item.value === 'number') return Math.round(item.value / 100) * 100;
  return item.value;
}

/** A paper by id; of a monthly series, the one of that month. */
export function paperFor(id: string, month: number | undefined, persona: Persona): Paper | undefined {
  return (
    persona.papers.find((paper) => paper.id === id) ?? persona.papers.find((paper) => paper.id === `${id}@${month}`)
  );
}

/** Items of a message, its variables filled. */
export function itemsOf(message: SentMessage, template: MessageTemplate, scope: Scope): Readonly<Record<string, Item>> {
  const filled = { ...scope, vars: message.vars };
  return Object.fromEntries(
    Object.entries(template.items ?? {}).map(([id, item]) => [
      id,
      { ...item, value: fillTemplate(item.value, filled) },
    ]),
  );
}

function itemsOfLatest(template: string, scope: AnswerScope): Readonly<Record<string, Item>> | undefined {
  const latest = scope.messages.filter((message) => message.template === template).at(-1);
  const written = scope.templates[template];
  return (
    latest &&
    written &&
    itemsOf(latest, written, { people: scope.persona.people, today: scope.today, papers: scope.persona.papers })
  );
}
