import { loadCoach } from '#coach';
import { loadLateParts } from '../late/late.ts';
import { loadPanes } from '../panes/index.ts';
import { readAsked } from '../session/asked.ts';
import type { Content } from '../session/content.ts';
import { readMembership } from '../session/device/membership.ts';
import { openShelf } from '../session/device/shelf.ts';
import { Session } from '../session/session.ts';
import type { First } from './first.ts';

async function read(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The content answered ${response.status}.`);
  return (await response.json()) as Content;
}

/** The session of this page: the browser's clock, network, storage and chance. */
export function browserSession(first: First): Session {
  const inPage = typeof window !== 'undefined';
  const answerable = later();
  // Who leaves at once leaves a trace all the same.
  if (inPage) addEventListener('pagehide', answerable.resolve);
  return new Session({
    scenarioId: first.scenario,
    asked: readAsked(inPage ? location.search : ''),
    content: () => read(first.content.core),
    whole: () => read(first.content.whole),
    startNetwork: async (names, options) => {
      const { loadServices, startNetwork } = await import('#mocks');
      const services = await loadServices(names);
      answerable.resolve();
      return startNetwork({ ...options, services });
    },
    // Each part that comes later, once nothing is waited for: the exercise then goes on without a network.
    loadRest: () =>
      Promise.all([
        loadPanes(),
        loadCoach(),
        import('./ToolDialog.tsx'),
        loadLateParts(),
        import('./Ended.tsx'),
        import('./IdleWarning.tsx'),
        import('./Around.tsx'),
      ]),
    shelf: openShelf,
    sink: async (soon) => {
      if (!soon) await answerable.promise;
      return (await import('../session/device/sink.ts')).openSink();
    },
    clock: () => Date.now(),
    inGroup: () => readMembership() !== null,
    onePane: () => inPage && !matchMedia('(min-width: 64rem)').matches,
    device: {
      screenSize: !inPage || innerWidth >= 1024 ? 'desktop' : innerWidth >= 640 ? 'tablet' : 'phone',
      pointer: inPage && matchMedia('(pointer: coarse)').matches ? 'touch' : 'mouse',
    },
  });
}

function later(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}
