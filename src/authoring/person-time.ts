import { type Block, fieldsOf, type PersonaSource, type Scenario, type Screen, type ServiceContract } from '#engine';
import { pathOf } from './compile/way.ts';

/**
 * A person who reads slowly: assumed, since no measure of learners exists yet. Words a minute; seconds to find on a paper
 * and to type one entry; seconds to look for a button and press it.
 */
const assumed = { wordsAMinute: 90, entry: 30, press: 8 };

/** Minutes that a person needs to go through a scenario without a mistake: reading, looking up, typing, pressing. */
export function personMinutes(
  scenario: Scenario,
  persona: PersonaSource,
  contracts: Readonly<Record<string, ServiceContract>>,
): number {
  const seconds = pathOf(scenario, persona, contracts)
    .flatMap((id) => scenario.screens[id] ?? [])
    .map(secondsOn);
  return seconds.reduce((sum, each) => sum + each, 0) / 60;
}

function secondsOn(screen: Screen): number {
  const read = [screen.title, ...textsIn(screen.blocks), ...screen.actions.map(({ label }) => label)];
  const count = read.join(' ').split(/\s+/).filter(Boolean).length;
  return (count / assumed.wordsAMinute) * 60 + fieldsOf(screen).length * assumed.entry + assumed.press;
}

/** What a person reads: not what is hidden in a fold-out, nor what the coach says. */
function textsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'foldout') return [block.label];
    if (block.kind === 'field') return [block.label, 'hint' in block ? (block.hint ?? '') : ''];
    if (block.kind === 'list') return block.items;
    if ('blocks' in block) return [...('title' in block ? [block.title] : []), ...textsIn(block.blocks)];
    return 'text' in block ? [block.text] : [];
  });
}
