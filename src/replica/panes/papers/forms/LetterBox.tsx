import type { FormProps } from '../PaperSheet.tsx';
import { Printed } from '../Printed.tsx';
import { placer } from '../placing.ts';
import own from './pictures.module.css';

/** A picture of a letter box: a metal door, a flap, and the label that the postman reads. */
export function LetterBox({ paper }: FormProps) {
  return (
    <>
      <h3>{paper.title}</h3>
      <div className={own.wall}>
        <div className={own.door}>
          <span className={own.flap} aria-hidden="true" />
          <dl>
            {placer(paper)
              .rest()
              .map((placed) => (
                <div key={placed.id} className={own.label}>
                  <dt className="visually-hidden">{placed.item.label}</dt>
                  <dd>
                    <Printed placed={placed} />
                  </dd>
                </div>
              ))}
          </dl>
          <svg className={own.lock} viewBox="0 0 30 30" aria-hidden="true">
            <circle cx="15" cy="15" r="12" fill="#d9d5cc" stroke="#77736a" strokeWidth="2" />
            <path d="M15 9v12" stroke="#4e4b45" strokeWidth="3" strokeLinecap="round" />
          </svg>
        </div>
      </div>
      {paper.lines?.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}
