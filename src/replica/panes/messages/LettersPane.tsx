import type { MessagesPaneProps } from '../types.ts';

export default function LettersPane(_props: MessagesPaneProps) {
  return null;
}
