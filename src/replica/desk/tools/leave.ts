import { eraseAndGo } from '#leaving';
import type { Session } from '../../session/session.ts';

/** How long what waits to be sent may hold up who leaves, ms: a network that says nothing keeps nobody here. */
const patience = 3_000;

/** « Effacer et partir » from an exercise: the run is left, what waits is sent, then all is erased. */
export async function leave(session: Session): Promise<void> {
  session.state.run?.leave();
  const ended = session.end().catch(() => undefined);
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patience))]);
  await eraseAndGo();
}
