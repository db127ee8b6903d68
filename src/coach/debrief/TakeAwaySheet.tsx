import type { TakeAwaySheetProps } from '../contract.ts';

export default function TakeAwaySheet(_: TakeAwaySheetProps) {
  return null;
}
