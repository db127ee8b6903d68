import type { Membership } from '#recording';

/** Where joining a group leaves the learner's card, in `localStorage`. */
const cardKey = 'replique.learner';

/** Who the learner is in a group, if they have joined one on this device. */
export function readMembership(storage: () => Pick<Storage, 'getItem'> = () => localStorage): Membership | null {
  try {
    const card: unknown = JSON.parse(storage().getItem(cardKey) ?? 'null');
    if (typeof card !== 'object' || card === null || !('learner' in card) || !('token' in card)) return null;
    const { learner, token } = card;
    return typeof learner === 'string' && typeof token === 'string' ? { learner, token } : null;
  } catch {
    return null; // storage is blocked, or the card damaged: practising goes on alone
  }
}
