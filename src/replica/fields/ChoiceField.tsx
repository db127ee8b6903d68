import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Field, Option } from '#engine';
import { replicaTexts as t } from '#i18n';
import b from '../blocks/blocks.module.css';
import { useHands } from '../hands.ts';
import { FieldFrame, fieldId, useDescribed } from './FieldFrame.tsx';
import s from './fields.module.css';
import { keepNothing, useBox } from './use-box.ts';
import { yesNo } from './yes-no.ts';

type ChoiceInput = Extract<Field, { input: 'choice' | 'yes-no' }>;

/** A choice that is taken back is worth knowing (struggle rules); the first one is not. */
function useChosen(field: string) {
  const hands = useHands();
  const times = useRef(0);
  return (raw: string | boolean | readonly string[]) => {
    times.current += 1;
    if (times.current > 1) hands.change(field);
    hands.enter(field, raw);
    hands.leave(field);
  };
}

/**
 * One choice among several. The radios have no `name` (DESIGN §6), so the browser does not group them: one at a time,
 * and the arrow keys, are done here.
 */
function Radios({ field, options }: { readonly field: ChoiceInput; readonly options: readonly Option[] }) {
  const hands = useHands();
  const chosen = useChosen(field.id);
  const around = useRef<HTMLDivElement>(null);
  const radios = () => [...(around.current?.querySelectorAll('input') ?? [])];
  const described = useDescribed(field);

  const settle = (id: string) => {
    for (const radio of radios()) {
      radio.checked = radio.value === id;
      radio.tabIndex = id === '' || radio.checked ? 0 : -1;
    }
  };
  useBox(field.id, undefined, {
    read: () => {
      const id = radios().findLast((radio) => radio.checked)?.value ?? '';
      settle(id);
      return id;
    },
    write: (raw) => settle(typeof raw === 'string' ? raw : ''),
  });

  const choose = (id: string) => {
    settle(id);
    chosen(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = radios();
    const at = all.indexOf(document.activeElement as HTMLInputElement);
    const next = all[(at + step + all.length) % all.length];
    next?.focus();
    if (next) choose(next.value);
  };

  return (
    <FieldFrame field={field} many>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens to the arrow keys of its radios */}
      <div ref={around} className={field.input === 'yes-no' ? s.optionsInline : s.options} onKeyDown={onKeyDown}>
        {options.map((option, at) => (
          <label key={option.id} className={s.option}>
            <input
              type="radio"
              {...keepNothing}
              id={at === 0 ? fieldId(field.id, 'premier') : undefined}
              value={option.id}
              aria-posinset={at + 1}
              aria-setsize={options.length}
              {...(described['aria-invalid'] && { 'aria-describedby': fieldId(field.id, 'erreur') })}
              onFocus={() => hands.reach(field.id)}
              onChange={() => choose(option.id)}
            />
            <span>
              {option.label}
              {option.hint && <small className={s.optionHint}>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}

function Select({ field, options }: { readonly field: ChoiceInput; readonly options: readonly Option[] }) {
  const hands = useHands();
  const chosen = useChosen(field.id);
  const ref = useRef<HTMLSelectElement>(null);
  useBox(field.id, undefined, {
    read: () => ref.current?.value ?? '',
    write: (raw) => {
      if (ref.current) ref.current.value = typeof raw === 'string' ? raw : '';
    },
  });
  return (
    <FieldFrame field={field}>
      <select
        ref={ref}
        {...useDescribed(field)}
        {...keepNothing}
        className={s.select}
        id={fieldId(field.id)}
        onFocus={() => hands.reach(field.id)}
        onChange={(event) => chosen(event.currentTarget.value)}
      >
        <option value="">{t.choose}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** What a banner asks: one press answers, and the banner goes. The focus would go with it: it goes to the page's title. */
function Buttons({ field, options }: { readonly field: ChoiceInput; readonly options: readonly Option[] }) {
  const chosen = useChosen(field.id);
  const press = (button: HTMLElement, id: string) => {
    button.closest('[data-screen]')?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    chosen(id);
  };
  return (
    <FieldFrame field={field} many wide="answers">
      <div className={s.buttons}>
        {options.map(({ id, label }) => (
          <button key={id} type="button" className={b.secondary} onClick={(event) => press(event.currentTarget, id)}>
            {label}
          </button>
        ))}
      </div>
    </FieldFrame>
  );
}

/** One choice: radios, a list or buttons; yes or no. */
export function ChoiceField({ field }: { readonly field: ChoiceInput }) {
  const options = field.input === 'choice' ? field.options : yesNo;
  const look = field.input === 'choice' ? field.look : 'radio';
  const Look = look === 'select' ? Select : look === 'buttons' ? Buttons : Radios;
  return <Look field={field} options={options} />;
}

/**
 * Several choices. They are one answer, which is given when the hand goes elsewhere: judged at each box, four right
 * boxes would be three wrong tries.
 */
export function ChoicesField({ field }: { readonly field: Extract<Field, { input: 'choices' }> }) {
  const hands = useHands();
  const isGiven = useRef(true);
  const around = useRef<HTMLDivElement>(null);
  const boxes = () => [...(around.current?.querySelectorAll('input') ?? [])];
  const read = () =>
    boxes()
      .filter((box) => box.checked)
      .map((box) => box.value)
      .sort();
  useBox(field.id, undefined, {
    read,
    write: (raw) => {
      for (const box of boxes()) box.checked = Array.isArray(raw) && raw.includes(box.value);
    },
  });
  useEffect(() => {
    const elsewhere = ({ target }: Event) => {
      const frame = around.current?.closest('[data-field]');
      if (isGiven.current || (target instanceof Node && frame?.contains(target))) return;
      isGiven.current = true;
      hands.leave(field.id);
    };
    // Not `blur`: a press on a label gives the focus to the whole field before the next box.
    const signs = ['focusin', 'pointerdown'] as const;
    for (const sign of signs) document.addEventListener(sign, elsewhere);
    return () => {
      for (const sign of signs) document.removeEventListener(sign, elsewhere);
    };
  }, [hands, field.id]);
  return (
    <FieldFrame field={field} many>
      <div ref={around} className={s.options}>
        {field.options.map((option) => (
          <label key={option.id} className={s.option}>
            <input
              type="checkbox"
              {...keepNothing}
              value={option.id}
              onFocus={() => hands.reach(field.id)}
              onChange={(event) => {
                if (!event.currentTarget.checked) hands.change(field.id);
                isGiven.current = false;
                hands.enter(field.id, read());
              }}
            />
            <span>
              {option.label}
              {option.hint && <small className={s.optionHint}>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}

/** One box to tick. */
export function TickField({ field }: { readonly field: Extract<Field, { input: 'tick' }> }) {
  const hands = useHands();
  const chosen = useChosen(field.id);
  const ref = useRef<HTMLInputElement>(null);
  useBox(field.id, undefined, {
    read: () => ref.current?.checked ?? false,
    write: (raw) => {
      if (ref.current) ref.current.checked = raw === true;
    },
  });
  return (
    <FieldFrame field={field} labelled>
      <label className={s.option}>
        <input
          ref={ref}
          {...useDescribed(field)}
          {...keepNothing}
          type="checkbox"
          id={fieldId(field.id)}
          onFocus={() => hands.reach(field.id)}
          onChange={(event) => chosen(event.currentTarget.checked)}
        />
        <span>{field.label}</span>
      </label>
    </FieldFrame>
  );
}
