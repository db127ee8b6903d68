import { wipeDevice } from '../../session/device/shelf.ts';
import type { Session } from '../../session/session.ts';

/** « Effacer et partir »: the run is left, all that the device holds of it is erased, and the page goes home. */
export async function leave(session: Session): Promise<void> {
  session.state.run?.leave();
  await session.end();
  // First the worker: it would fill its caches again, and the pages it keeps tell what was practised.
  await unregisterWorkers().catch(() => undefined);
  await wipeDevice();
  forgetInPage();
  location.replace('/');
}

async function unregisterWorkers(): Promise<void> {
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
}

/** What a page carries with it: cookies that scripts see, the name of its window, what it noted in its history. */
function forgetInPage(): void {
  for (const cookie of document.cookie.split('; ')) {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store exists on secure addresses only
    document.cookie = `${cookie.split('=')[0]}=; max-age=0; path=/`;
  }
  window.name = '';
  history.replaceState(null, '');
}
