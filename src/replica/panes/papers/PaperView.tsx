import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#components';
import type { Paper, Persona } from '#engine';
import { panesWords as words } from '#i18n';
import pane from '../pane.module.css';
import { bringToSight, showFromTop } from './bring-to-sight.ts';
import { PaperSheet } from './PaperSheet.tsx';
import styles from './papers-pane.module.css';
import { printOnly } from './print-only.ts';

const steps = [0.75, 1, 1.25, 1.5, 2, 2.5, 3] as const;
/** Index of 100 %. */
const normal = 1;

interface PaperViewProps {
  readonly paper: Paper;
  readonly persona: Persona;
  readonly pointed: string | undefined;
  /** The person opened it: the focus goes to the paper. The coach's pointing never takes the focus from a field. */
  readonly byHand: boolean;
  readonly onClose: () => void;
}

/** One open paper, with its zoom: buttons, or the keys + − and 0 while the paper has the focus. */
export function PaperView({ paper, persona, pointed, byHand, onClose }: PaperViewProps) {
  const [step, setStep] = useState<number>(normal);
  const desk = useRef<HTMLElement>(null);
  const scale = steps[step] ?? 1;
  const zoom = (by: number) => setStep((at) => Math.min(steps.length - 1, Math.max(0, at + by)));

  useEffect(() => {
    if (!byHand) return;
    desk.current?.focus({ preventScroll: true });
    if (desk.current?.parentElement) showFromTop(desk.current.parentElement);
  }, [byHand]);

  useEffect(() => {
    const item = pointed && desk.current?.querySelector(`[data-item="${CSS.escape(pointed)}"]`);
    if (item) bringToSight(item);
  }, [pointed]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return; // the browser's own zoom
    if (event.key === '+' || event.key === '=') zoom(1);
    else if (event.key === '-') zoom(-1);
    else if (event.key === '0') setStep(normal);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };

  return (
    <section className={`${pane.pane} ${styles.full}`} aria-label={words.paperRegion(paper.title)}>
      <div className={styles.tools}>
        <Button look="quiet" onClick={onClose}>
          <span aria-hidden="true">←</span> {words.allPapers}
        </Button>
        <div className={styles.zoom}>
          <Button look="secondary" aria-label={words.zoomOut} disabled={step === 0} onClick={() => zoom(-1)}>
            −
          </Button>
          <Button look="quiet" onClick={() => setStep(normal)}>
            {Math.round(scale * 100)} %<span className="visually-hidden">, {words.zoomReset}</span>
          </Button>
          <Button
            look="secondary"
            aria-label={words.zoomIn}
            disabled={step === steps.length - 1}
            onClick={() => zoom(1)}
          >
            +
          </Button>
        </div>
        <Button look="quiet" onClick={() => desk.current && printOnly(desk.current)}>
          {words.print}
        </Button>
        <p className="visually-hidden" role="status">
          {step === normal ? '' : words.zoomed(Math.round(scale * 100))}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <section className={styles.table} ref={desk} tabIndex={0} aria-label={paper.title} onKeyDown={onKeyDown}>
        <div className={styles.zoomed} style={{ '--zoom': scale } as CSSProperties}>
          <PaperSheet paper={paper} persona={persona} pointed={pointed} />
        </div>
      </section>
    </section>
  );
}
