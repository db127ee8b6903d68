import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects rubbish at once: what is not yet collected is no growth. Node gives it to new contexts from then on. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** How much the memory of the process's objects and buffers grew between the middle and the end of a long work, MB. */
export function memoryWatch(turns: number): { at(turn: number): void; growth(): number } {
  const used = (): number => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1e6;
  };
  let middle = Number.NaN;
  return {
    at(turn) {
      if (turn === Math.floor(turns / 2)) middle = used();
    },
    growth: () => used() - middle,
  };
}
