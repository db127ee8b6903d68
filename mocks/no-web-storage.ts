/**
 * Node warns on standard error when a library looks for `localStorage`, as a dependency of the interceptor does on
 * loading. In Node there is none for us: say so before it looks. In a page, and in a simulated one, nothing changes.
 */
if (globalThis.process?.release?.name === 'node' && !('window' in globalThis)) {
  Object.defineProperty(globalThis, 'localStorage', { value: undefined, configurable: true, writable: true });
}
