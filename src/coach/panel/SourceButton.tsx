import { Button } from '#components';
import type { Advice } from '../advice.ts';
import type { Point } from '../contract.ts';

/** Opens the paper, or the pane, on which the answer can be read. */
export function SourceButton({
  advice,
  onPoint,
}: {
  readonly advice: Advice;
  readonly onPoint: (point: Point) => void;
}) {
  const { source } = advice;
  if (!source) return null;
  return (
    <Button look="secondary" onClick={() => onPoint(source.point)}>
      {source.open}
    </Button>
  );
}
