import type { Action } from '#engine';
import { replicaTexts as t } from '#i18n';
import { useActivity, useHands, useScene } from '../hands.ts';
import s from './blocks.module.css';

/** A button or a link of the service. Both are buttons: nothing here leads out of the page. */
export function ActionView({ action }: { readonly action: Action }) {
  const { pointed } = useScene();
  const { pending, phase, waits } = useActivity();
  const hands = useHands();
  const busy = phase === 'calling';
  return (
    <button
      type="button"
      className={s[action.look]}
      data-action={action.id}
      aria-disabled={(busy && waits) || undefined}
      {...(pointed?.kind === 'action' && pointed.id === action.id && { 'data-pointed': true })}
      onClick={() => !busy && hands.press(action)}
    >
      {action.label}
      {waits && pending === action.id && <span className={s.spinner} role="presentation" title={t.calling} />}
    </button>
  );
}
