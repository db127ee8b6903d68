import type { Site } from '../support/site.ts';

/** What a client of ours did and got: never followed, so that a redirection is seen. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser without a page: a member of staff with their cookie, or nobody. */
export interface Client {
  readonly cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** A form of this site's own. */
  send(path: string, fields: Readonly<Record<string, string>>, headers?: Record<string, string>): Promise<Answer>;
}

export const password = 'quatre mots au hasard';

export function clientOf(site: Pick<Site, 'origin'>, cookie = ''): Client {
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const stop = new AbortController();
    const answer = await fetch(site.origin + path, { ...init, redirect: 'manual', signal: stop.signal });
    // A stream never ends: its first words are enough.
    const streamed = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    const text = streamed ? '' : await answer.text();
    if (streamed) stop.abort();
    return { status: answer.status, headers: answer.headers, text };
  };
  return {
    cookie,
    get: (path, headers = {}) => ask(path, { headers: { cookie, ...headers } }),
    send: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { cookie, origin: site.origin, ...headers },
        body: new URLSearchParams(fields),
      }),
  };
}

/** The token of the first trainer's link, as the server prints it at start. */
export const firstToken = (site: Pick<Site, 'said'>): string =>
  /\/formateur\/lien\/([\w-]+)/.exec(site.said())?.[1] ?? '';

/** Opens an account by a one-time link, and stays signed in. */
export async function openAccount(site: Site, token: string, name: string): Promise<Client> {
  const answer = await clientOf(site).send(`/formateur/lien/${token}`, { nom: name, nouveau: password });
  if (answer.status !== 303) throw new Error(`The account of ${name} was not opened: ${answer.status}`);
  return clientOf(site, cookiesOf(answer));
}

export const cookiesOf = ({ headers }: Answer): string =>
  headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');

/** The token of a link that a trainer makes for a colleague. */
export async function invite(trainer: Client, role: 'trainer' | 'designer'): Promise<string> {
  const { text } = await trainer.send('/formateur/equipe', { action: 'inviter', role });
  return /\/formateur\/lien\/([\w-]+)/.exec(text)?.[1] ?? '';
}

/** Creates a group; returns the path of its page. */
export async function openGroup(trainer: Client, name: string): Promise<string> {
  return (await trainer.send('/formateur', { nom: name })).headers.get('location') ?? '';
}
