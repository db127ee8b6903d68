/**
 * Stands in for `@mswjs/interceptors/WebSocket` in the browser (alias in astro.config.mjs): msw names its classes for
 * `instanceof` only, and no service imitated here speaks over a socket. Saves 3 kB compressed.
 */
export class WebSocketClientConnection {}
export class WebSocketServerConnection {}
