import { type Block, type Facts, holds, type Screen } from '#engine';

/** What an application shows on the phone during this screen, or nothing. */
export function onPhone(
  screen: Screen | null | undefined,
  facts: Facts,
): Extract<Block, { kind: 'phone' }> | undefined {
  for (const block of screen?.blocks ?? []) if (block.kind === 'phone' && holds(block.when, facts)) return block;
  return undefined;
}
