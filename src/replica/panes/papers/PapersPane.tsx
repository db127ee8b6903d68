import { useEffect, useRef, useState } from 'react';
import type { Paper } from '#engine';
import { panesWords as words } from '#i18n';
import type { PapersPaneProps, PointAt } from '../types.ts';
import PaperThumbnail from './PaperThumbnail.tsx';
import { PaperView } from './PaperView.tsx';
import styles from './papers-pane.module.css';

/**
 * The household's papers: a table of small drawings, then one paper at a time, to be zoomed, printed, pointed at.
 * `onOpen` says what the person opened; a paper opened by the coach's pointing does not count.
 */
export default function PapersPane({ persona, pointAt, onOpen }: PapersPaneProps) {
  const [open, setOpen] = useState<string | null>(() => pointedPaper(persona.papers, pointAt)?.id ?? null);
  const list = useRef<HTMLUListElement>(null);
  const cameFrom = useRef<string | null>(null);
  const pointed = pointedPaper(persona.papers, pointAt)?.id;

  useEffect(() => {
    if (pointed) setOpen(pointed);
  }, [pointed]);

  // Back on the list, the focus returns to the paper that was open.
  useEffect(() => {
    if (open || !cameFrom.current) return;
    list.current?.querySelector<HTMLElement>(`[data-open="${CSS.escape(cameFrom.current)}"]`)?.focus();
    cameFrom.current = null;
  }, [open]);

  const paper = persona.papers.find(({ id }) => id === open);
  if (paper) {
    return (
      <PaperView
        key={paper.id}
        paper={paper}
        persona={persona}
        pointed={paper.id === pointed ? pointAt?.item : undefined}
        onClose={() => {
          cameFrom.current = paper.id;
          setOpen(null);
        }}
      />
    );
  }
  const claimant = persona.people.find(({ role }) => role === 'claimant');
  return (
    <section className={styles.pane} aria-labelledby="papers-title">
      <h2 id="papers-title">{words.papers}</h2>
      <p className={styles.intro}>{words.papersIntro(claimant?.firstName ?? persona.title)}</p>
      <ul className={styles.list} ref={list}>
        {persona.papers.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              data-open={each.id}
              className={styles.paper}
              onClick={() => {
                setOpen(each.id);
                onOpen(each.id);
              }}
            >
              <PaperThumbnail paper={each} />
              <span className={styles.title}>{each.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A paper by id; of a monthly series named without its month, the latest. */
function pointedPaper(papers: readonly Paper[], pointAt: PointAt | undefined): Paper | undefined {
  if (!pointAt) return undefined;
  const series = papers.filter(({ id }) => id.startsWith(`${pointAt.paper}@`));
  return (
    papers.find(({ id }) => id === pointAt.paper) ?? [...series].sort((a, b) => (b.month ?? 0) - (a.month ?? 0))[0]
  );
}
