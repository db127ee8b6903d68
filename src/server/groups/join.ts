import { createHash, timingSafeEqual } from 'node:crypto';
import {
  type Assignment,
  freeNicknames,
  type JoinChoice,
  type Joined,
  type JoinRefusal,
  newCode,
  readCode,
} from '#training';
import type { Throttle } from '../accounts/throttle.ts';
import { createCodeTries } from './code-tries.ts';
import { assignmentOf, type GroupsOptions, hex } from './groups.ts';

export interface JoinOptions extends GroupsOptions {
  readonly throttle: Throttle;
  /** Keyed hash of resume codes. */
  readonly hash: (code: string) => string;
  /** Title of a scenario, or null when this server does not have it (any more). */
  readonly titleOf: (scenario: string) => string | null;
}

export type JoinAnswer =
  | { readonly status: 200; readonly body: JoinChoice | Joined }
  | { readonly status: 400 | 404 | 409 | 410 | 429; readonly body: JoinRefusal };

export type Join = ReturnType<typeof createJoin>;

/** How learners come in: without account, by a code on a card and a nickname from a list. */
export function createJoin({ db, now, random, throttle, hash, titleOf }: JoinOptions) {
  const assignment = async (group: string): Promise<Assignment | null> => {
    const found = await assignmentOf(db, group);
    const title = found === null ? null : titleOf(found.scenario);
    return found === null || title === null ? null : { ...found, title };
  };

  const codes = createCodeTries(throttle);

  async function resume(code: string): Promise<JoinAnswer> {
    const row = await db
      .selectFrom('learners')
      .innerJoin('groups', 'groups.id', 'learners.group_id')
      .select(['learners.id', 'learners.nickname', 'groups.id as group', 'groups.name', 'groups.closed_at'])
      .where('learners.resume_hash', '=', hash(code))
      .executeTakeFirst();
    if (row === undefined) return unknown;
    if (row.closed_at !== null) return refuse(410, 'closed');
    // A new device gets a new token; the old one no longer writes in this learner's name.
    const token = hex(random, 32);
    await db
      .updateTable('learners')
      .set({ token_hash: sha256(token) })
      .where('id', '=', row.id)
      .execute();
    const body = {
      learner: row.id,
      token,
      resume: code,
      nickname: row.nickname,
      group: { name: row.name },
      assignment: await assignment(row.group),
    };
    return { status: 200, body };
  }

  async function enter(code: string, nickname: string | null, address: string): Promise<JoinAnswer> {
    const group = await db
      .selectFrom('groups')
      .select(['id', 'name', 'closed_at'])
      .where('code', '=', code)
      .executeTakeFirst();
    if (group === undefined) return unknown;
    if (group.closed_at !== null) return refuse(410, 'closed');
    const rows = await db.selectFrom('learners').select('nickname').where('group_id', '=', group.id).execute();
    const free = freeNicknames(rows.map((row) => row.nickname));
    if (free.length === 0) return refuse(409, 'group-full');
    if (nickname === null) {
      return {
        status: 200,
        body: { group: { name: group.name }, nicknames: free, assignment: await assignment(group.id) },
      };
    }
    if (!free.includes(nickname)) return refuse(409, 'nickname-taken');
    const learner = hex(random, 16);
    const token = hex(random, 32);
    const resumeCode = newCode(random);
    const made = await db
      .insertInto('learners')
      .values({
        id: learner,
        group_id: group.id,
        nickname,
        token_hash: sha256(token),
        resume_hash: hash(resumeCode),
        created_at: now(),
      })
      // Two who choose the same nickname at the same instant: the key lets one in.
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if ((made.numInsertedOrUpdatedRows ?? 0n) === 0n) return refuse(409, 'nickname-taken');
    // Known where it was given: who loses their place in this room comes back to it, whatever others have typed there.
    await codes.vouch({ kind: 'resume', code: resumeCode, address });
    return {
      status: 200,
      body: {
        learner,
        token,
        resume: resumeCode,
        nickname,
        group: { name: group.name },
        assignment: await assignment(group.id),
      },
    };
  }

  return {
    /** Answers the body of `POST /api/join`, whatever it is. */
    async answer(body: unknown, address: string): Promise<JoinAnswer> {
      const asked = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
      const { code, nickname, resume: resumeCode } = asked;
      if (!(await codes.mayAsk(address))) return refuse(429, 'too-many-tries');
      const kind = typeof resumeCode === 'string' ? 'resume' : 'enter';
      const typed = kind === 'resume' ? resumeCode : code;
      if (typeof typed !== 'string') return refuse(400, 'bad-request');
      const read = readCode(typed);
      // It can be no code: it is a slip, and guesses nothing.
      if (read === null) return unknown;
      const look = () =>
        kind === 'resume' ? resume(read) : enter(read, typeof nickname === 'string' ? nickname : null, address);
      const found = await codes.tried({ kind, code: read, address }, async () => {
        const answer = await look();
        return { answer, right: answer !== unknown };
      });
      return found === 'known-wrong' ? unknown : found === 'spent' ? refuse(429, 'too-many-tries') : found;
    },

    /** The group's trainer has its code before their eyes at this address: who types it there does not guess. */
    vouch: (code: string, address: string) => codes.vouch({ kind: 'enter', code, address }),

    /** Whether the token is this learner's: what a batch of events must show to be counted as theirs. */
    async isLearner(learner: string, token: string): Promise<boolean> {
      const row = await db.selectFrom('learners').select('token_hash').where('id', '=', learner).executeTakeFirst();
      if (row === undefined) return false;
      return timingSafeEqual(Buffer.from(row.token_hash, 'hex'), Buffer.from(sha256(token), 'hex'));
    },
  };
}

const sentences: Readonly<Record<JoinRefusal['error'], string>> = {
  'bad-request': 'Tapez le code du groupe, ou votre code personnel.',
  'unknown-code': 'Ce code n’existe pas. Regardez la carte du groupe et tapez le code à nouveau.',
  closed: 'Ce groupe est fermé. Demandez à la personne qui anime l’atelier.',
  'nickname-taken': 'Ce surnom vient d’être pris. Choisissez-en un autre.',
  'group-full': 'Ce groupe est complet. Demandez à la personne qui anime l’atelier.',
  'too-many-tries': 'Il y a eu trop d’essais. Attendez dix minutes, puis recommencez.',
  'too-large': 'Ce qui a été envoyé est trop long.',
};

function refuse(status: 400 | 404 | 409 | 410 | 429, error: JoinRefusal['error']): JoinAnswer {
  return { status, body: { error, say: sentences[error] } };
}

const unknown = refuse(404, 'unknown-code');

/** Tokens are 256 random bits: a plain hash cannot be turned back. */
function sha256(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
