import { useEffect, useRef } from 'react';
import type { Field } from '#engine';
import { replicaTexts as t } from '#i18n';
import { fieldId } from '../fields/FieldFrame.tsx';
import { useScene } from '../hands.ts';
import s from './window.module.css';

/** The element to go to for an error: a field, or a cell of a grid ("field/cell"). */
function reach(key: string): void {
  const [field = '', cell] = key.split('/');
  const at = document.getElementById(fieldId(cell ? `${field}-${cell}` : field));
  const input = at?.matches('fieldset') ? at.querySelector<HTMLElement>('input,button,select') : at;
  for (let fold = at?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  (input ?? at)?.focus();
}

/** What is to correct, each a way to its field. Takes the focus when a sending is refused, as GOV.UK found best. */
export function ErrorSummary({ fields }: { readonly fields: readonly Field[] }) {
  const { errors, screen } = useScene();
  const box = useRef<HTMLDivElement>(null);
  const keys = Object.keys(errors);
  const count = useRef({ screen: screen.id, keys: 0 });
  useEffect(() => {
    const before = count.current.screen === screen.id ? count.current.keys : 0;
    // Fewer errors: the learner is correcting, the focus stays in their hands.
    if (keys.length > before) box.current?.focus();
    count.current = { screen: screen.id, keys: keys.length };
  }, [keys.length, screen.id]);
  if (keys.length === 0) return null;
  const order = (key: string) => fields.findIndex(({ id }) => id === key.split('/')[0]);
  return (
    <div ref={box} className={s.errors} role="alert" tabIndex={-1} aria-labelledby="erreurs-titre">
      <h2 id="erreurs-titre">{keys.length === 1 ? t.fix : t.fixMany(keys.length)}</h2>
      <ul>
        {keys
          .toSorted((a, b) => order(a) - order(b))
          .map((key) => (
            <li key={key}>
              <button type="button" onClick={() => reach(key)}>
                {fields[order(key)]?.label} : {errors[key]}
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}
