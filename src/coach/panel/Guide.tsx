import { coachWords as words } from '#i18n';
import type { Advice } from '../advice.ts';
import common from '../coach.module.css';
import type { Point } from '../contract.ts';
import styles from './panel.module.css';
import { ShowAgain, SourceButton } from './SourceButton.tsx';

interface GuideProps {
  readonly advice: Advice | null;
  /** The detector thinks that the sentence did not help: say it otherwise. */
  readonly resaid: boolean;
  readonly onPoint: (point: Point) => void;
}

/** One thing to do, the reason for it, and where to read the answer. */
export function Guide({ advice, resaid, onPoint }: GuideProps) {
  if (!advice) return <p className={styles.ask}>{words.readScreen}</p>;
  return (
    <div className={styles.guide}>
      <p className={styles.ask}>{advice.ask}</p>
      {advice.why && <p className={common.soft}>{advice.why}</p>}
      {resaid && (
        <p className="notice is-info">
          {words.sayOtherwise} {advice.how}
        </p>
      )}
      <div className="row">
        <SourceButton advice={advice} onPoint={onPoint} />
        <ShowAgain advice={advice} onPoint={onPoint} />
      </div>
    </div>
  );
}
