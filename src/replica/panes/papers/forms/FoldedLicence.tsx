import type { FormProps } from '../PaperSheet.tsx';
import { Particulars } from '../Printed.tsx';
import { placer } from '../placing.ts';
import { Face } from './Face.tsx';
import own from './folded-licence.module.css';

/** A driving licence of the old kind: pink paper folded in three, worn at its folds. No emblem, no flag. */
export function FoldedLicence({ paper }: FormProps) {
  const items = placer(paper).rest();
  const middle = Math.ceil(items.length / 2);
  return (
    <div className={own.licence}>
      <div className={own.panel}>
        <h3>{paper.title}</h3>
        {paper.issuer && <p>{paper.issuer}</p>}
        <Stamp />
      </div>
      <div className={own.panel}>
        <Face className={own.face} />
        <Particulars items={items.slice(0, middle)} className={own.lines} />
      </div>
      <div className={own.panel}>
        <Particulars items={items.slice(middle)} className={own.lines} />
        {paper.lines?.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}

/** A worn rubber stamp. */
function Stamp() {
  return (
    <svg className={own.stamp} viewBox="0 0 90 90" aria-hidden="true">
      <g fill="none" stroke="#4a5a8c" opacity=".55" transform="rotate(-14 45 45)">
        <circle cx="45" cy="45" r="38" strokeWidth="2" strokeDasharray="60 3 22 2" />
        <circle cx="45" cy="45" r="28" strokeWidth="1.2" strokeDasharray="40 4" />
        <path d="M27 45h36M31 38h28M31 52h28" strokeWidth="2" strokeDasharray="9 3" />
      </g>
    </svg>
  );
}
