import 'fake-indexeddb/auto';
import { afterEach, vi } from 'vitest';
import { eraseStores } from '#leaving';
import { openShelf } from '../session/device/shelf.ts';
import type { Session } from '../session/session.ts';
import { sessionFor } from './session.ts';

const open: Session[] = [];

/** A session on the shelf of this device, as a page that opens. */
export async function page(given: Parameters<typeof sessionFor>[0] = {}) {
  const opened = sessionFor({ keeps: await openShelf(), ...given });
  open.push(opened.session);
  await opened.session.start();
  return opened;
}

/** The page is closed or reloaded: what is written stays, the memory goes. */
export async function close(session: Session) {
  session.keeper.now();
  session.release();
  await session.end();
}

/** Ends every page and wipes the device after each test of the file. */
export function freshDevice(): void {
  afterEach(async () => {
    for (const session of open.splice(0)) await session.end();
    await eraseStores();
    vi.unstubAllGlobals();
  });
}

export const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);
