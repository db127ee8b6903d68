import { useId } from 'react';
import styles from './coach.module.css';

interface ChoicesProps<Id> {
  readonly legend: string;
  readonly choices: readonly { readonly id: Id; readonly label: string }[];
  readonly chosen: Id | undefined;
  readonly onChoose: (id: Id) => void;
}

/** A few choices in a row, one of which may hold. */
export function Choices<Id extends string | number>({ legend, choices, chosen, onChoose }: ChoicesProps<Id>) {
  const group = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      <div className={styles.row}>
        {choices.map(({ id, label }) => (
          <label key={id} className={styles.choice}>
            <input type="radio" id={`${group}-${id}`} checked={chosen === id} onChange={() => onChoose(id)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
