import { panesWords as words } from '#i18n';
import styles from './paper.module.css';
import { type Placed, printed, bare as withoutSign } from './placing.ts';
import { useIsPointed } from './pointed.ts';

interface PrintedProps {
  readonly placed: Placed;
  readonly className?: string | undefined;
  /** Without the euro sign, in a table that says it once. */
  readonly bare?: boolean;
}

/** The value of an item where the form prints it; outlined, and said to be, when the coach points at it. */
export function Printed({ placed, className = '', bare = false }: PrintedProps) {
  const pointed = useIsPointed(placed.id);
  const text = printed(placed.item);
  return (
    <span className={`${className} ${pointed ? styles.pointed : ''}`} data-item={placed.id}>
      {bare ? withoutSign(text) : text}
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
