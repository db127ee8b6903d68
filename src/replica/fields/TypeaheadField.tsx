import { type KeyboardEvent, useRef, useState } from 'react';
import type { Field, Option } from '#engine';
import { replicaTexts as t } from '#i18n';
import { useHands } from '../hands.ts';
import { FieldFrame, fieldId, useDescribed } from './FieldFrame.tsx';
import s from './fields.module.css';
import l from './late-fields.module.css';
import { keepNothing, useBox } from './use-box.ts';

const most = 8;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[-'’\s]+/g, ' ')
    .trim()
    .toLowerCase();

/** The suggestions for what is typed: every word typed begins a word of the suggestion. */
export function suggestions(options: readonly Option[], typed: string): readonly Option[] {
  const words = plain(typed).split(' ').filter(Boolean);
  if (words.length === 0 || plain(typed).length < 2) return [];
  return options
    .filter(({ label }) =>
      words.every((word) =>
        plain(label)
          .split(' ')
          .some((part) => part.startsWith(word)),
      ),
    )
    .slice(0, most);
}

/** An ARIA combobox: typing only proposes; the entry is the suggestion that was chosen, as on the real sites. */
export function TypeaheadField({ field }: { readonly field: Extract<Field, { input: 'typeahead' }> }) {
  const hands = useHands();
  const ref = useRef<HTMLInputElement>(null);
  const chosen = useRef('');
  const [list, setList] = useState<readonly Option[] | null>(null);
  const [active, setActive] = useState(-1);
  const described = useDescribed(field);
  const listId = fieldId(field.id, 'propositions');
  useBox(field.id, undefined, {
    read: () => chosen.current,
    write: (raw) => {
      const option = field.options.find(({ id }) => id === raw);
      if (option || chosen.current !== '') {
        chosen.current = option?.id ?? '';
        if (ref.current) ref.current.value = option?.label ?? '';
      } else if (raw === undefined && ref.current && document.activeElement !== ref.current) ref.current.value = '';
    },
  });
  const close = () => {
    setList(null);
    setActive(-1);
  };
  const choose = (option: Option) => {
    chosen.current = option.id;
    if (ref.current) ref.current.value = option.label;
    close();
    ref.current?.focus();
    hands.enter(field.id, option.id);
  };
  const onInput = () => {
    hands.startTyping(field.id);
    // Typed words undo the choice: only a suggestion counts.
    if (chosen.current !== '') {
      chosen.current = '';
      hands.enter(field.id, '');
    }
    const typed = ref.current?.value ?? '';
    if (hands.refuses(field.id, typed)) {
      if (ref.current) ref.current.value = '';
      return close();
    }
    setList(plain(typed).length < 2 ? null : suggestions(field.options, typed));
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && list) {
      event.stopPropagation();
      return close();
    }
    if (!list || list.length === 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + list.length + (active < 0 && step < 0 ? 1 : 0)) % list.length);
    }
    if (event.key === 'Enter') {
      // Enter in an open list chooses; it never sends the page.
      event.preventDefault();
      event.stopPropagation();
      const option = list[active];
      if (option) choose(option);
    }
  };
  const open = list !== null;
  return (
    <FieldFrame field={field}>
      <div className={l.combo}>
        <input
          ref={ref}
          {...described}
          {...keepNothing}
          className={s.input}
          id={fieldId(field.id)}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={listId}
          {...(active >= 0 && { 'aria-activedescendant': `${listId}-${active}` })}
          onFocus={() => hands.reach(field.id)}
          onBlur={() => {
            close();
            hands.leave(field.id);
          }}
          onInput={onInput}
          onKeyDown={onKeyDown}
        />
        <div
          id={listId}
          role="listbox"
          aria-label={field.label}
          className={l.suggestions}
          hidden={!open || list.length === 0}
        >
          {list?.map((option, at) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus (aria-activedescendant)
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the input's
            <div
              key={option.id}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === active}
              // The input keeps the focus: mousedown would take it and close the list before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {option.label}
            </div>
          ))}
        </div>
        {open && list.length === 0 && <p className={l.noMatch}>{field.noMatch ?? t.suggestions(0)}</p>}
        <p className="visually-hidden" role="status">
          {open ? t.suggestions(list.length) : ''}
        </p>
      </div>
    </FieldFrame>
  );
}
