/**
 * Stands in for `@mswjs/interceptors` in the browser (alias in astro.config.mjs): our own source brings the requests
 * (decision 015), and of that library msw then uses these few. Saves 4 kB compressed, and its debug log, which a word in
 * `localStorage` makes print the bodies of requests, that is, what a learner typed.
 */
export const createRequestId = (): string => Math.random().toString(16).slice(2);
export const getCleanUrl = (url: URL, isAbsolute = true): string => (isAbsolute ? url.origin : '') + url.pathname;
export const resolveWebSocketUrl = (url: string | URL): string => String(url);
export const FetchResponse = Response;
/** Named for `instanceof`, or in code that we do not reach. */
export class BatchInterceptor {}
export class WebSocketClientConnection {}
export class WebSocketServerConnection {}
