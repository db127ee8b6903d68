/**
 * The panes beside the replica: papers, mail, phone, letters. Each is a lazy component (default export of its file),
 * so that nothing of them weighs on the first screen; wrap them in <Suspense>.
 */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type {
  ArrivalsProps,
  DocumentThumbnailProps,
  MessagesPaneProps,
  PapersPaneProps,
  PaperThumbnailProps,
  PhonePaneProps,
} from './types.ts';

type Lazy<P> = LazyExoticComponent<ComponentType<P>>;

export const PapersPane: Lazy<PapersPaneProps> = lazy(() => import('./papers/PapersPane.tsx'));
export const PaperThumbnail: Lazy<PaperThumbnailProps> = lazy(() => import('./papers/PaperThumbnail.tsx'));
export const DocumentThumbnail: Lazy<DocumentThumbnailProps> = lazy(() => import('./papers/DocumentThumbnail.tsx'));
export const MailPane: Lazy<MessagesPaneProps> = lazy(() => import('./messages/MailPane.tsx'));
export const PhonePane: Lazy<PhonePaneProps> = lazy(() => import('./messages/PhonePane.tsx'));
export const LettersPane: Lazy<MessagesPaneProps> = lazy(() => import('./messages/LettersPane.tsx'));
export const Arrivals: Lazy<ArrivalsProps> = lazy(() => import('./messages/Arrivals.tsx'));
/** Brings all of them while the network is there: a lesson goes on when it is gone. */
export const loadPanes = (): Promise<unknown> =>
  Promise.all([
    import('./papers/PapersPane.tsx'),
    import('./papers/PaperThumbnail.tsx'),
    import('./papers/DocumentThumbnail.tsx'),
    import('./messages/MailPane.tsx'),
    import('./messages/PhonePane.tsx'),
    import('./messages/LettersPane.tsx'),
    import('./messages/Arrivals.tsx'),
  ]);
export { inbox, nextArrival } from './messages/inbox.ts';
export type * from './types.ts';
