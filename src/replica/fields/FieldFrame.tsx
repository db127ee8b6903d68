import type { ReactNode } from 'react';
import type { Field } from '#engine';
import { replicaTexts as t } from '#i18n';
import { useScene } from '../hands.ts';
import s from './fields.module.css';

/** Ids of a field's parts: stable, so that errors, hints and the summary can name them. */
export const fieldId = (field: string, part = ''): string => `champ-${field}${part && `-${part}`}`;

/** The sentence under a field: the form's, the service's when it names the field, or the guard's. */
export function useFieldError(field: Field): string | undefined {
  const { errors, message, refused } = useScene();
  if (refused?.field === field.id) return `${t.real[refused.looksLike]} ${t.realUse}`;
  return errors[field.id] ?? (message?.field === field.id ? message.text : undefined);
}

/** What a field's inputs carry so that its hint and its error are read with it. */
export function useDescribed(field: Field): {
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
} {
  const error = useFieldError(field);
  const ids = [field.hint && fieldId(field.id, 'aide'), error && fieldId(field.id, 'erreur')].filter(Boolean).join(' ');
  return {
    ...(ids && { 'aria-describedby': ids }),
    ...(error && { 'aria-invalid': true as const }),
    ...(field.required && { 'aria-required': true as const }),
  };
}

interface FrameProps {
  readonly field: Field;
  /** Several inputs under one question: a fieldset and its legend. */
  readonly many?: boolean;
  /** The label stands beside the input (a tick box). */
  readonly labelled?: boolean;
  /** As wide as the page: a table, or the answers that a banner asks for, which does not say that it may be left. */
  readonly wide?: 'table' | 'answers';
  readonly children: ReactNode;
}

export function FieldFrame({ field, many = false, labelled = false, wide, children }: FrameProps) {
  const { pointed } = useScene();
  const error = useFieldError(field);
  const name = (
    <>
      {field.label}
      {!field.required && <span className={s.optional}> ({t.optional})</span>}
    </>
  );
  const hint = field.hint && (
    <p className={s.hint} id={fieldId(field.id, 'aide')}>
      {field.hint}
    </p>
  );
  const wrong = error && (
    <p className={s.error} id={fieldId(field.id, 'erreur')}>
      <span className={s.mark} aria-hidden="true" />
      <span className="visually-hidden">{t.errorPrefix} </span>
      {error}
    </p>
  );
  const around = {
    className: s.field,
    ...(wide && { 'data-wide': wide }),
    'data-field': field.id,
    ...(error && { 'data-wrong': true }),
    ...(pointed?.kind === 'field' && pointed.id === field.id && !pointed.item && { 'data-pointed': true }),
  };
  if (many) {
    const described = [field.hint && fieldId(field.id, 'aide'), error && fieldId(field.id, 'erreur')].filter(Boolean);
    return (
      <fieldset
        {...around}
        id={fieldId(field.id)}
        tabIndex={-1}
        {...(described.length > 0 && { 'aria-describedby': described.join(' ') })}
      >
        <legend className={s.label}>{name}</legend>
        {hint}
        {wrong}
        {children}
      </fieldset>
    );
  }
  return (
    <div {...around}>
      {!labelled && (
        <label className={s.label} htmlFor={fieldId(field.id)}>
          {name}
        </label>
      )}
      {!labelled && hint}
      {wrong}
      {children}
      {labelled && hint}
    </div>
  );
}
