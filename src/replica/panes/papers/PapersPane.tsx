import { useEffect, useState } from 'react';
import type { Paper, PaperForm } from '#engine';
import { panesWords as words } from '#i18n';
import pane from '../pane.module.css';
import type { PapersPaneProps, PointAt } from '../types.ts';
import { useOpened } from '../use-opened.ts';
import PaperThumbnail from './PaperThumbnail.tsx';
import { PaperView } from './PaperView.tsx';
import styles from './papers-pane.module.css';

/**
 * The household's papers: a table of small drawings, then one paper at a time, to be zoomed, printed, pointed at.
 * `onOpen` says what the person opened; a paper opened by the coach's pointing does not count.
 */
export default function PapersPane({ persona, pointAt, onOpen }: PapersPaneProps) {
  const pointed = pointedPaper(persona.papers, pointAt)?.id;
  const { open, show, close, list } = useOpened<HTMLDivElement>(pointed ?? null);
  const [byHand, setByHand] = useState(false);

  useEffect(() => {
    if (!pointed) return;
    setByHand(false);
    show(pointed);
  }, [pointed, show]);

  const paper = persona.papers.find(({ id }) => id === open);
  if (paper) {
    return (
      <PaperView
        key={paper.id}
        paper={paper}
        persona={persona}
        pointed={paper.id === pointed ? pointAt?.item : undefined}
        byHand={byHand}
        onClose={close}
      />
    );
  }
  const claimant = persona.people.find(({ role }) => role === 'claimant');
  return (
    <section className={`${pane.pane} ${styles.full}`} aria-labelledby="papers-title">
      <h2 id="papers-title">{words.papers}</h2>
      <p className={pane.intro}>{words.papersIntro(claimant?.firstName ?? persona.title)}</p>
      <div ref={list} className={styles.groups}>
        {groupsOf(persona.papers).map(({ name, papers }) => (
          <section key={name} aria-label={words.paperGroups[name]}>
            <h3>{words.paperGroups[name]}</h3>
            <ul className={styles.list}>
              {papers.map((each) => (
                <li key={each.id}>
                  <button
                    type="button"
                    data-key={each.id}
                    className={styles.paper}
                    onClick={() => {
                      setByHand(true);
                      show(each.id);
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
        ))}
      </div>
    </section>
  );
}

type Group = keyof typeof words.paperGroups;

/** What lies together on the table; the order is that of the table too. */
const groups: Readonly<Record<Group, readonly PaperForm[]>> = {
  cards: ['health-card', 'identity-card', 'folded-licence', 'registration-certificate', 'notebook'],
  payslips: ['payslip'],
  statements: ['benefit-statement'],
  others: ['letter', 'contract', 'bank-details', 'photo-sheet', 'letter-box'],
};

function groupsOf(papers: readonly Paper[]): readonly { readonly name: Group; readonly papers: readonly Paper[] }[] {
  return (Object.keys(groups) as Group[])
    .map((name) => ({ name, papers: papers.filter(({ form }) => groups[name].includes(form)) }))
    .filter((group) => group.papers.length > 0);
}

/** A paper by id; of a monthly series named without its month, the latest. */
function pointedPaper(papers: readonly Paper[], pointAt: PointAt | undefined): Paper | undefined {
  if (!pointAt) return undefined;
  const series = papers.filter(({ id }) => id.startsWith(`${pointAt.paper}@`));
  return (
    papers.find(({ id }) => id === pointAt.paper) ?? [...series].sort((a, b) => (b.month ?? 0) - (a.month ?? 0))[0]
  );
}
