import { describe, expect, it, vi } from 'vitest';
import { serviceNames } from './services.ts';

describe('a fake service that is loaded', () => {
  it.each(serviceNames)('%s formats no date: the first one holds a slow phone for 200 ms', async (name) => {
    vi.resetModules();
    const formatters = ['DateTimeFormat', 'NumberFormat'] as const;
    const spies = formatters.map((each) => vi.spyOn(Intl, each));
    const { loadServices } = await import('./services.ts');
    await loadServices([name]);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
