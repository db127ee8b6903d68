import { useState } from 'react';
import type { Field } from '#engine';
import { replicaTexts as t } from '#i18n';
import { FieldFrame, fieldId, useDescribed } from './FieldFrame.tsx';
import s from './fields.module.css';
import l from './late-fields.module.css';
import { keepNothing, useTextInput } from './use-box.ts';

/** The letters drawn askew, always the same way for the same challenge. */
function Challenge({ text }: { readonly text: string }) {
  const letters = [...text];
  return (
    <svg className={l.challenge} viewBox={`0 0 ${letters.length * 34 + 26} 64`} role="img" aria-label={t.captchaImage}>
      {letters.map((letter, at) => {
        const lean = ((letter.codePointAt(0) ?? 0) % 7) * 6 - 18;
        const x = 30 + at * 34;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a drawing, its letters never move
          <text key={at} x={x} y={42 + (at % 2) * 6} transform={`rotate(${lean} ${x} 40)`} textAnchor="middle">
            {letter}
          </text>
        );
      })}
      <path d={`M4 44 Q ${letters.length * 9} 8 ${letters.length * 17} 36 T ${letters.length * 34 + 22} 22`} />
    </svg>
  );
}

/** A proof of being a person: drawn letters, with a written question for those who cannot see them. */
export function CaptchaField({ field }: { readonly field: Extract<Field, { input: 'captcha' }> }) {
  const [spoken, setSpoken] = useState(false);
  const input = useTextInput(field.id);
  return (
    <FieldFrame field={field}>
      <Challenge text={field.challenge} />
      <p>
        <button type="button" className={s.reveal} aria-expanded={spoken} onClick={() => setSpoken(!spoken)}>
          {t.listen}
        </button>
      </p>
      <p className={l.spoken} role="status">
        {spoken ? field.spoken : ''}
      </p>
      <input
        {...input}
        {...useDescribed(field)}
        {...keepNothing}
        className={`${s.input} ${s.figures}`}
        id={fieldId(field.id)}
        type="text"
        style={{ maxInlineSize: '14ch' }}
      />
    </FieldFrame>
  );
}
