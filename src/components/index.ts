export { Badge } from './Badge.tsx';
export { Button } from './Button.tsx';
export { Dialog } from './Dialog.tsx';
export { Notice } from './Notice.tsx';
export { type Tab, Tabs } from './Tabs.tsx';
export type { Tone } from './tone.ts';
export { useRootMark } from './use-root-mark.ts';
export { VisuallyHidden } from './VisuallyHidden.tsx';
