import type { Throttle } from '../accounts/throttle.ts';

const tenMinutes = 10 * 60 * 1000;
/** Codes unknown there that an address may have looked up. The claims of training/codes.ts and docs/securite.md rest on it. */
export const wrongCodes = { tries: 30, within: tenMinutes };
/** Requests of any kind: a room of thirty behind one address joins in a minute, two each. */
export const requests = { tries: 300, within: tenMinutes };
/** How long a code that was right at an address counts as known there: a day's workshop. */
export const known = { tries: 1, within: 12 * 60 * 60 * 1000 };

/** A code as somebody typed it: a group's (`enter`), or a personal one (`resume`). */
export interface TypedCode {
  readonly kind: 'enter' | 'resume';
  readonly code: string; // as readCode has it
  readonly address: string;
}

/**
 * Limits guessing without shutting a room out. A code that an address knows already is looked up freely: the answer tells
 * nothing new. One that was wrong there a moment ago is not looked up again, and counts once however many copy it. Any
 * other takes one of the address's tries *before* it is looked up, and gives it back when it is right; once they are used up
 * a right one and a wrong one get the same answer, and neither is looked at.
 */
export function createCodeTries(throttle: Throttle) {
  const name = (verdict: 'right' | 'wrong', { kind, code, address }: TypedCode) =>
    `${verdict} ${kind} ${code} from ${address}`;
  const wrongFrom = (address: string) => `wrong codes from ${address}`;
  const once = { tries: 1, within: tenMinutes };
  const queues = new Map<string, Promise<unknown>>();

  /** One at a time of each address: of a room that presses Enter together, all but the first find their code known. */
  function inTurn<T>(address: string, work: () => Promise<T>): Promise<T> {
    const turn = (queues.get(address) ?? Promise.resolve()).then(work, work);
    const last = turn
      .catch(() => undefined)
      .then(() => {
        if (queues.get(address) === last) queues.delete(address);
      });
    queues.set(address, last);
    return turn;
  }

  async function vouch(typed: TypedCode): Promise<void> {
    await throttle.allows(name('right', typed), known);
  }

  return {
    /** Counts a request, whatever it asks. */
    mayAsk: (address: string): Promise<boolean> => throttle.allows(`join from ${address}`, requests),

    /** Makes a code known at an address. */
    vouch,

    /** Looks a code up, if it may be. */
    tried<T>(
      typed: TypedCode,
      look: () => Promise<{ readonly answer: T; readonly right: boolean }>,
    ): Promise<T | 'known-wrong' | 'spent'> {
      return inTurn(typed.address, async () => {
        if (await throttle.spent(name('right', typed), known)) return (await look()).answer;
        if (await throttle.spent(name('wrong', typed), once)) return 'known-wrong';
        if (!(await throttle.allows(wrongFrom(typed.address), wrongCodes))) return 'spent';
        const { answer, right } = await look();
        if (right) {
          await throttle.giveBack(wrongFrom(typed.address));
          await vouch(typed);
        } else {
          await throttle.allows(name('wrong', typed), once);
        }
        return answer;
      });
    },
  };
}
