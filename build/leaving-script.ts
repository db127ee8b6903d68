import type { Plugin } from 'vite';

/** Its address: pages name it before it is built, so that it has no hash. */
export const leavingScript = '/leaving.js';

/**
 * Builds « Effacer et partir » as a script of its own (src/leaving/main.ts). Learners' pages ask for it; a desk only once
 * nothing more is waited for (src/layouts/head-script.ts), so that it is no part of what an act needs.
 */
export function buildLeavingScript(id: string): Plugin {
  return {
    name: 'leaving-script',
    apply: 'build',
    buildStart() {
      if (this.environment.name === 'client') this.emitFile({ type: 'chunk', id, fileName: leavingScript.slice(1) });
    },
  };
}
