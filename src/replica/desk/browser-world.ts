import { loadServices, openNetwork } from '#mocks';
import { readAsked } from '../session/asked.ts';
import type { Content } from '../session/content.ts';
import { readMembership } from '../session/device/membership.ts';
import { openShelf } from '../session/device/shelf.ts';
import { Session } from '../session/session.ts';
import { coreBlock, type Start } from './first.ts';

/** What the page itself carries, at its end: with the scripts in the browser's cache, an island may live before that. */
async function core(): Promise<Content> {
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  return JSON.parse(document.getElementById(coreBlock)?.textContent ?? '');
}

async function read(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The content answered ${response.status}.`);
  return (await response.json()) as Content;
}

/** Said once nothing more is to be loaded: the font and the offline worker wait for it (build/, layouts/). */
const atRest = 'replique:rest';

/** The session of this page: the browser's clock, network, storage and chance. */
function browserSession(first: Start): Session {
  const inPage = typeof window !== 'undefined';
  const calm = later<void>();
  // Who leaves at once leaves a trace all the same.
  if (inPage) addEventListener('pagehide', () => calm.resolve());
  return new Session({
    scenarioId: first.scenario,
    asked: readAsked(inPage ? location.search : ''),
    content: core,
    whole: () => read(first.content),
    startNetwork: openNetwork,
    loadRest: async () => {
      calm.resolve();
      await Promise.all([loadServices(first.services), interfaceHere.promise.then((rest) => rest())]);
      dispatchEvent(new Event(atRest));
    },
    shelf: openShelf,
    sink: async (soon) => {
      if (!soon) await calm.promise;
      return (await import('../session/device/sink.ts')).openSink();
    },
    clock: () => Date.now(),
    elapsed: () => performance.now(),
    inGroup: () => readMembership() !== null,
    onePane: () => inPage && !matchMedia('(min-width: 64rem)').matches,
    device: {
      screenSize: !inPage || innerWidth >= 1024 ? 'desktop' : innerWidth >= 640 ? 'tablet' : 'phone',
      pointer: inPage && matchMedia('(pointer: coarse)').matches ? 'touch' : 'mouse',
    },
  });
}

/**
 * Resolved by the interface, with how to load what comes later. It is not imported here: Astro puts the style of all that
 * a page's script can reach, on demand or not, before the page's first word.
 */
export const interfaceHere = later<() => Promise<unknown>>();

let begun: Session | undefined;

/**
 * The one session of this page. Whoever comes first begins it: `wake.ts`, while the interface is on its way, or the
 * interface itself.
 */
export const sessionOf = (start: Start): Session => {
  begun ??= browserSession(start);
  return begun;
};

function later<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve: (value) => resolve(value) };
}
