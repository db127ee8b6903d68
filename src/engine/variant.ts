import { fieldsOf } from './machine.ts';
import type { Block, Scenario, Screen } from './scenario/index.ts';

/** The parts of a screen whose words a variant may change: "screen/title", "screen/<field or action>/<key>". */
export const variantKeys = ['label', 'hint', 'text', 'title'] as const;

/**
 * The same scenario in a variant's words: the graph, the answers and the ids do not move, so that two wordings can be
 * compared. Unknown paths change nothing: `check` refuses them.
 */
export function applyVariant(scenario: Scenario, variant: string | null | undefined): Scenario {
  const texts = scenario.variants.find(({ id }) => id === variant)?.texts;
  if (!texts) return scenario;
  const screens = Object.fromEntries(
    Object.entries(scenario.screens).map(([id, screen]) => [id, reword(screen, (path) => texts[`${id}/${path}`])]),
  );
  return { ...scenario, screens };
}

/** A text that a variant changes, and where. */
export interface Rewording {
  readonly screen: string;
  readonly usual: string;
  readonly other: string;
}

/** What a variant says otherwise, in the order of its file. */
export function rewordingsOf(scenario: Scenario, variant: string): readonly Rewording[] {
  const texts = scenario.variants.find(({ id }) => id === variant)?.texts ?? {};
  return Object.entries(texts).flatMap(([path, other]) => {
    const [id = '', part = '', key = ''] = path.split('/');
    const screen = scenario.screens[id];
    if (!screen) return [];
    const parts: readonly { readonly id: string }[] = [...fieldsOf(screen), ...screen.actions];
    const changed = parts.find((each) => each.id === part) as Readonly<Record<string, unknown>> | undefined;
    const usual = part === 'title' ? screen.title : changed?.[key];
    return typeof usual === 'string' ? [{ screen: id, usual, other }] : [];
  });
}

function reword(screen: Screen, wordsAt: (path: string) => string | undefined): Screen {
  const rewordPart = <Part extends object>(part: Part, id: string): Part => {
    const changed = variantKeys.flatMap((key) => {
      const text = wordsAt(`${id}/${key}`);
      return text === undefined || !(key in part) ? [] : [[key, text]];
    });
    return changed.length === 0 ? part : { ...part, ...Object.fromEntries(changed) };
  };
  const rewordBlock = (block: Block): Block => {
    if (block.kind === 'field') return rewordPart(block, block.id);
    return 'blocks' in block ? { ...block, blocks: block.blocks.map(rewordBlock) } : block;
  };
  return {
    ...screen,
    title: wordsAt('title') ?? screen.title,
    blocks: screen.blocks.map(rewordBlock),
    actions: screen.actions.map((action) => rewordPart(action, action.id)),
  };
}
