import type { Plugin, Rolldown } from 'vite';

/**
 * Leaves the style of what is loaded on demand (panes, coach, dialogs) with its script. Astro follows `import()` as it
 * follows `import`, so that each page would carry, inlined before its first word, styles that nothing on it wears yet.
 */
export function lazyStyles(): Plugin {
  return {
    name: 'lazy-styles',
    apply: 'build',
    generateBundle: {
      // Before Astro decides what goes into which page.
      order: 'pre',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          const styles = Object.keys(chunk.modules).filter((id) => /\.css(\?|$)/.test(id));
          if (styles.length === 0 || !styles.every((id) => isLazy(id, this))) continue;
          const { importedCss, importedAssets } = chunk.viteMetadata ?? {};
          if (!importedCss || !importedAssets) continue;
          for (const file of importedCss) {
            // In the browser's build the file stays, named by its script; drawn pages never ask for it.
            if (this.environment.name === 'client') importedAssets.add(file);
            else delete bundle[file];
          }
          if (this.environment.name !== 'client') importedCss.clear();
        }
      },
    },
  };
}

/** No page, layout or island reaches this module by plain imports alone. */
function isLazy(id: string, context: Pick<Rolldown.PluginContext, 'getModuleInfo'>): boolean {
  const seen = new Set<string>();
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const info = context.getModuleInfo(next);
    if (!info) return false;
    if (/\.astro(\?|$)/.test(next) || info.isEntry) return false;
    queue.push(...info.importers);
  }
  return true;
}
