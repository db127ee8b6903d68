import { createPortal } from 'react-dom';
import { Button } from '#components';
import { fillTemplate, showDay, showMonth } from '#engine';
import { debriefWords as words } from '#i18n';
import type { TakeAwaySheetProps } from '../contract.ts';
import styles from './sheet.module.css';

/**
 * One page to print for the real day. It holds nothing of the learner: they may leave it on a table. The printed copy
 * stands directly under `body`, alone on paper, so that nothing of the page can push it to a second sheet.
 */
export default function TakeAwaySheet(props: TakeAwaySheetProps) {
  return (
    <section className={styles.frame} aria-label={words.sheet}>
      <h3>{words.sheet}</h3>
      <Button look="secondary" onClick={() => print()}>
        {words.print}
      </Button>
      <div className={styles.sheet} data-theme="light">
        <Sheet {...props} />
      </div>
      {createPortal(
        <div className={`${styles.sheet} ${styles.paper}`} data-theme="light" data-print-sheet="">
          <Sheet {...props} />
        </div>,
        document.body,
      )}
    </section>
  );
}

function Sheet({ scenario, persona, today }: TakeAwaySheetProps) {
  const { takeAway, service, replicates } = scenario;
  const fill = (text: string) => fillTemplate(text, { people: persona.people, today });
  return (
    <>
      <p className={styles.mark}>{words.training}</p>
      <h4 className={styles.title}>{words.sheetFor(fill(scenario.title))}</h4>
      <p className={styles.service}>
        {service.formerName ? `${service.formerName}, aujourd’hui ${service.name}` : service.name}
      </p>
      <div className={styles.columns}>
        <div>
          <h5>{words.papers}</h5>
          <ul className={styles.boxes}>
            {takeAway.papers.map((paper) => (
              <li key={paper}>{fill(paper)}</li>
            ))}
          </ul>
        </div>
        <div>
          <h5>{words.steps}</h5>
          <ol>
            {takeAway.steps.map((step) => (
              <li key={step}>{fill(step)}</li>
            ))}
          </ol>
        </div>
      </div>
      <div className={styles.columns}>
        <div>
          <h5>{words.site}</h5>
          <p className={styles.address}>{takeAway.site}</p>
          <p>{words.siteNote}</p>
        </div>
        {takeAway.phone && (
          <div>
            <h5>{words.phone}</h5>
            <p className={styles.address}>{takeAway.phone}</p>
          </div>
        )}
      </div>
      <div className={styles.right}>
        <h5>{words.otherWay}</h5>
        <p>{fill(takeAway.otherWay)}</p>
        <ul>
          {service.contacts
            .filter(({ way }) => way !== 'site')
            .map(({ way, text }) => (
              <li key={text}>
                {words.contacts[way]} : {fill(text)}
              </li>
            ))}
        </ul>
      </div>
      <p className={styles.small}>
        {words.asOf(showMonth(replicates.asOf.slice(0, 7)))} {words.made(showDay(today))}
      </p>
    </>
  );
}
