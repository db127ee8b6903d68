import type { Driver } from './driver.ts';
import type { WalkPath } from './paths.ts';

/** What a call brings: an answer, or none. */
export const isReply = (event: string): boolean => event === 'failed' || event.startsWith('outcome:');

/** One thing done by the person, and the answers that follow it. */
export interface Bundle {
  readonly events: readonly string[];
  /** Before the first event, then after each. */
  readonly states: readonly string[];
}

/** A path, thing by thing. */
export function bundlesOf({ events, states }: WalkPath): readonly Bundle[] {
  const bundles: { events: string[]; states: string[] }[] = [];
  events.forEach((event, index) => {
    const last = bundles.at(-1);
    if (isReply(event) && last) {
      last.events.push(event);
      last.states.push(states[index + 1] ?? '');
    } else bundles.push({ events: [event], states: [states[index] ?? '', states[index + 1] ?? ''] });
  });
  return bundles;
}

/**
 * Null when the answers and the place are those that the path announces, else what was found instead. `said`: steps told
 * before it. A path may end on a screen still loading.
 */
export function whatWentOtherwise({ events, states }: Bundle, driver: Driver, said: number): string | null {
  const [first = ''] = events;
  const fresh = driver.steps.slice(isReply(first) ? 0 : said);
  const answers = fresh.flatMap((step) => (step.type === 'OperationAnswered' ? [`outcome:${step.outcome}`] : []));
  const wanted = events.filter((each) => each.startsWith('outcome:'));
  const [at = '', sub] = (states.at(-1) ?? '').split('.');
  if (first === 'reload') {
    const load = driver.scenario.screens[at]?.load?.operation;
    const isAsked = fresh.some((step) => step.type === 'OperationAnswered' && step.operation === load);
    return isAsked ? null : `« ${at} » ne demande pas ses données de nouveau`;
  }
  const met = sub === 'loading' ? answers.slice(0, wanted.length) : answers;
  if (met.join() !== wanted.join()) {
    return `attendu ${wanted.join(', ') || 'aucun appel'}, obtenu ${answers.join(', ') || `aucun appel (${driver.said()})`}`;
  }
  if (events.at(-1) === 'failed' && driver.run.view.message?.tone !== 'error')
    return `« ${at} » ne dit pas que rien n'a répondu`;
  const isThere =
    sub === 'loading' ? fresh.some((step) => step.type === 'ScreenShown' && step.screen === at) : driver.at === at;
  return isThere ? null : `attendu « ${at} », obtenu « ${driver.at} »`;
}
