import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sessionFor } from '../../testing/session.ts';
import { SessionContext } from './session-context.ts';
import { useRested } from './use-rested.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function rested() {
  const { session } = sessionFor();
  await session.start();
  const wrapper = ({ children }: { children: React.ReactNode }) => (
    <SessionContext value={session}>{children}</SessionContext>
  );
  const { result } = renderHook(useRested, { wrapper });
  act(() => vi.advanceTimersByTime(120));
  return { session, result, pass: (ms: number) => act(() => vi.advanceTimersByTime(ms)) };
}

it('shows what happened a moment later, and what was typed once the hands rest', async () => {
  const { session, result, pass } = await rested();
  act(() => session.record({ type: 'PaneOpened', pane: 'mail' }));
  expect(result.current.events.at(-1)?.type).not.toBe('PaneOpened');
  pass(120);
  expect(result.current.events.at(-1)?.type).toBe('PaneOpened');
  act(() => session.entries.enter('nir', '2'));
  pass(400);
  act(() => session.entries.enter('nir', '28'));
  pass(400);
  expect(result.current.view?.entries).not.toHaveProperty('nir');
  pass(220);
  expect(result.current.view?.entries).toHaveProperty('nir', '28');
});
