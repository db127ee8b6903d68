import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeOfflineWorker } from './offline.ts';
import { precompress } from './precompress.ts';
import { preloadIslands } from './preload.ts';
import { tightenPolicies } from './tighten-policies.ts';

const registration = fileURLToPath(new URL('register-worker.ts', import.meta.url));

/** What remains to be done with the files once Astro has written them: preload, work offline, compress. */
export function finishBuild(): AstroIntegration {
  return {
    name: 'finish-build',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'build') injectScript('page', `import ${JSON.stringify(registration)};`);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const client = fileURLToPath(dir);
        preloadIslands(client);
        tightenPolicies(client);
        const { pages, version } = writeOfflineWorker(client);
        const { files, saved } = await precompress(client);
        logger.info(`offline worker ${version} for ${pages} pages; ${files} files compressed, ${saved} kB saved`);
      },
    },
  };
}
