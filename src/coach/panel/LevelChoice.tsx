import { coachWords as words } from '#i18n';
import type { HelpLevel } from '#recording';
import { Choices } from '../Choices.tsx';
import { offeredLevels } from '../level.ts';

interface LevelChoiceProps {
  readonly level: HelpLevel;
  readonly onChange: (level: HelpLevel) => void;
}

const choices = offeredLevels.map((id) => ({ id, label: words.levels[id].name }));

/** How much help: can be changed at any time, in both directions, without a word about it. */
export function LevelChoice({ level, onChange }: LevelChoiceProps) {
  return <Choices<HelpLevel> legend={words.levelTitle} choices={choices} chosen={level} onChoose={onChange} />;
}
