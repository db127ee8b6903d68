import type { FormProps } from '../PaperSheet.tsx';
import { Particulars, Printed } from '../Printed.tsx';
import { placer } from '../placing.ts';
import { Face } from './Face.tsx';
import own from './pictures.module.css';

/** A sheet of identity photos as a booth or a photographer prints it: four faces, and a long code under them. */
export function PhotoSheet({ paper }: FormProps) {
  const items = placer(paper);
  const code = items.take(/code|numero/);
  return (
    <div className={own.photos}>
      <h3>{paper.title}</h3>
      {paper.issuer && <p className={own.issuer}>{paper.issuer}</p>}
      <div className={own.faces}>
        {['haut-gauche', 'haut-droite', 'bas-gauche', 'bas-droite'].map((place) => (
          <Face key={place} className={own.face} />
        ))}
      </div>
      {code && (
        <dl className={own.code}>
          <dt>{code.item.label}</dt>
          <dd>
            <Printed placed={code} />
          </dd>
        </dl>
      )}
      <Particulars items={items.rest()} />
      {paper.lines?.map((line) => (
        <p key={line} className={own.line}>
          {line}
        </p>
      ))}
    </div>
  );
}
