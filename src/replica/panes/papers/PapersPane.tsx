import type { PapersPaneProps } from '../types.ts';

export default function PapersPane(_props: PapersPaneProps) {
  return null;
}
