import { fileURLToPath } from 'node:url';
import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { chunkGroups, shortClassName } from './build/chunks.ts';
import { compileHints } from './build/compile-hints.ts';
import { finishBuild } from './build/finish.ts';
import { lazyStyles } from './build/lazy-styles.ts';
import { buildLeavingScript } from './build/leaving-script.ts';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The address under which a proxy publishes the site: without it, form posts that come by https get 403. */
const published = process.env.PUBLIC_URL ? new URL(process.env.PUBLIC_URL) : null;

export default defineConfig({
  output: 'static',
  adapter: node({ mode: 'middleware', bodySizeLimit: 256 * 1024 }),
  integrations: [react(), finishBuild()],
  i18n: { locales: ['fr'], defaultLocale: 'fr' },
  // The server answers both forms; pages link to the one with a slash, which is the file that plain hosts have.
  trailingSlash: 'ignore',
  session: false,
  // Its colours are inline styles, which the content-security policy refuses.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  // First paint in one round trip: the style of a page comes with it.
  build: { inlineStylesheets: 'always' },
  server: { port: Number(process.env.PORT ?? 4321), host: process.env.HOST ?? 'localhost' },
  security: {
    checkOrigin: true,
    allowedDomains: published ? [{ hostname: published.hostname, protocol: published.protocol.slice(0, -1) }] : [],
    csp: {
      // `form-action` is each page's own: 'none' on the replica (DESIGN §6), 'self' where a trainer signs in.
      directives: [
        "default-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "worker-src 'self'",
      ],
      // Attributes only: the tokens of a service are custom properties on its window.
      styleDirective: { resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }] },
    },
  },
  vite: {
    plugins: [lazyStyles(), compileHints(), buildLeavingScript(file('./src/leaving/main.ts'))],
    css: { modules: { generateScopedName: shortClassName } },
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } } } },
    },
    resolve: {
      alias: {
        '@mswjs/interceptors/WebSocket': file('./mocks/stubs/interceptors.ts'),
        '@mswjs/interceptors': file('./mocks/stubs/interceptors.ts'),
        '@msw/url': file('./mocks/stubs/msw-url.ts'),
        tldts: file('./mocks/stubs/tldts.ts'),
        'tough-cookie': file('./mocks/stubs/tough-cookie.ts'),
      },
    },
    server: { watch: { ignored: ['**/data/**', '**/.cache/**', '**/dist/**'] } },
  },
});
