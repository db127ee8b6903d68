import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeOfflineWorker } from './offline.ts';
import { precompress } from './precompress.ts';
import { preloadIslands } from './preload.ts';
import { tightenPolicies } from './tighten-policies.ts';

/** What remains to be done with the files once Astro has written them: preload, work offline, compress. */
export function finishBuild(): AstroIntegration {
  return {
    name: 'finish-build',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const client = fileURLToPath(dir);
        preloadIslands(client);
        tightenPolicies(client);
        // Authors' tools, zod and YAML, are for the build alone.
        const { writeImitatedNames } = await import('./imitated-names.ts');
        writeImitatedNames('scenarios', join(client, '..'));
        const { pages, version } = writeOfflineWorker(client);
        const { files, saved } = await precompress(client);
        logger.info(`offline worker ${version} for ${pages} pages; ${files} files compressed, ${saved} kB saved`);
      },
    },
  };
}
