import type { LeaveQuestionProps } from '../contract.ts';

export default function LeaveQuestion(_: LeaveQuestionProps) {
  return null;
}
