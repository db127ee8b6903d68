import { useRef, useState } from 'react';
import { type Field, passwordRulesMet } from '#engine';
import { replicaTexts as t } from '#i18n';
import { FieldFrame, fieldId, useDescribed } from './FieldFrame.tsx';
import s from './fields.module.css';
import { keepNothing, useTyped } from './use-box.ts';

/** Password, or the choice of a new one with its rules ticking as one types. */
export function PasswordField({ field }: { readonly field: Extract<Field, { input: 'password' | 'new-password' }> }) {
  const [shown, setShown] = useState(false);
  const rules = field.input === 'new-password' ? field.rules : [];
  const [kept, setKept] = useState<readonly boolean[]>(() => rules.map(() => false));
  const ref = useRef<HTMLInputElement>(null);
  const check = (text: string) => {
    if (rules.length > 0) setKept(passwordRulesMet(rules, text));
  };
  const { onInput, ...typed } = useTyped(
    field.id,
    undefined,
    () => ref.current?.value ?? '',
    (text) => {
      if (ref.current && ref.current.value !== text) ref.current.value = text;
      check(text);
    },
  );
  const described = useDescribed(field);
  const rulesId = fieldId(field.id, 'regles');
  const ids = [described['aria-describedby'], rules.length > 0 && rulesId].filter(Boolean).join(' ');
  return (
    <FieldFrame field={field}>
      <span className={s.inputRow}>
        <input
          {...typed}
          {...described}
          {...keepNothing}
          {...(ids && { 'aria-describedby': ids })}
          // A password manager must not offer to keep an exercise's password: `new-password` is what browsers heed.
          autoComplete={field.input === 'new-password' ? 'new-password' : 'off'}
          ref={ref}
          className={s.input}
          id={fieldId(field.id)}
          type={shown ? 'text' : 'password'}
          onInput={() => {
            onInput();
            check(ref.current?.value ?? '');
          }}
          style={{ maxInlineSize: '26ch' }}
        />
        <button
          type="button"
          className={s.reveal}
          aria-label={shown ? t.hidePassword : t.showPassword}
          aria-controls={fieldId(field.id)}
          onClick={() => setShown(!shown)}
        >
          {shown ? t.hide : t.show}
        </button>
      </span>
      {rules.length > 0 && (
        <div id={rulesId}>
          <ul className={s.rules}>
            {rules.map((rule, at) => (
              <li key={rule.say} data-kept={kept[at]}>
                {rule.say}
                <span className="visually-hidden"> ({kept[at] ? t.ruleKept : t.ruleMissing})</span>
              </li>
            ))}
          </ul>
          <p className={s.deskNote}>{t.neverYourOwn}</p>
        </div>
      )}
    </FieldFrame>
  );
}
