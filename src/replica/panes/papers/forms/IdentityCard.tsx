import type { FormProps } from '../PaperSheet.tsx';
import { Particulars } from '../Printed.tsx';
import { placer } from '../placing.ts';
import { ownLines, personOf } from './Addressee.tsx';
import own from './cards.module.css';

/** An identity paper: a drawn face, a name, particulars. No emblem, no flag, no machine-readable line. */
export function IdentityCard({ paper, persona }: FormProps) {
  const items = placer(paper).rest();
  // Most cards carry the name among their items.
  const person = items.some(({ id }) => /^(nom|prenom)/.test(id)) ? undefined : personOf(paper, persona);
  return (
    <div className={own.card} data-look="identity">
      <h3 className={own.cardTitle}>{paper.title}</h3>
      <svg className={own.face} viewBox="0 0 80 100" aria-hidden="true">
        <rect width="80" height="100" rx="4" fill="#e9eef0" />
        <circle cx="40" cy="40" r="19" fill="#a7b4b8" />
        <path d="M6 100c2-26 16-36 34-36s32 10 34 36z" fill="#a7b4b8" />
      </svg>
      <div className={own.cardBody}>
        {person && (
          <p className={own.cardName}>
            {person.firstName} <span>{person.lastName}</span>
          </p>
        )}
        <Particulars items={items} className={own.cardRest} />
        {ownLines(paper, persona).map((line) => (
          <p key={line} className={own.cardLabel}>
            {line}
          </p>
        ))}
      </div>
    </div>
  );
}
