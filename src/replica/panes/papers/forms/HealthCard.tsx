import type { FormProps } from '../PaperSheet.tsx';
import { Particulars, Printed } from '../Printed.tsx';
import { placer } from '../placing.ts';
import { ownLines, personOf } from './Addressee.tsx';
import own from './cards.module.css';

/** The health card: a chip, a name, the long number. Our own drawing, near in colour and never the real one. */
export function HealthCard({ paper, persona }: FormProps) {
  const items = placer(paper);
  const number = items.take(/nir|securite-sociale|numero/);
  const person = personOf(paper, persona);
  return (
    <div className={own.card} data-look="health">
      <Waves />
      <h3 className={own.cardTitle}>{paper.title}</h3>
      <Chip />
      <div className={own.cardBody}>
        {person && (
          <p className={own.cardName}>
            {person.firstName} <span>{person.lastName}</span>
          </p>
        )}
        {number && (
          <>
            <p className={own.cardLabel}>{number.item.label}</p>
            <p className={own.cardNumber}>
              <Printed placed={number} />
            </p>
          </>
        )}
        <Particulars items={items.rest()} className={own.cardRest} />
        {ownLines(paper, persona).map((line) => (
          <p key={line} className={own.cardLabel}>
            {line}
          </p>
        ))}
      </div>
    </div>
  );
}

function Waves() {
  return (
    <svg className={own.waves} viewBox="0 0 340 215" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 150c60-40 110-40 170-8s110 32 170-14v87H0z" fill="#fff" opacity=".5" />
      <path d="M0 176c70-32 120-26 176-4s110 18 164-16v59H0z" fill="#d7b56b" opacity=".4" />
    </svg>
  );
}

function Chip() {
  return (
    <svg className={own.chip} viewBox="0 0 46 36" aria-hidden="true">
      <rect x="1" y="1" width="44" height="34" rx="6" fill="#dcc27f" stroke="#937531" />
      <path d="M1 12h14v12H1M45 12H31v12h14M15 1v34M31 1v34M15 18h16" fill="none" stroke="#937531" />
    </svg>
  );
}
