import { describe, expect, it } from 'vitest';
import { freshDevice, page } from '../../testing/device.ts';

freshDevice();

describe('a real identifier', () => {
  it('is refused, erased and recorded by its kind alone', async () => {
    const { session, events } = await page();
    session.entries.enter('secret', '2550814168025 38');
    expect(session.state.run?.view.entries['secret']).toBe('');
    expect(session.state.refused).toEqual({ field: 'secret', looksLike: 'nir' });
    await Promise.resolve();
    expect(events.at(-1)).toMatchObject({ type: 'RealDataRefused', field: 'secret', looksLike: 'nir' });
    expect(JSON.stringify(events)).not.toContain('2550814');
  });
});
