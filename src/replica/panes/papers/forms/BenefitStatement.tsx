import type { FormProps } from '../PaperSheet.tsx';
import { Particulars, Printed } from '../Printed.tsx';
import styles from '../paper.module.css';
import { type Placed, placer } from '../placing.ts';
import { useIsPointed } from '../pointed.ts';
import { Addressee } from './Addressee.tsx';

/** A monthly statement of what a body paid: words and references at the top, amounts in a table. */
export function BenefitStatement({ paper, persona }: FormProps) {
  const all = placer(paper).rest();
  const amounts = all.filter(({ item }) => item.kind === 'amount');
  return (
    <>
      <header className={styles.letterHead}>
        <p className={styles.issuer}>{paper.issuer}</p>
        <Addressee paper={paper} persona={persona} />
      </header>
      <h3 className={styles.title}>{paper.title}</h3>
      {paper.lines?.map((line) => (
        <p key={line} className={styles.paragraph}>
          {line}
        </p>
      ))}
      <Particulars items={all.filter(({ item }) => item.kind !== 'amount')} />
      {amounts.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Nature</th>
              <th scope="col">Montant</th>
            </tr>
          </thead>
          <tbody>
            {amounts.map((placed) => (
              <Row key={placed.id} placed={placed} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Row({ placed }: { readonly placed: Placed }) {
  const pointed = useIsPointed(placed.id);
  return (
    <tr className={pointed ? styles.pointedRow : undefined}>
      <th scope="row">{placed.item.label}</th>
      <td>
        <Printed placed={placed} />
      </td>
    </tr>
  );
}
