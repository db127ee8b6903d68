import type { FormProps } from '../PaperSheet.tsx';
import { Particulars } from '../Printed.tsx';
import styles from '../paper.module.css';
import { placer } from '../placing.ts';
import { personOf } from './Addressee.tsx';

/** A lease, a work contract, a judgment: title, particulars, numbered clauses, signatures. */
export function Contract({ paper, persona }: FormProps) {
  const person = personOf(paper, persona);
  return (
    <>
      <header className={styles.contractHead}>
        <h3>{paper.title}</h3>
        {paper.issuer && <p>{paper.issuer}</p>}
      </header>
      <Particulars items={placer(paper).rest()} />
      <ol className={styles.articles}>
        {paper.lines?.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <div className={styles.signatures}>
        <p>
          {paper.issuer}
          <Scrawl />
        </p>
        <p>
          {person ? `${person.firstName} ${person.lastName}` : ''}
          <Scrawl />
        </p>
      </div>
    </>
  );
}

function Scrawl() {
  return (
    <svg viewBox="0 0 120 40" width="120" height="40" aria-hidden="true">
      <path
        d="M8 28c8-22 16-24 17-12s-10 18-4 14 16-16 20-14-6 12 0 12 10-12 15-11-3 10 3 10 9-9 14-8 2 7 9 6 14-6 26-8"
        fill="none"
        stroke="#2b3a67"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  );
}
