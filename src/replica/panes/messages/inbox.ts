import {
  addDuration,
  dayOf,
  fillTemplate,
  itemsOf,
  type MessageTemplate,
  noonOf,
  type Persona,
  type Scope,
  type SentMessage,
} from '#engine';
import type { InboxMessage } from '../types.ts';

export interface InboxOptions {
  /** ISO day on which the run began: texts and earlier messages count from it. Default: the day of `now`. */
  readonly today?: string;
  /** Ids of the messages that were there before the run and have been opened. Those sent carry `read` themselves. */
  readonly opened?: ReadonlySet<string>;
  /** Data brought by operations, for templates that quote it. */
  readonly data?: NonNullable<Scope['data']>;
}

/**
 * Every message that has arrived by `now`, its template filled, newest first: those that stood there before the run,
 * and those sent since. A message whose template is unknown is left out: `check` refuses it at its author's.
 */
export function inbox(
  persona: Persona,
  sent: readonly SentMessage[],
  templates: Readonly<Record<string, MessageTemplate>>,
  now: number,
  { today = dayOf(now), opened = new Set(), data }: InboxOptions = {},
): readonly InboxMessage[] {
  const scope: Scope = { people: persona.people, today, papers: persona.papers, ...(data ? { data } : {}) };
  const earlier = persona.mailbox.map((template) => {
    const arrivesAt = addDuration(noonOf(today), `-${template.ago}`);
    return filled(
      { id: template.id, template: template.id, arrivesAt, vars: {}, read: opened.has(template.id) },
      template,
      scope,
    );
  });
  const since = sent.flatMap((message) => {
    const template = templates[message.template];
    return template ? [filled(message, template, scope)] : [];
  });
  return [...earlier, ...since]
    .filter((message) => message.arrivesAt <= now)
    .sort((a, b) => b.arrivesAt - a.arrivesAt || b.id.localeCompare(a.id));
}

/** When the next message arrives after `now`, or null: the desk asks for `inbox` again then. */
export function nextArrival(sent: readonly SentMessage[], now: number): number | null {
  const later = sent.map((message) => message.arrivesAt).filter((at) => at > now);
  return later.length > 0 ? Math.min(...later) : null;
}

function filled(message: SentMessage, template: MessageTemplate, scope: Scope): InboxMessage {
  const here: Scope = { ...scope, vars: message.vars };
  const fill = (text: string) => fillTemplate(text, here);
  return {
    id: message.id,
    template: message.template,
    channel: template.channel,
    folder: template.folder ?? 'inbox',
    from: fill(template.from),
    ...(template.address === undefined ? {} : { address: template.address }),
    subject: fill(template.subject),
    lines: template.lines.map(fill),
    items: itemsOf(message, template, scope),
    arrivesAt: message.arrivesAt,
    read: message.read,
  };
}
