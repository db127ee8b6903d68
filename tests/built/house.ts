import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Site } from '../support/site.ts';
import { type Client, clientOf, firstToken, invite, openAccount, openGroup } from './staff.ts';

/** Somebody of a group, with a run: what their codes open. */
export interface Member {
  readonly learner: string;
  readonly nickname: string;
  /** Personal code, as on their card. */
  readonly resume: string;
  readonly run: string;
}

/** One trainer's group. */
export interface OneGroup {
  readonly id: string;
  readonly owner: Client;
}

/** A site with a trainer, another, a designer, and a group of each trainer. */
export interface House {
  readonly site: Site;
  readonly own: OneGroup;
  readonly other: OneGroup;
  /** Who asks, in the order of the table. */
  readonly who: Readonly<Record<'personne' | 'formateur' | 'concepteur', Client>>;
}

export const practised = 'caf/declaration-trimestrielle';

export async function openHouse(site: Site): Promise<House> {
  const nadia = await openAccount(site, firstToken(site), 'Nadia');
  const paul = await openAccount(site, await invite(nadia, 'trainer'), 'Paul');
  const lucie = await openAccount(site, await invite(nadia, 'designer'), 'Lucie');
  const open = async (owner: Client, name: string) => ({
    id: (await openGroup(owner, name)).split('/').at(-1) ?? '',
    owner,
  });
  return {
    site,
    own: await open(nadia, 'Groupe de Nadia'),
    other: await open(paul, 'Groupe de Paul'),
    who: { personne: clientOf(site), formateur: nadia, concepteur: lucie },
  };
}

/** What `POST /api/join` answers. */
export async function join({ origin }: Pick<Site, 'origin'>, body: object) {
  const answer = await fetch(`${origin}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> & { nicknames?: string[] } };
}

/** A new learner of a group, who has begun to practise. */
export async function addMember(site: Site, { id, owner }: OneGroup): Promise<Member> {
  const code = /[C-Y3-9]{4}-[C-Y3-9]{4}/.exec((await owner.get(`/formateur/groupes/${id}`)).text)?.[0] ?? '';
  const [nickname = ''] = (await join(site, { code })).body.nicknames ?? [];
  const { learner = '', token, resume = '' } = (await join(site, { code, nickname })).body;
  return { learner, nickname, resume, run: await begin(site, { learner, token }) };
}

/** A run that has just begun, of a learner or of nobody in any group: its id. */
export async function begin({ origin }: Pick<Site, 'origin'>, who: object = {}): Promise<string> {
  const hash = readdirSync(resolve(import.meta.dirname, `../../dist/client/contenu/${practised}`))[0]?.split('.')[0];
  const [run, secret, device] = [hex(), hex(), hex()];
  const begun = await fetch(`${origin}/api/events`, {
    method: 'POST',
    body: JSON.stringify({
      ...{ run, secret, device, ...who, scenario: `${practised}@${hash}` },
      events: [{ run, seq: 0, at: 0, type: 'PageShown' }],
    }),
  });
  const said = await begun.text();
  if (said !== '{"stored":1,"refused":[]}') throw new Error(`A run could not begin: ${said}`);
  return run;
}

const hex = (): string => randomBytes(16).toString('hex');
