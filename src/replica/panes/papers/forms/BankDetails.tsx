import type { FormProps } from '../PaperSheet.tsx';
import { Printed } from '../Printed.tsx';
import styles from '../paper.module.css';
import { type Placed, placer } from '../placing.ts';
import { personOf } from './Addressee.tsx';
import own from './cards.module.css';

/** Bank details (RIB): holder, then numbers in their boxes, the IBAN in groups of four. */
export function BankDetails({ paper, persona }: FormProps) {
  const items = placer(paper);
  const iban = items.take(/iban/);
  const bic = items.take(/bic|swift/);
  const holder = items.take(/titulaire/);
  const person = personOf(paper, persona);
  return (
    <>
      <header className={styles.letterHead}>
        <p className={styles.issuer}>{paper.issuer}</p>
        <h3 className={styles.plainTitle}>{paper.title}</h3>
      </header>
      <dl className={own.boxes}>
        {holder ? (
          <Box placed={holder} wide />
        ) : (
          person && (
            <div className={own.wide}>
              <dt>Titulaire du compte</dt>
              <dd>{`${person.firstName} ${person.lastName}`}</dd>
            </div>
          )
        )}
        {items.rest().map((placed) => (
          <Box key={placed.id} placed={placed} />
        ))}
        {iban && <Box placed={{ ...iban, item: { ...iban.item, shown: iban.item.shown ?? inFours(iban) } }} wide />}
        {bic && <Box placed={bic} wide />}
      </dl>
      {paper.lines?.map((line) => (
        <p key={line} className={styles.paragraph}>
          {line}
        </p>
      ))}
    </>
  );
}

function Box({ placed, wide = false }: { readonly placed: Placed; readonly wide?: boolean }) {
  return (
    <div className={wide ? own.wide : undefined}>
      <dt>{placed.item.label}</dt>
      <dd>
        <Printed placed={placed} />
      </dd>
    </div>
  );
}

const inFours = ({ item }: Placed) =>
  String(item.value)
    .replace(/\s/g, '')
    .replace(/(.{4})(?=.)/g, '$1 ');
