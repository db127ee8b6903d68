import { debriefWords } from '#i18n';
import s from './desk.module.css';
import { useSession } from './hooks/session-context.ts';

/** What the run is asked for by: a copy, or its erasure. Its id, in fours, to be copied by hand. */
export function RunCode() {
  const run = useSession((state) => state.events[0]?.run);
  if (run === undefined) return null;
  const { title, text, where } = debriefWords.code;
  return (
    <details className={s.runCode}>
      <summary>{title}</summary>
      <p>{text}</p>
      <p>
        <code>{run.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <p>{where}</p>
    </details>
  );
}
