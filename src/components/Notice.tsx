import type { ReactNode } from 'react';
import { type Tone, toneClass } from './tone.ts';

interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: string;
  /** Read out when it appears: "alert" for what went wrong, "status" for the rest. Absent: plain content. */
  readonly live?: 'alert' | 'status';
  readonly children?: ReactNode;
}

export function Notice({ tone = 'info', title, live, children }: NoticeProps) {
  return (
    <div className={`notice${toneClass(tone)}`} role={live}>
      {title && <p className="notice__title">{title}</p>}
      {children}
    </div>
  );
}
