import { Button } from '#components';
import { replicaTexts as t } from '#i18n';
import s from './desk.module.css';
import { useSessionObject } from './hooks/session-context.ts';

const words = {
  elsewhere: { title: t.elsewhereTitle, text: t.elsewhereText, way: t.takeOver },
  taken: { title: t.takenTitle, text: t.elsewhereText, way: t.takeOver },
  failed: { title: t.failedTitle, text: t.failedText, way: t.retry },
} as const;

/** A page with one sentence and a way on, when the exercise cannot be here now. */
export function Calm({ status }: { readonly status: keyof typeof words }) {
  const session = useSessionObject();
  const { title, text, way } = words[status];
  return (
    <section className={s.calm}>
      <h1>{title}</h1>
      <p>{text}</p>
      <p className={s.calmWays}>
        <Button onClick={() => void session.start(status !== 'failed').then(() => session.warm())}>{way}</Button>
        <a className="button button--secondary" href="/">
          {t.home}
        </a>
      </p>
    </section>
  );
}
