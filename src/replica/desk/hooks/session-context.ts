import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session } from '../../session/session.ts';
import type { SessionState } from '../../session/state.ts';

export const SessionContext = createContext<Session | null>(null);

export function useSessionObject(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No session.');
  return session;
}

/** A part of what the interface remembers. `select` must give back the same object when nothing changed. */
export function useSession<T>(select: (state: SessionState) => T): T {
  const { store } = useSessionObject();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.getState()),
    () => select(store.getInitialState()),
  );
}
