import type { Block } from '#engine';
import s from './blocks.module.css';

type Table = Extract<Block, { kind: 'table' }>;

/** A table of the service; on a narrow screen each row is a card (its cells know their column). */
export function TableView({ block }: { readonly block: Table }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also by keyboard
    <section className={s.tableScroll} tabIndex={0} aria-label={block.caption}>
      <table className={s.table}>
        <caption>{block.caption}</caption>
        <thead>
          <tr>
            {block.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <td key={at} data-label={block.columns[at]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
