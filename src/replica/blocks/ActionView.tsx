import type { Action } from '#engine';
import { replicaTexts as t } from '#i18n';
import { useHands, useLate, useScene } from '../hands.ts';
import s from './blocks.module.css';

/** A button or a link of the service. Both are buttons: nothing here leads out of the page. */
export function ActionView({ action }: { readonly action: Action }) {
  const { pointed } = useScene();
  const late = useLate();
  const hands = useHands();
  return (
    <button
      type="button"
      className={s[action.look]}
      data-action={action.id}
      aria-disabled={late !== null || undefined}
      {...(pointed?.kind === 'action' && pointed.id === action.id && { 'data-pointed': true })}
      onClick={() => hands.press(action)}
    >
      {action.label}
      {late?.action === action.id && <span className={s.spinner} role="presentation" title={t.calling} />}
    </button>
  );
}
