import { describe, expect, it } from 'vitest';
import { freshDevice, page } from '../testing/device.ts';

freshDevice();

describe('what is pointed at on a narrow window', () => {
  const field = { kind: 'field', id: 'nir' } as const;

  it('is brought from the coach, and named from another pane', async () => {
    const { session } = await page({ onePane: () => true });
    session.desk.openPane('coach');
    session.desk.point(field);
    expect(session.state.pane).toBe('site');
    session.desk.openPane('mail');
    session.desk.point(field);
    expect(session.state.pane).toBe('mail');
    expect(session.state.toast?.text).toMatch(/Revenez au site/);
  });

  it('moves nothing where all panes show', async () => {
    const { session } = await page({ onePane: () => false });
    session.desk.openPane('coach');
    session.desk.point(field);
    expect(session.state.pane).toBe('coach');
  });
});
