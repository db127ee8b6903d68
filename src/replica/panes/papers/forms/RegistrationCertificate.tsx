import type { FormProps } from '../PaperSheet.tsx';
import { Printed } from '../Printed.tsx';
import { type Placed, placer } from '../placing.ts';
import own from './registration.module.css';

/**
 * The registration certificate of a vehicle: boxes named by a letter of the harmonised European form (« C.1 »), and
 * what stands outside the boxes, the number of the printed form, in a band at the foot. Our own drawing: no emblem, no
 * flag, no machine-readable line.
 */
export function RegistrationCertificate({ paper }: FormProps) {
  const items = placer(paper);
  const plate = items.take(/^a$|immatriculation$/);
  const form = items.take(/formule/);
  return (
    <div className={own.certificate}>
      <header className={own.head}>
        <h3>{paper.title}</h3>
        {paper.issuer && <p>{paper.issuer}</p>}
      </header>
      <dl className={own.boxes}>
        {plate && <Box placed={plate} className={own.plate} />}
        {items.rest().map((placed) => (
          <Box key={placed.id} placed={placed} className={/^(C|E)\b/.test(placed.item.label) ? own.wide : undefined} />
        ))}
      </dl>
      {paper.lines?.map((line) => (
        <p key={line} className={own.line}>
          {line}
        </p>
      ))}
      {form && (
        <dl className={own.band}>
          <Box placed={form} />
        </dl>
      )}
    </div>
  );
}

/** A box: « C.1 Titulaire » has its letter set apart, as people look for it by that. */
function Box({ placed, className }: { readonly placed: Placed; readonly className?: string | undefined }) {
  const [, letter, name = placed.item.label] = /^([A-Z](?:\.\d)*\.?)\s(.+)$/.exec(placed.item.label) ?? [];
  return (
    <div className={className}>
      <dt>
        {letter && <b>{letter}</b>} {name}
      </dt>
      <dd>
        <Printed placed={placed} />
      </dd>
    </div>
  );
}
