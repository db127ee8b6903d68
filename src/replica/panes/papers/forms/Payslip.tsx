import { Fragment } from 'react';
import { showValue } from '#engine';
import { type Contribution, contributions } from '../contributions.ts';
import type { FormProps } from '../PaperSheet.tsx';
import { Particulars, Printed } from '../Printed.tsx';
import styles from '../paper.module.css';
import { bare, type Placed, placer } from '../placing.ts';
import { useIsPointed } from '../pointed.ts';
import { Addressee } from './Addressee.tsx';
import own from './payslip.module.css';

const euros = (cents: number) => bare(showValue('amount', cents));
const percent = (rate: number) => rate.toFixed(2).replace('.', ',');
const cents = (placed: Placed | undefined) => (typeof placed?.item.value === 'number' ? placed.item.value : 0);

/**
 * A payslip laid out as French ones have been since 2023: gross at the top, « montant net social » after the
 * deductions, « net imposable » in the tax block, « net à payer » large at the end. One has to find the right one.
 */
export function Payslip({ paper, persona }: FormProps) {
  const items = placer(paper);
  const period = items.take(/^(periode|mois)/);
  const social = items.take(/net-social/);
  const taxable = items.take(/imposable/);
  const gross = items.take(/brut/);
  const tax = items.take(/prelevement|impot-(preleve|sur)|^impot$|^pas$/);
  const net = items.take(/net-(a-)?paye/);
  const beforeTax = cents(net) + Math.abs(cents(tax));
  const rest = items.rest();
  const figures = rest.filter(({ item }) => item.kind === 'amount');
  return (
    <>
      <header className={own.head}>
        <p className={own.employer}>{paper.issuer}</p>
        <div className={own.title}>
          <h3>{paper.title}</h3>
          {period && (
            <p>
              {period.item.label} : <Printed placed={period} />
            </p>
          )}
        </div>
      </header>
      <div className={own.who}>
        <div>
          <Addressee paper={paper} persona={persona} />
          {paper.lines?.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <Particulars items={rest.filter(({ item }) => item.kind !== 'amount')} className={own.particulars} />
      </div>
      <table className={own.table}>
        <thead>
          <tr>
            <th scope="col">Montants en euros</th>
            <th scope="col" className={own.wide}>
              Base
            </th>
            <th scope="col" className={own.wide}>
              Taux
            </th>
            <th scope="col">À déduire</th>
            <th scope="col">À payer</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((placed) => (
            <Line key={placed.id} placed={placed} />
          ))}
          {gross && <Line placed={gross} strong />}
          {bySection(contributions(cents(gross), beforeTax)).map(([section, lines]) => (
            <Fragment key={section}>
              <tr className={own.section}>
                <th scope="rowgroup" colSpan={5}>
                  {section}
                </th>
              </tr>
              {lines.map((line) => (
                <tr key={line.label} className={own.under}>
                  <th scope="row">{line.label}</th>
                  <td className={own.wide}>{euros(cents(gross))}</td>
                  <td className={own.wide}>{percent(line.rate)}</td>
                  <td>{euros(line.amount)}</td>
                  <td />
                </tr>
              ))}
            </Fragment>
          ))}
          {gross && net && (
            <tr className={own.total}>
              <th scope="row">Total des cotisations et contributions</th>
              <td className={own.wide} />
              <td className={own.wide} />
              <td>{euros(cents(gross) - beforeTax)}</td>
              <td />
            </tr>
          )}
          {social && <Line placed={social} strong />}
          {net && (
            <tr>
              <th scope="row">Net à payer avant impôt sur le revenu</th>
              <td className={own.wide} />
              <td className={own.wide} />
              <td />
              <td>{euros(beforeTax)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <div className={own.foot}>
        <dl className={own.taxes}>
          {taxable && <Pair placed={taxable} />}
          {tax ? (
            <Pair placed={tax} />
          ) : (
            <div>
              <dt>Impôt à la source (0 %)</dt>
              <dd>0,00</dd>
            </div>
          )}
        </dl>
        {net && (
          <dl className={own.net}>
            <Pair placed={net} />
          </dl>
        )}
      </div>
      <p className={own.small}>Conservez ce bulletin de paie sans limitation de durée.</p>
    </>
  );
}

function Line({ placed, strong = false }: { readonly placed: Placed; readonly strong?: boolean }) {
  const pointed = useIsPointed(placed.id);
  return (
    <tr className={[strong ? own.strong : '', pointed ? styles.pointedRow : ''].join(' ')}>
      <th scope="row">{placed.item.label}</th>
      <td className={own.wide} />
      <td className={own.wide} />
      <td />
      <td>
        <Printed placed={placed} bare />
      </td>
    </tr>
  );
}

function Pair({ placed }: { readonly placed: Placed }) {
  return (
    <div>
      <dt>{placed.item.label}</dt>
      <dd>
        <Printed placed={placed} bare />
      </dd>
    </div>
  );
}

function bySection(lines: readonly Contribution[]): readonly (readonly [string, readonly Contribution[]])[] {
  const sections = [...new Set(lines.map(({ section }) => section))];
  return sections.map((section) => [section, lines.filter((line) => line.section === section)]);
}
