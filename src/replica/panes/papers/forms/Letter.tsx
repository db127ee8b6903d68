import type { FormProps } from '../PaperSheet.tsx';
import { Particulars, Printed } from '../Printed.tsx';
import styles from '../paper.module.css';
import { placer } from '../placing.ts';
import { Addressee } from './Addressee.tsx';

/** A letter as bodies send them: sender, addressee in the window, place and date, references, object, paragraphs. */
export function Letter({ paper, persona }: FormProps) {
  const items = placer(paper);
  const date = items.take(/^date(-du-courrier|-d-envoi)?$/);
  return (
    <>
      <header className={styles.letterHead}>
        <p className={styles.issuer}>{paper.issuer}</p>
        <Addressee paper={paper} persona={persona} />
      </header>
      {date && (
        <p className={styles.date}>
          Le <Printed placed={date} />
        </p>
      )}
      <Particulars items={items.rest()} />
      <h3 className={styles.object}>
        <span>Objet : </span>
        {paper.title}
      </h3>
      {paper.lines?.map((line) => (
        <p key={line} className={styles.paragraph}>
          {line}
        </p>
      ))}
    </>
  );
}
