import type { App } from './app.ts';
import type { Log } from './log.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Purges as the server starts, then once a day. Several processes may do it at once: each run is purged by one of them.
 * Returns what stops it.
 */
export function purgeDaily(
  { reports, config }: Pick<App, 'reports'> & { readonly config: Pick<App['config'], 'keepDays'> },
  log: Log,
  every: (ms: number, work: () => void) => () => void = (ms, work) => {
    const timer = setInterval(work, ms);
    return () => clearInterval(timer);
  },
): () => void {
  const work = async (): Promise<void> => {
    try {
      const { runs, learners, groups } = await reports.purge(config.keepDays);
      if (runs + learners + groups > 0)
        log.info('Données trop anciennes rendues anonymes', { essais: runs, apprenants: learners, groupes: groups });
    } catch (error) {
      // Tomorrow is another day: what could not be purged is still there then.
      log.error('Les données trop anciennes n’ont pas pu être rendues anonymes', { error: String(error) });
    }
  };
  void work();
  return every(day, () => void work());
}
