import './no-web-storage.ts';
import { defineNetwork, NetworkReadyState } from 'msw/experimental';
import { http } from 'msw/http';
import { type BackEnd, type BackEndOptions, createBackEnd } from './back-end.ts';
import { FetchSource, HeldResponse } from './fetch-source.ts';
import type { FakeServices } from './services.ts';

/**
 * With its source, the only file that knows how MSW intercepts: in the page and in Node, through `fetch`, with no
 * service worker and no cookie (a mocked Set-Cookie would travel to our own server afterwards).
 */
export interface Network extends Pick<BackEnd, 'world' | 'messages' | 'markRead' | 'preset'> {
  /** Gives `fetch` back; once more changes nothing. */
  stop(): void;
}

export interface NetworkOptions extends BackEndOptions {
  /** Requests to this origin go through untouched: the page's own, unless told otherwise. */
  readonly ownOrigin?: string;
  /** How to bring the fake services that are not here yet, by name: each at its first call. */
  readonly later?: Readonly<Record<string, () => Promise<FakeServices[string]>>>;
  /** How to wait, real ms: tests pass their own. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** Ends the network that runs now: there is one `fetch`, so there is one network at a time. */
let stopRunning: () => void = () => {};

const address = /^https:\/\/([a-z0-9-]+)\.invalid\/([A-Za-z]+)$/;

/**
 * Starts answering `POST https://<service>.invalid/<operation>` with `{ outcome, data }`. Anything else that is not
 * for our own origin fails as if the network were down: no request leaves the exercise. A network started before stops:
 * a page has one run at a time.
 */
export function startNetwork(options: NetworkOptions): Network {
  const backEnd = createBackEnd(options);
  const ownOrigin = options.ownOrigin ?? globalThis.location?.origin;
  const wait = options.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));

  const base = globalThis.location?.href ?? ownOrigin;
  const network = defineNetwork({
    sources: [new FetchSource((to) => ownOrigin !== undefined && new URL(to, base).origin === ownOrigin)],
    handlers: [
      http.post(address, async ({ request }) => {
        const [, service = '', operation = ''] = address.exec(request.url) ?? [];
        const bring = backEnd.contract(service) ? undefined : options.later?.[service];
        const late = await bring?.().catch(() => undefined);
        if (late) backEnd.join(service, late);
        if (!backEnd.contract(service)?.operations[operation]) return Response.error();
        const input: unknown = await request.json();
        const { status, ...answer } = backEnd.call(service, operation, isRecord(input) ? input : {});
        const ms = backEnd.wait();
        if (ms > 0) await wait(ms);
        return new HeldResponse(answer, { status });
      }),
    ],
    // MSW's own message prints the body of the request, that is, what a learner typed: never let it speak.
    context: { quiet: true },
    onUnhandledFrame: 'bypass',
  });
  stopRunning();
  network.enable();
  const stop = () => {
    if (network.readyState === NetworkReadyState.ENABLED) network.disable();
  };
  stopRunning = stop;

  return {
    world: backEnd.world,
    messages: backEnd.messages,
    markRead: backEnd.markRead,
    preset: backEnd.preset,
    stop,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
