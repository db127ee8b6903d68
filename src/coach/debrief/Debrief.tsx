import { useMemo, useState } from 'react';
import { Button } from '#components';
import { coachWords, debriefWords as words } from '#i18n';
import type { LeaveReason } from '#recording';
import common from '../coach.module.css';
import type { DebriefProps } from '../contract.ts';
import { levelAfter } from '../level.ts';
import { type Account, accountOf } from './account.ts';
import styles from './debrief.module.css';
import { LeaveReasons } from './LeaveReasons.tsx';
import { Month } from './Month.tsx';
import { Opinion } from './Opinion.tsx';
import type { Silent } from './silent.ts';
import TakeAwaySheet from './TakeAwaySheet.tsx';

/** After a run, however it ended (the desk has just said how): what went well, what to know, what follows, what to try next. */
export default function Debrief(props: DebriefProps) {
  const { scenario, persona, events, view, today, record } = props;
  const account = useMemo(
    () => accountOf({ scenario, persona, events, view, today }),
    [scenario, persona, events, view, today],
  );
  const [left, setLeft] = useState(false);
  const { ending } = account;
  const meaning = ending?.meaning ?? 'abandon';
  const leave = (reason: LeaveReason) => {
    record({ type: 'RunLeft', screen: account.lastScreen, reason });
    setLeft(true);
  };
  return (
    <article className={styles.debrief} aria-labelledby="debrief-title">
      <header className={styles.head}>
        <h2 id="debrief-title">{words.title}</h2>
        <p className={styles.lead}>{words.meanings[meaning]}</p>
        <p className={common.safe}>{words.nothingSent}</p>
      </header>

      {meaning === 'abandon' && !account.leaveAsked && !left && <LeaveReasons onReason={leave} />}

      <section className={styles.part}>
        <h3>{words.well}</h3>
        <ul className={styles.well}>
          {account.well.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>

      <section className={styles.part}>
        <h3>{words.helped}</h3>
        {account.guided !== null && <p>{account.guided}</p>}
        {account.helped.length === 0 ? (
          account.guided === null && <p>{words.helpedNone}</p>
        ) : (
          <ul>
            {account.helped.map(({ label, how }) => (
              <li key={label}>
                <strong>{label}</strong> : {how.join(', ')}.
              </li>
            ))}
          </ul>
        )}
      </section>

      {meaning !== 'abandon' && <SilentErrors errors={account.silent} />}

      <section className={styles.part}>
        <h3>{words.weeks}</h3>
        <Month arrivals={account.weeks} from={account.endedOn} />
      </section>

      <NextTry {...props} account={account} />

      <section className={styles.part}>
        <h3>{words.opinion}</h3>
        <Opinion record={record} />
      </section>

      {!props.onSheet && <TakeAwaySheet scenario={scenario} persona={persona} today={today} />}
    </article>
  );
}

function SilentErrors({ errors }: { readonly errors: readonly Silent[] }) {
  if (errors.length === 0) {
    return (
      <section className={styles.part}>
        <h3>{words.silentNoneTitle}</h3>
        <p>{words.silentNone}</p>
      </section>
    );
  }
  return (
    <section className={styles.part}>
      <h3>{words.silent}</h3>
      <p className={common.soft}>{words.silentNote}</p>
      <ul className={styles.silent}>
        {errors.map((error, index) => (
          <li key={error.key} className="notice is-warning">
            <p>
              <strong>{error.label}</strong>
            </p>
            {error.said && <p>{error.said}</p>}
            <p>{error.expected}</p>
            {error.where && <p>{error.where}</p>}
            {error.consequence && error.consequence !== errors[index + 1]?.consequence && (
              <p>
                <strong>{words.consequence}</strong> {error.consequence}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One suggestion, and the ways that stay open. */
function NextTry({
  account,
  scenario,
  persona,
  onAgain,
  onPersona,
  onSheet,
}: DebriefProps & { readonly account: Account }) {
  const clean = account.ending?.meaning === 'reussi' && account.silent.length === 0;
  const harder = clean ? levelAfter(account.level) : null;
  const other = scenario.personas.find((id) => id !== persona.id);
  const ready = clean && harder === null && other !== undefined && onPersona !== undefined;
  return (
    <section className={styles.part}>
      <h3>{words.next}</h3>
      <p>{ready ? words.nextPersona : harder ? words.nextHarder : words.nextSame}</p>
      <div className="row">
        {harder && <Button onClick={() => onAgain(harder)}>{words.again(coachWords.levels[harder].name)}</Button>}
        {!harder && !ready && <Button onClick={() => onAgain(account.level)}>{words.againSame}</Button>}
        {other !== undefined && onPersona && (
          <Button look={ready ? 'primary' : 'secondary'} onClick={() => onPersona(other)}>
            {words.otherPersona}
          </Button>
        )}
        {onSheet && (
          <Button look="secondary" onClick={onSheet}>
            {words.sheet}
          </Button>
        )}
      </div>
    </section>
  );
}
