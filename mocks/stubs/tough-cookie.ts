/**
 * Stands in for the cookie jar of MSW. Our mocks keep their session in the run's world and never set a cookie: a real
 * jar would cost 8 kB and write `localStorage` when the module loads, which fails where storage is blocked.
 */
export const Cookie = { fromJSON: (): null => null };

export class MemoryCookieStore {
  idx: Record<string, never> = {};
}

export class CookieJar {
  getCookiesSync(): never[] {
    return [];
  }

  setCookie(): Promise<void> {
    return Promise.resolve();
  }
}
