import type { Plugin } from 'vite';

/** What the first press calls, by chunk: nearly all of it. */
const called = new Set(['run', 'desk', 'network', 'caf', 'ants', 'pole-emploi']);

/**
 * Has the browser prepare the functions of these scripts as they come, aside from the page's thread, instead of one by
 * one at the first press: a third of the time that press took on a poor phone. The words are Chromium's; others read a
 * comment. It must be the first line, so it is written when all else is.
 */
export function compileHints(): Plugin {
  return {
    name: 'compile-hints',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && called.has(file.name)) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
      },
    },
  };
}
