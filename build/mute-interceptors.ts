import type { Plugin } from 'vite';

const start = '//#region node_modules/.pnpm/ms@';
const end = 'const LOG_TIMESTAMP_REGEXP';

/**
 * Takes the `debug` library out of the interceptor's file, in the browser's build only. A word in `localStorage` would
 * make it print the bodies of requests, that is, what a learner typed; and it weighs 3 kB compressed.
 */
export function muteInterceptors(): Plugin {
  return {
    name: 'mute-interceptors',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    transform: {
      filter: { id: /@mswjs\/interceptors\/lib\/browser\/create-request-id-/ },
      handler(code) {
        const [head, rest] = code.split(start, 2);
        const tail = rest?.slice(rest.indexOf(end));
        if (
          head === undefined ||
          !rest?.includes(end) ||
          tail === undefined ||
          !tail.includes('import_browser.default)')
        ) {
          this.warn('The interceptor has changed: its debug log is in the build again.');
          return null;
        }
        const silent =
          'const import_browser = { default: () => Object.assign(() => {}, { enabled: false }), log() {} };\n';
        return { code: head + silent + tail, map: null };
      },
    },
  };
}
