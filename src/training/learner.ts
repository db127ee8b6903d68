import type { HelpLevel, RunCondition } from '#recording';

/** What a trainer asked a group to practise. */
export interface Assignment {
  /** "service/procedure" */
  readonly scenario: string;
  readonly title: string;
  /** Null: the scenario's usual persona. */
  readonly persona: string | null;
  readonly level: HelpLevel;
  readonly conditions: readonly RunCondition[];
}

/** Body of `POST /api/join`: look a group up, join it under a nickname, or come back with one's own code. */
export type JoinRequest =
  | { readonly code: string; readonly nickname?: undefined; readonly resume?: undefined }
  | { readonly code: string; readonly nickname: string; readonly resume?: undefined }
  | { readonly resume: string; readonly code?: undefined; readonly nickname?: undefined };

/** The group was found: choose a nickname. */
export interface JoinChoice {
  readonly group: { readonly name: string };
  readonly nicknames: readonly string[];
  readonly assignment: Assignment | null;
}

/** The learner is in the group. `token` proves it with each batch of events; `resume` is shown once, to be kept. */
export interface Joined {
  readonly learner: string;
  readonly token: string;
  readonly resume: string;
  readonly nickname: string;
  readonly group: { readonly name: string };
  readonly assignment: Assignment | null;
}

/** Why not, with the sentence to show. Status 400, 404, 409, 410, 413 or 429. */
export interface JoinRefusal {
  readonly error:
    | 'bad-request'
    | 'unknown-code'
    | 'closed'
    | 'nickname-taken'
    | 'group-full'
    | 'too-many-tries'
    | 'too-large';
  readonly say: string;
}

/** What the device remembers of a learner in a group; nothing of it names a person. */
export interface LearnerCard {
  readonly learner: string;
  readonly token: string;
  readonly nickname: string;
  readonly group: string;
  readonly assignment: Assignment | null;
}

/** Key of the learner's card in `localStorage`. The recorder reads `learner` and `token` from it. */
export const learnerKey = 'replique.learner';

/** The card kept on this device, or null. A damaged one counts as none. */
export function readCard(storage: Pick<Storage, 'getItem'>): LearnerCard | null {
  try {
    const found: unknown = JSON.parse(storage.getItem(learnerKey) ?? 'null');
    return isCard(found) ? found : null;
  } catch {
    return null;
  }
}

/** Keeps the card of who has just joined. Its resume code is not kept: it is for the person, on paper. */
export function keepCard(storage: Pick<Storage, 'setItem'>, joined: Joined): LearnerCard {
  const { learner, token, nickname, group, assignment } = joined;
  const card: LearnerCard = { learner, token, nickname, group: group.name, assignment };
  storage.setItem(learnerKey, JSON.stringify(card));
  return card;
}

/** « Effacer et partir » : the device forgets the learner; their code brings them back. */
export function forgetCard(storage: Pick<Storage, 'removeItem'>): void {
  storage.removeItem(learnerKey);
}

function isCard(found: unknown): found is LearnerCard {
  if (typeof found !== 'object' || found === null) return false;
  const card = found as Partial<Record<keyof LearnerCard, unknown>>;
  return (['learner', 'token', 'nickname', 'group'] as const).every((key) => typeof card[key] === 'string');
}
