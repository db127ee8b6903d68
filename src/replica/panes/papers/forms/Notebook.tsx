import type { FormProps } from '../PaperSheet.tsx';
import { Printed } from '../Printed.tsx';
import { placer } from '../placing.ts';
import own from './notebook.module.css';

/** The persona's own notes: passwords, numbers, things to remember, by hand on ruled paper. */
export function Notebook({ paper }: FormProps) {
  return (
    <div className={own.page}>
      <h3 className={own.title}>{paper.title}</h3>
      <dl className={own.notes}>
        {placer(paper)
          .rest()
          .map((placed) => (
            <div key={placed.id}>
              <dt>{placed.item.label}</dt>
              <dd>
                <Printed placed={placed} className={placed.item.kind === 'secret' ? own.secret : undefined} />
              </dd>
            </div>
          ))}
      </dl>
      {paper.lines?.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
