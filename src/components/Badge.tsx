import type { ReactNode } from 'react';
import { type Tone, toneClass } from './tone.ts';

/** A word or two of state beside something. The words carry the meaning, the colour only repeats it. */
export function Badge({ tone = 'info', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`badge${toneClass(tone)}`}>{children}</span>;
}
