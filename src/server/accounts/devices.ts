import { timingSafeEqual } from 'node:crypto';

const cookie = 'replique.device';
const year = 365 * 24 * 60 * 60; // seconds
/** Colleagues who share a computer, the last ones first. */
const atMost = 4;

export type Devices = ReturnType<typeof createDevices>;

/**
 * « Device cookies » (OWASP, *Slow Down Online Guessing Attacks with Device Cookies*): a device on which somebody has
 * signed in proves it, and has tries of its own. Strangers' tries, from the same room or as the same person, then shut out
 * neither. The proof opens nothing and names nobody: chance, and a keyed hash of it with the account.
 *
 * @param hash keyed hash
 * @param random 128 bits, in hex
 */
export function createDevices(hash: (text: string) => string, random: () => string) {
  const proof = (who: string, chance: string): string => hash(`${who} ${chance}`).slice(0, 32);
  const isOf = (who: string, token: string): boolean => {
    const [chance = '', given = ''] = token.split('.');
    return timingSafeEqual(Buffer.from(proof(who, chance)), Buffer.from(given));
  };
  const set = (origin: string, value: string, seconds: number): string =>
    `${cookie}=${value}; Max-Age=${seconds}; Path=/formateur; HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}`;

  return {
    /** What this device's tries as `who` are counted by; null for a device on which they have not signed in. */
    of(headers: Headers, who: string): string | null {
      return (
        tokensOf(headers)
          .find((token) => isOf(who, token))
          ?.split('.')[0] ?? null
      );
    },

    /** The cookie for a device on which `who` has just signed in, beside the others it is known for. */
    remember({ headers, origin }: { readonly headers: Headers; readonly origin: string }, who: string): string {
      const chance = random();
      const others = tokensOf(headers).filter((token) => !isOf(who, token));
      return set(origin, [`${chance}.${proof(who, chance)}`, ...others].slice(0, atMost).join('_'), year);
    },

    /** The cookie that makes a device a stranger again, for everybody. */
    forget: (origin: string): string => set(origin, '', 0),
  };
}

function tokensOf(headers: Headers): readonly string[] {
  const [, value = ''] = /(?:^|;\s*)replique\.device=([^;]*)/.exec(headers.get('cookie') ?? '') ?? [];
  return value.split('_').filter((token) => /^[0-9a-f]{32}\.[0-9a-f]{32}$/.test(token));
}
