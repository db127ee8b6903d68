import type { DocumentThumbnailProps } from '../types.ts';

export default function DocumentThumbnail(_props: DocumentThumbnailProps) {
  return null;
}
