import { type ReactNode, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button, useRootMark } from '#components';
import { coachWords as words } from '#i18n';
import type { Advice } from '../advice.ts';
import type { Point } from '../contract.ts';
import type { Feedback } from '../feedback.ts';
import styles from './panel.module.css';

interface WhisperProps {
  /** What was said of the last attempt, before what to do next. */
  readonly said: Feedback | null;
  readonly sentence: string | null;
  readonly advice: Advice | null;
  readonly onPoint: (point: Point) => void;
  /** Buttons of an offer, or of a ladder. */
  readonly children?: ReactNode;
}

/**
 * The coach's last words at the bottom of the page, while its panel is out of sight (on a phone, one pane shows at a
 * time): a sentence that one must go and read in another pane is not pointed at in place.
 */
export function Whisper({ said, sentence, advice, onPoint, children }: WhisperProps) {
  const place = usePlace();
  const empty = said === null && sentence === null;
  useRootMark('whisper', !empty);
  const source = sentence !== null && !children ? (advice?.source ?? null) : null;
  return createPortal(
    <aside className={styles.whisper} aria-label={words.title} data-empty={empty}>
      <div role="status">
        {said && <p className={`notice is-${said.tone}`}>{said.text}</p>}
        {sentence && <p className={styles.whispered}>{sentence}</p>}
      </div>
      {source && (
        <Button look="secondary" onClick={() => onPoint(source.point)}>
          {source.open}
        </Button>
      )}
      {children}
    </aside>,
    place,
  );
}

/**
 * An element of its own under `body`. React listens to all that happens in the element on which a portal opens: on
 * `body` itself, each key pressed anywhere in the page would be handed out twice.
 */
function usePlace(): HTMLElement {
  const [place] = useState(() => document.createElement('div'));
  useLayoutEffect(() => {
    document.body.append(place);
    return () => place.remove();
  }, [place]);
  return place;
}
