import type { DebriefProps } from '../contract.ts';

export default function Debrief(_: DebriefProps) {
  return null;
}
