/**
 * How much the heap grew between the middle and the end of a long work, MB. Collects first where the process may
 * (`node --expose-gc`): otherwise it says 0, since rubbish not yet collected is no growth.
 */
export function memoryWatch(turns: number): { at(turn: number): void; growth(): number } {
  const collect = (globalThis as { gc?: () => void }).gc;
  const heap = (): number => {
    collect?.();
    return process.memoryUsage().heapUsed / 1e6;
  };
  let middle = Number.NaN;
  return {
    at(turn) {
      if (turn === Math.floor(turns / 2)) middle = heap();
    },
    growth: () => (collect === undefined ? 0 : heap() - middle),
  };
}
