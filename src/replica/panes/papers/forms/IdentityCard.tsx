import type { FormProps } from '../PaperSheet.tsx';
import { Particulars } from '../Printed.tsx';
import { placer } from '../placing.ts';
import { ownLines, personOf } from './Addressee.tsx';
import own from './cards.module.css';
import { Face } from './Face.tsx';

/** An identity paper: a drawn face, a name, particulars. No emblem, no flag, no machine-readable line. */
export function IdentityCard({ paper, persona }: FormProps) {
  const items = placer(paper).rest();
  // Most cards carry the name among their items.
  const person = items.some(({ id }) => /^(nom|prenom)/.test(id)) ? undefined : personOf(paper, persona);
  return (
    <div className={own.card} data-look="identity">
      <h3 className={own.cardTitle}>{paper.title}</h3>
      <Face className={own.face} />
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
