import type { Plugin } from 'vite';

/** What the first press calls, nearly all of it: groups of `chunks.ts`, the fake network, and the fake services. */
const groups = new Set(['run', 'desk']);
const fakes = /\/mocks\/(network|[^/]+\/index)\.ts$/;

/**
 * Has the browser prepare the functions of these scripts as they come, aside from the page's thread, instead of one by
 * one at the first press (decision 016). The words are Chromium's; others read a comment. It must be the first line, so it
 * is written when all else is.
 */
export function compileHints(): Plugin {
  return {
    name: 'compile-hints',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && (groups.has(file.name) || fakes.test(file.facadeModuleId ?? '')))
            file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
      },
    },
  };
}
