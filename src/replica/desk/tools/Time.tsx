import { IdleWarning } from './IdleWarning.tsx';
import { Paused } from './Paused.tsx';

/** What the desk says of time: the site is about to log out, the exercise is set aside. */
export default function Time() {
  return (
    <>
      <IdleWarning />
      <Paused />
    </>
  );
}
