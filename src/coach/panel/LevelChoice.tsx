import { useId } from 'react';
import { coachWords as words } from '#i18n';
import type { HelpLevel } from '#recording';
import { offeredLevels } from '../level.ts';
import styles from './panel.module.css';

interface LevelChoiceProps {
  readonly level: HelpLevel;
  readonly onChange: (level: HelpLevel) => void;
}

/** How much help: can be changed at any time, in both directions, without a word about it. */
export function LevelChoice({ level, onChange }: LevelChoiceProps) {
  const group = useId();
  return (
    <fieldset className={styles.levels}>
      <legend>{words.levelTitle}</legend>
      <div className={styles.levelRow}>
        {offeredLevels.map((offered) => (
          <label key={offered} className={styles.level}>
            <input
              type="radio"
              id={`${group}-${offered}`}
              checked={level === offered}
              onChange={() => onChange(offered)}
            />
            <span>{words.levels[offered].name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
