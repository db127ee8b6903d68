import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { bringToSight } from './bring-to-sight.ts';

/** A pane 200 high around an item 900 below its top: jsdom draws nothing, so the sizes are lent. */
function scene() {
  render(
    <>
      <input aria-label="Champ" />
      <div data-testid="pane" style={{ overflowY: 'auto' }}>
        <span data-testid="item">1 107,24</span>
      </div>
    </>,
  );
  const [pane, item] = [screen.getByTestId('pane'), screen.getByTestId('item')];
  Object.defineProperties(pane, { scrollHeight: { value: 2000 }, clientHeight: { value: 200 } });
  pane.getBoundingClientRect = () => new DOMRect(0, 100, 300, 200);
  item.getBoundingClientRect = () => new DOMRect(0, 1000, 60, 20);
  pane.scrollBy = vi.fn();
  item.scrollIntoView = vi.fn();
  return { pane, item };
}

it('moves only the pane while someone types', () => {
  const { pane, item } = scene();
  screen.getByLabelText('Champ').focus();
  bringToSight(item);
  expect(pane.scrollBy).toHaveBeenCalledWith({ top: 810, behavior: 'auto' });
  expect(item.scrollIntoView).not.toHaveBeenCalled();
});

it('brings the item to the middle of the screen otherwise', () => {
  const { pane, item } = scene();
  bringToSight(item);
  expect(item.scrollIntoView).toHaveBeenCalledOnce();
  expect(pane.scrollBy).not.toHaveBeenCalled();
});
