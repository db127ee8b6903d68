import type { MessagesPaneProps } from '../types.ts';

export default function MailPane(_props: MessagesPaneProps) {
  return null;
}
