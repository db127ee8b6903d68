import { useEffect, useState } from 'react';
import { Button } from '#components';
import { coachWords as words } from '#i18n';
import type { HintRung } from '#recording';
import type { Advice } from '../advice.ts';
import common from '../coach.module.css';
import type { Point } from '../contract.ts';
import { canSkip, type Ladder, rungAbove, rungsShown, waitLeft } from '../ladder.ts';
import styles from './panel.module.css';
import { ShowAgain, SourceButton } from './SourceButton.tsx';

interface HintLadderProps {
  readonly ladder: Ladder;
  /** As the panel's. */
  readonly elapsed: () => number;
  readonly advice: Advice;
  readonly onClimb: (to?: HintRung) => void;
  readonly onClose: () => void;
  readonly onPoint: (point: Point) => void;
}

/** The hints given so far on one spot, and the way to one more: reassure, where, what, how. */
export function HintLadder({ ladder, elapsed, advice, onClimb, onClose, onPoint }: HintLadderProps) {
  return (
    <div className={styles.ladder}>
      <ol className={styles.hints} aria-live="polite">
        {rungsShown(ladder).map((rung) => (
          <li key={rung}>
            <HintText rung={rung} advice={advice} />
            {rung === 'where' && <ShowAgain advice={advice} onPoint={onPoint} />}
            {rung === 'what' && <SourceButton advice={advice} onPoint={onPoint} />}
          </li>
        ))}
      </ol>
      <NextRung ladder={ladder} elapsed={elapsed} onClimb={onClimb} onClose={onClose} />
    </div>
  );
}

/** The way to one more hint, and out. */
export function NextRung({ ladder, elapsed, onClimb, onClose }: Omit<HintLadderProps, 'advice' | 'onPoint'>) {
  const wait = useWait(ladder, elapsed);
  const above = rungAbove(ladder.rung);
  const exhausted = above === 'human' || above === null;
  return (
    <>
      {exhausted && <p>{words.allSaid}</p>}
      <div className="row">
        {!exhausted && (
          <Button aria-disabled={wait > 0} onClick={() => wait === 0 && onClimb()}>
            {words.more}
          </Button>
        )}
        {canSkip(ladder) && !exhausted && above !== 'how' && (
          <Button look="secondary" onClick={() => onClimb('how')}>
            {words.skip}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {words.close}
        </Button>
      </div>
      {!exhausted && wait > 0 && <p className={common.soft}>{words.moreSoon(Math.ceil(wait / 1000))}</p>}
    </>
  );
}

/** The sentence of one rung. */
export function hintSentence(rung: HintRung, advice: Advice): string {
  switch (rung) {
    case 'reassure':
      return words.reassure;
    case 'where':
      return words.where(advice.label);
    case 'what':
    case 'with-me':
      return advice.ask;
    case 'how':
      return advice.how;
    case 'human':
      return words.humanRight;
  }
}

function HintText({ rung, advice }: { readonly rung: HintRung; readonly advice: Advice }) {
  return (
    <>
      <p>{hintSentence(rung, advice)}</p>
      {rung === 'what' && advice.why && <p className={common.soft}>{words.why(advice.why)}</p>}
    </>
  );
}

/** Milliseconds left before the next rung, counted down by the second. */
function useWait(ladder: Ladder, elapsed: () => number): number {
  const [now, setNow] = useState(elapsed);
  const left = waitLeft(ladder, now);
  useEffect(() => {
    const update = () => setNow(elapsed());
    update();
    if (waitLeft(ladder, elapsed()) === 0) return;
    const timer = setInterval(update, 500);
    return () => clearInterval(timer);
  }, [ladder, elapsed]);
  return left;
}
