import type { PaperThumbnailProps } from '../types.ts';

export default function PaperThumbnail(_props: PaperThumbnailProps) {
  return null;
}
