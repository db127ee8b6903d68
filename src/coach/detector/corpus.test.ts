import { describe, expect, it } from 'vitest';
import { corpus, crowd, developmentWorkshop, validationWorkshop } from '../simulated/families.ts';
import { type Score, scoreOf } from '../simulated/score.ts';

/*
 * What this measures: how the rules fare on learners made by our own generator, at the share of stuck people that it
 * gives (about 6 fields in 100), per episode. What it does not: people. No simulated figure may be quoted as one of a
 * real workshop. The held-out crowd has other people, pages and seeds than the workshops on which thresholds were set,
 * but the same authors: it is weaker than a set made by somebody else. The dossier's times to detect (15 s and 40 s) are
 * printed and not met: a silence cannot be told from reading before it is long.
 */

const heldOut = scoreOf(crowd(600, 9_000_000, [2, 4, 1, 5, 3, 3]));
const development = scoreOf([
  ...corpus(developmentWorkshop, 2, 1_000_000, [2, 1, 3, 4, 8, 2]),
  ...corpus(validationWorkshop, 2, 5_000_000, [1, 3, 2, 6, 4, 1, 3]),
]);

function print(name: string, score: Score): void {
  const percent = ({ rate, low, of }: Score['precision']) =>
    `${(100 * rate).toFixed(1)} % (≥ ${(100 * low).toFixed(1)}, n = ${of})`;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(0)} s`;
  process.stdout.write(
    [
      `\nDetector, ${name} (simulated, ${score.hours.toFixed(0)} learner-hours, ${score.truths} true episodes)`,
      `  precision ${percent(score.precision)} · recall ${percent(score.recall)}`,
      `  false alarms ${score.falseAlarmsPerHour.toFixed(2)} an hour · missed leavers ${percent(score.missedLeavers)}`,
      `  time to detect: median ${seconds(score.medianDelay)}, 90th percentile ${seconds(score.p90Delay)}`,
      `  false alarms by people: ${JSON.stringify(score.falseBy)}`,
      `  missed by what they did: ${JSON.stringify(score.missedBy)}\n`,
    ].join('\n'),
  );
}

describe('on simulated learners at natural prevalence', () => {
  it('prints what it measured', () => {
    print('seen while thresholds were set', development);
    print('held out', heldOut);
    expect(heldOut.truths).toBeGreaterThan(250);
    expect(heldOut.hours).toBeGreaterThan(50);
  });

  it('keeps precision and recall at 85 % or more, lower bounds at 80 %', () => {
    expect(heldOut.precision.rate).toBeGreaterThanOrEqual(0.85);
    expect(heldOut.precision.low).toBeGreaterThanOrEqual(0.8);
    expect(heldOut.recall.rate).toBeGreaterThanOrEqual(0.85);
    expect(heldOut.recall.low).toBeGreaterThanOrEqual(0.8);
  });

  it('raises few false alarms: today’s figure, to be brought down to the 0.5 an hour that is aimed at', () => {
    expect(heldOut.falseAlarmsPerHour).toBeLessThanOrEqual(0.6);
  });
});
