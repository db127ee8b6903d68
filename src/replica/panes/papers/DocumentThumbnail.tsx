import type { DocumentThumbnailProps } from '../types.ts';
import PaperThumbnail from './PaperThumbnail.tsx';
import styles from './thumbnail.module.css';

/** A photo or a scan of a paper as the person took it: its faults are to be seen before it is chosen. */
export default function DocumentThumbnail({ document, paper }: DocumentThumbnailProps) {
  return (
    <span className={styles.document} data-quality={document.quality} data-photo={document.format !== 'pdf'}>
      <PaperThumbnail paper={paper} />
    </span>
  );
}
