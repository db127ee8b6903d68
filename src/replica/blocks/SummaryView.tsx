import type { Action, SummaryRow } from '#engine';
import { replicaTexts as t } from '#i18n';
import { useHands, useScene } from '../hands.ts';
import s from './blocks.module.css';

const leadsTo = (action: Action, screen: string): boolean =>
  action.does.kind === 'go' && action.does.to.some(({ to }) => to === screen);

/** What was entered, line by line, each with its way back. */
export function SummaryView({ title, rows }: { readonly title: string; readonly rows: readonly SummaryRow[] }) {
  const { screen, shows, entry } = useScene();
  const hands = useHands();
  return (
    <section className={s.summary}>
      <h2 className={s.h2}>{title}</h2>
      <dl>
        {rows.filter(shows).map((row) => {
          const edit = row.edit && screen.actions.find((action) => leadsTo(action, row.edit ?? ''));
          return (
            <div key={row.label} className={s.summaryRow}>
              <dt>{row.label}</dt>
              <dd>{row.entry ? (entry(row.entry) ?? t.notGiven) : row.text}</dd>
              {edit && (
                <dd className={s.summaryEdit}>
                  <button
                    type="button"
                    className={s.link}
                    aria-label={t.modifyWhat(row.label)}
                    onClick={() => hands.press(edit)}
                  >
                    {t.modify}
                  </button>
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </section>
  );
}
