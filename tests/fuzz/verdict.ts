import type { BatchFuzz } from './batches.ts';
import type { ScenarioFuzz } from './scenarios.ts';

/** Growth allowed between the middle and the end, MB: what 50,000 more batches would leave behind is far above. */
const mostGrowth = 16;

/** What is wrong with a receiver of batches, a sentence each. */
export function faultsOfBatches({ growth, unclear, rubbish, counts }: BatchFuzz): readonly string[] {
  return [
    ...unclear.map((each) => `no clear answer: ${each}`),
    ...rubbish.map((each) => `stored rubbish: ${each}`),
    ...(counts === 'right' ? [] : ['the figures are not those of the events']),
    ...grown(growth),
  ];
}

/** What is wrong with a reader of scenario files, a sentence each. */
export function faultsOfScenarios({ growth, unclear }: ScenarioFuzz): readonly string[] {
  return [...unclear.map((each) => `no clear fault: ${each}`), ...grown(growth)];
}

// Said so that a growth that could not be measured is a fault too.
const grown = (growth: number): readonly string[] => (growth <= mostGrowth ? [] : [`memory grew by ${growth} MB`]);
