import {
  type Block,
  type Condition,
  type Facts,
  type Field,
  holds,
  kindOf,
  type PersonaSource,
  type Scenario,
  type Screen,
  type ServiceContract,
} from '#engine';
import { stopsOf } from './compile/way.ts';

/**
 * A person who reads slowly: assumed, since no measure of learners exists yet. Words a minute; seconds to find on a paper
 * and to type one entry, or to find and touch one choice; seconds to look for a button and press it.
 */
const assumed = { wordsAMinute: 90, typed: 30, chosen: 15, press: 8 };

/**
 * Minutes that a person needs to go through a scenario without a mistake: reading what is shown to them, looking up, typing,
 * pressing. What they may leave blank is only read.
 */
export function personMinutes(
  scenario: Scenario,
  persona: PersonaSource,
  contracts: Readonly<Record<string, ServiceContract>>,
): number {
  const seconds = stopsOf(scenario, persona, contracts).map(({ screen: id, facts }) => {
    const screen = scenario.screens[id];
    return screen ? secondsOn(screen, facts) : 0;
  });
  return seconds.reduce((sum, each) => sum + each, 0) / 60;
}

function secondsOn(screen: Screen, facts: Facts): number {
  const shows = ({ when }: { readonly when?: Condition }) => holds(when, facts);
  const blocks = shownIn(screen.blocks, shows);
  const actions = screen.actions.filter(shows);
  const read = [screen.title, ...textsIn(blocks), ...actions.map(({ label }) => label)];
  const count = read
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word)).length;
  const entries = blocks.reduce((sum, block) => sum + (block.kind === 'field' ? entrySeconds(block) : 0), 0);
  return (count / assumed.wordsAMinute) * 60 + entries + assumed.press;
}

function entrySeconds(field: Field): number {
  if (field.input === 'grid') {
    const months = (cell: string) => (cell.split('.').length === 2 ? field.months.length : 1);
    return Object.keys(field.cells).reduce((sum, cell) => sum + months(cell) * assumed.typed, 0);
  }
  if (!field.required && field.answer === undefined) return 0;
  return ['choice', 'choices', 'tick', 'document'].includes(kindOf(field)) && field.input !== 'typeahead'
    ? assumed.chosen
    : assumed.typed;
}

/** The blocks that a person sees, those inside others after them: not what is folded away. */
function shownIn(blocks: readonly Block[], shows: (block: Block) => boolean): readonly Block[] {
  return blocks
    .filter(shows)
    .flatMap((block) =>
      'blocks' in block && block.kind !== 'foldout' ? [block, ...shownIn(block.blocks, shows)] : [block],
    );
}

/** What a person reads of blocks, not counting what the coach says. */
function textsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'foldout') return [block.label];
    if (block.kind === 'field') {
      // A list that unfolds, or that comes as one types, is looked through, not read.
      const isRead = block.input === 'choices' || (block.input === 'choice' && block.look === 'radio');
      const options = isRead ? block.options : [];
      return [block.label, block.hint ?? '', ...options.map(({ label, hint = '' }) => `${label} ${hint}`)];
    }
    if (block.kind === 'list') return block.items;
    if (block.kind === 'group') return [block.legend];
    if (block.kind === 'card') return [block.title];
    return 'text' in block ? [block.text] : [];
  });
}
