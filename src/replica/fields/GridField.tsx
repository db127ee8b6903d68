import type { FormEvent } from 'react';
import { type Field, monthFrom, showMonth } from '#engine';
import { replicaTexts as t } from '#i18n';
import { useScene } from '../hands.ts';
import { FieldFrame, fieldId } from './FieldFrame.tsx';
import s from './fields.module.css';
import l from './late-fields.module.css';
import { keepNothing, useTextInput } from './use-box.ts';

type GridInput = Extract<Field, { input: 'grid' }>;

const stay = (event: FormEvent) => event.preventDefault();

interface CellProps {
  readonly field: GridInput;
  readonly cell: string;
  readonly label: string;
  readonly month: string;
}

/**
 * One amount, a form of its own which sends nothing: at every key a browser looks for something to fill in through all
 * fields of the form, or through all of the page when there is none.
 */
function Cell({ field, cell, label, month }: CellProps) {
  const { errors, pointed } = useScene();
  const input = useTextInput(field.id, cell);
  const error = errors[`${field.id}/${cell}`];
  const errorId = fieldId(`${field.id}-${cell}`, 'erreur');
  const here = pointed?.kind === 'field' && pointed.id === field.id && pointed.item === cell;
  return (
    <td data-label={month} {...(here && { 'data-pointed': true })} {...(error && { 'data-wrong': true })}>
      <form onSubmit={stay}>
        <div className={`${s.inputRow} ${l.cellRow}`}>
          <input
            {...input}
            {...keepNothing}
            id={fieldId(`${field.id}-${cell}`)}
            className={`${s.input} ${s.figures} ${l.cellInput}`}
            type="text"
            inputMode="decimal"
            aria-label={label}
            {...(error && { 'aria-invalid': true, 'aria-describedby': errorId })}
          />
          <span className={s.unit} aria-hidden="true">
            {t.euros}
          </span>
        </div>
      </form>
      {error && (
        <span className={l.cellError} id={errorId}>
          {error}
        </span>
      )}
    </td>
  );
}

/**
 * Amounts by person, kind and month: a table where there is room, one card a month on a phone. One table a person keeps
 * the columns few and the reading order right in both.
 */
export function GridField({ field }: { readonly field: GridInput }) {
  const { persona, today } = useScene();
  const people = persona.people.filter((person) =>
    field.people === 'adults' ? person.role !== 'child' : field.people.includes(person.id),
  );
  const months = field.months.map((offset) => ({ offset, name: showMonth(monthFrom(today, offset)) }));
  return (
    <FieldFrame field={field} many wide="table">
      {people.map((person) => (
        <table key={person.id} className={l.grid}>
          <caption>
            {person.firstName} {person.lastName}
          </caption>
          <thead>
            <tr>
              <td />
              {months.map(({ offset, name }) => (
                <th key={offset} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {field.kinds.map((kind) => (
              <tr key={kind.id}>
                <th scope="row">
                  {kind.label}
                  {kind.hint && <small className={s.optionHint}>{kind.hint}</small>}
                </th>
                {months.map(({ offset, name }) => (
                  <Cell
                    key={offset}
                    field={field}
                    cell={`${person.id}.${kind.id}.${offset}`}
                    label={`${kind.label}, ${name}, ${person.firstName}`}
                    month={name}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </FieldFrame>
  );
}
