import { Component, type ReactNode, Suspense } from 'react';
import { replicaTexts as t } from '#i18n';
import s from './desk.module.css';

interface SturdyProps {
  readonly children: ReactNode;
  /** Shown while it loads; nothing when `null`. */
  readonly wait?: ReactNode;
}

/** A part that comes later: it may be slow, or not come at all, and the exercise goes on around it. */
export class Sturdy extends Component<SturdyProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { children, wait = <p className={s.wait}>{t.paneLoading}</p> } = this.props;
    if (this.state.failed) {
      return (
        <p className={s.wait} role="status">
          {t.partFailed}
        </p>
      );
    }
    return <Suspense fallback={wait}>{children}</Suspense>;
  }
}
