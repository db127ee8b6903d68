import { Fragment, type ReactNode } from 'react';
import type { Item } from '#engine';
import { printed } from '../papers/placing.ts';
import styles from './messages.module.css';

/**
 * The paragraphs of a message. What may have to be copied (a code) stands out in its sentence, and can be selected; an
 * item that no sentence quotes is listed under them.
 */
export function Body({
  lines,
  items,
}: {
  readonly lines: readonly string[];
  readonly items: Readonly<Record<string, Item>>;
}) {
  const all = Object.entries(items).map(([id, item]) => ({ id, label: item.label, text: printed(item) }));
  const quoted = (text: string) => text !== '' && lines.some((line) => line.includes(text));
  const apart = all.filter(({ text }) => !quoted(text));
  return (
    <>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move, and two may be alike
        <p key={at}>{withItems(line, all)}</p>
      ))}
      {apart.length > 0 && (
        <dl className={styles.items}>
          {apart.map(({ id, label, text }) => (
            <Fragment key={id}>
              <dt>{label}</dt>
              <dd data-item={id}>{text}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </>
  );
}

function withItems(line: string, items: readonly { readonly id: string; readonly text: string }[]): ReactNode {
  const found = items.find(({ text }) => text !== '' && line.includes(text));
  if (!found) return line;
  const at = line.indexOf(found.text);
  return (
    <>
      {line.slice(0, at)}
      <strong className={styles.item} data-item={found.id}>
        {found.text}
      </strong>
      {withItems(
        line.slice(at + found.text.length),
        items.filter((item) => item !== found),
      )}
    </>
  );
}
