import { loadCoach } from '#coach';
import { loadPanes } from '../panes/index.ts';
import { readAsked } from '../session/asked.ts';
import { type Content, Session } from '../session/session.ts';
import { openShelf } from '../session/shelf.ts';
import { openSink, readMembership } from '../session/sink.ts';
import type { First } from './first.ts';

/** The session of this page: the browser's clock, network, storage and chance. */
export function browserSession(first: First): Session {
  const inPage = typeof window !== 'undefined';
  return new Session({
    scenarioId: first.scenario,
    asked: readAsked(inPage ? location.search : ''),
    content: async () => {
      const response = await fetch(first.content);
      if (!response.ok) throw new Error(`The content answered ${response.status}.`);
      return (await response.json()) as Content;
    },
    startNetwork: async (options) => (await import('#mocks')).startNetwork(options),
    // Each part that comes later, once nothing is waited for: the exercise then goes on without a network.
    loadRest: () => Promise.all([loadPanes(), loadCoach(), import('./ToolDialog.tsx')]),
    shelf: openShelf,
    sink: openSink,
    clock: () => Date.now(),
    inGroup: () => readMembership() !== null,
    device: {
      screenSize: !inPage || innerWidth >= 1024 ? 'desktop' : innerWidth >= 640 ? 'tablet' : 'phone',
      pointer: inPage && matchMedia('(pointer: coarse)').matches ? 'touch' : 'mouse',
    },
  });
}
