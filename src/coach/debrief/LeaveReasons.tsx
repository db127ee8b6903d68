import { Button } from '#components';
import { debriefWords as words } from '#i18n';
import type { LeaveReason } from '#recording';
import common from '../coach.module.css';
import styles from './debrief.module.css';

const reasons = ['done-for-today', 'stuck', 'other'] as const satisfies readonly LeaveReason[];

/** One tap says why a person stops; passing is as good an answer. */
export function LeaveReasons({ onReason }: { readonly onReason: (reason: LeaveReason) => void }) {
  return (
    <section className={styles.part} aria-label={words.leave}>
      <h3>{words.leave}</h3>
      <p className={common.soft}>{words.leaveNote}</p>
      <div className="row">
        {reasons.map((reason) => (
          <Button key={reason} look="secondary" onClick={() => onReason(reason)}>
            {words.reasons[reason]}
          </Button>
        ))}
        <Button look="quiet" onClick={() => onReason('unsaid')}>
          {words.pass}
        </Button>
      </div>
    </section>
  );
}
