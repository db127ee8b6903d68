import { Button } from '#components';
import { coachWords as words } from '#i18n';
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

/** Brings the site forward (on a phone it is behind the coach), then outlines the spot again. */
export function ShowAgain({ advice, onPoint }: { readonly advice: Advice; readonly onPoint: (point: Point) => void }) {
  const show = () => {
    onPoint({ kind: 'pane', id: 'site' });
    onPoint(advice.point);
  };
  return (
    <Button look="quiet" onClick={show}>
      {words.showAgain}
    </Button>
  );
}
