import type { MessagesPaneProps } from '../types.ts';

export default function PhonePane(_props: MessagesPaneProps) {
  return null;
}
