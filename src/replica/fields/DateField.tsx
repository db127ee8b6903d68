import { useRef } from 'react';
import type { Field } from '#engine';
import { replicaTexts as t } from '#i18n';
import { FieldFrame, fieldId, useDescribed, useFieldError } from './FieldFrame.tsx';
import s from './fields.module.css';
import l from './late-fields.module.css';
import { keepNothing, useTextInput, useTyped } from './use-box.ts';

type DateInput = Extract<Field, { input: 'date' }>;

const boxes = [
  { part: 'jour', label: t.day, width: '3.6em' },
  { part: 'mois', label: t.month, width: '3.6em' },
  { part: 'annee', label: t.year, width: '5.4em' },
] as const;

/** "12/11/2026" or "2026-11-12" as day, month, year. */
export function splitDate(text: string): readonly [string, string, string] {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return [iso[3] ?? '', iso[2] ?? '', iso[1] ?? ''];
  const [day = '', month = '', year = ''] = text.split('/');
  return [day, month, year];
}

function OneBox({ field }: { readonly field: DateInput }) {
  const input = useTextInput(field.id);
  return (
    <FieldFrame field={field}>
      <input
        {...input}
        {...useDescribed(field)}
        {...keepNothing}
        className={`${s.input} ${s.figures}`}
        id={fieldId(field.id)}
        type="text"
        inputMode="numeric"
        placeholder="JJ/MM/AAAA"
        style={{ maxInlineSize: '15ch' }}
      />
    </FieldFrame>
  );
}

function ThreeBoxes({ field }: { readonly field: DateInput }) {
  const around = useRef<HTMLDivElement>(null);
  const wrong = useFieldError(field) !== undefined;
  const inputs = () => [...(around.current?.querySelectorAll('input') ?? [])];
  const { onFocus, onBlur, onInput } = useTyped(
    field.id,
    undefined,
    () => {
      const parts = inputs().map((input) => input.value.trim());
      return parts.some((part) => part !== '') ? parts.join('/') : '';
    },
    (text) => {
      const parts = splitDate(text);
      inputs().forEach((input, at) => {
        if (input.value !== parts[at]) input.value = parts[at] ?? '';
      });
    },
  );
  // The three boxes are one field: it is reached and left as a whole.
  const outside = (to: EventTarget | null) => !(to instanceof Node && around.current?.contains(to));
  return (
    <FieldFrame field={field} many>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: one field, reached and left as a whole */}
      <div
        ref={around}
        className={l.dateBoxes}
        onFocus={(event) => outside(event.relatedTarget) && onFocus()}
        onBlur={(event) => outside(event.relatedTarget) && onBlur()}
      >
        {boxes.map(({ part, label, width }) => (
          <label key={part} className={l.dateBox}>
            <span>{label}</span>
            <input
              {...keepNothing}
              className={`${s.input} ${s.figures}`}
              style={{ inlineSize: width }}
              id={fieldId(field.id, part)}
              type="text"
              inputMode="numeric"
              {...(wrong && { 'aria-invalid': true, 'aria-describedby': fieldId(field.id, 'erreur') })}
              onInput={onInput}
              onKeyDown={(event) => {
                if (event.key === '/' || event.key === '-') event.preventDefault();
              }}
            />
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}

/** A date, in one box or in three, as the service does it. */
export function DateField({ field }: { readonly field: DateInput }) {
  return field.boxes === 3 ? <ThreeBoxes field={field} /> : <OneBox field={field} />;
}
