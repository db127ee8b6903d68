import { panesWords as words } from '#i18n';
import styles from './paper.module.css';
import { type Placed, printed } from './placing.ts';
import { useIsPointed } from './pointed.ts';

/** The value of an item where the form prints it; outlined, and said to be, when the coach points at it. */
export function Printed({
  placed,
  className = '',
}: {
  readonly placed: Placed;
  readonly className?: string | undefined;
}) {
  const pointed = useIsPointed(placed.id);
  return (
    <span
      className={`${className} ${pointed ? styles.pointed : ''}`}
      data-item={placed.id}
      data-kind={placed.item.kind}
    >
      {printed(placed.item)}
      {pointed && <span className="visually-hidden"> ({words.pointedHere})</span>}
    </span>
  );
}

/** Items as label and value, one a line: for what a form has no particular place for. */
export function Particulars({
  items,
  className,
}: {
  readonly items: readonly Placed[];
  readonly className?: string | undefined;
}) {
  if (items.length === 0) return null;
  return (
    <dl className={className ?? styles.particulars}>
      {items.map((placed) => (
        <div key={placed.id}>
          <dt>{placed.item.label}</dt>
          <dd>
            <Printed placed={placed} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
