import type { ArrivalsProps } from '../types.ts';

export default function Arrivals(_props: ArrivalsProps) {
  return null;
}
