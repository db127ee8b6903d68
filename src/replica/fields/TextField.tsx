import type { Field } from '#engine';
import { FieldFrame, fieldId, useDescribed } from './FieldFrame.tsx';
import s from './fields.module.css';
import { keepNothing, useTextInput } from './use-box.ts';

type TextInput = Extract<
  Field,
  { input: 'text' | 'email' | 'phone' | 'digits' | 'reference' | 'nir' | 'code' | 'amount' | 'number' }
>;

/** How wide the input is drawn: its width tells how much is expected. */
function widthOf(field: TextInput): number | undefined {
  switch (field.input) {
    case 'nir':
      return 22;
    case 'code':
      return field.digits + 4;
    case 'digits':
      return field.digits ? field.digits + 5 : undefined;
    case 'amount':
    case 'number':
      return 11;
    default:
      return 'length' in field && field.length ? Math.min(field.length + 2, 34) : undefined;
  }
}

const keyboard = {
  text: 'text',
  email: 'email',
  phone: 'tel',
  digits: 'numeric',
  reference: 'text',
  // Corsica's numbers hold a letter, so the keyboard must have them.
  nir: 'text',
  code: 'numeric',
  amount: 'decimal',
  number: 'numeric',
} as const;

/** Text, number of identity, one-time code, amount, whole number: one input. */
export function TextField({ field }: { readonly field: TextInput }) {
  const input = useTextInput(field.id);
  const described = useDescribed(field);
  const width = widthOf(field);
  const unit = field.input === 'amount' ? '€' : field.input === 'number' ? field.unit : undefined;
  return (
    <FieldFrame field={field}>
      <span className={s.inputRow}>
        <input
          {...input}
          {...described}
          {...keepNothing}
          className={field.input === 'text' || field.input === 'email' ? s.input : `${s.input} ${s.figures}`}
          id={fieldId(field.id)}
          type="text"
          inputMode={keyboard[field.input]}
          {...(width && { style: { maxInlineSize: `${width}ch` } })}
        />
        {unit && (
          <span className={s.unit} aria-hidden="true">
            {unit}
          </span>
        )}
      </span>
    </FieldFrame>
  );
}
