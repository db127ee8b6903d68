import type { PaperThumbnailProps } from '../types.ts';
import { PaperSheet } from './PaperSheet.tsx';
import styles from './thumbnail.module.css';

/** The paper itself, drawn small; decorative: its title stands beside it. */
export default function PaperThumbnail({ paper }: PaperThumbnailProps) {
  return (
    <span className={styles.thumbnail} data-form={paper.form} aria-hidden="true" inert>
      <span className={styles.scaled}>
        <PaperSheet paper={paper} />
      </span>
    </span>
  );
}
