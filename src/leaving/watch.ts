import { createAbsence } from './absence.ts';
import { isErased } from './erase.ts';
import { doneMark, eraseAndGo, followOtherTabs } from './go.ts';
import { type Held, heldChanged, readHeld } from './held.ts';
import { ask } from './question.ts';
import { done, offer, strip } from './strip.ts';

/** The desk's own way out, while an exercise runs: it asks why the person leaves, and sends what waits. */
const ownWay = '[data-ready="true"] [data-leave]';

/**
 * Brings « Effacer et partir » to a learner's page, when the device holds something of somebody: a strip that says whom,
 * and an offer once nobody touches the page.
 */
export async function watchLeaving(clock: () => number = Date.now): Promise<void> {
  const absence = createAbsence(clock);
  let shown: Held | null = null;
  let drawn: HTMLElement | null = null;
  let offered: HTMLElement | null = null;

  const back = () => {
    absence.touch();
    offered?.remove();
    offered = null;
  };

  const leave = () => {
    back();
    const own = document.querySelector<HTMLElement>(ownWay);
    if (own) own.click();
    else if (shown) ask(shown, eraseAndGo);
  };

  const look = async () => {
    const held = isErased() ? null : await readHeld();
    if (isErased() || same(held, shown)) return;
    shown = held;
    drawn?.remove();
    drawn = held && strip(held, leave);
    if (drawn) place(drawn);
    else back();
  };

  const lookForSomebody = async () => {
    if (offered?.isConnected || !absence.long || isErased()) return;
    await look();
    if (!shown || offered?.isConnected || !absence.long) return;
    offered = offer(shown, leave, back);
    // Under an open dialog nothing can be pressed: it is offered in there.
    (document.querySelector('dialog[open]') ?? document.body).append(offered);
  };

  /** Only an answer takes the offer away, or going on: a hand that moves towards it does not. */
  const goOn = ({ target, type }: Event) => {
    if (!offered || !(target instanceof Element) || offered.contains(target)) return;
    if (type === 'input' || target.closest('a, button, summary, label')) back();
  };

  followOtherTabs();
  sayDone();
  for (const kind of ['pointerdown', 'keydown', 'scroll'])
    document.addEventListener(kind, absence.touch, { passive: true, capture: true });
  for (const kind of ['input', 'click']) document.addEventListener(kind, goOn, true);
  document.addEventListener(heldChanged, () => void look());
  addEventListener('storage', () => void look());
  // A page brought back as it stood may name who has left since, or show their code.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void readHeld().then((held) => same(held, shown) || location.reload());
  });
  setInterval(() => void lookForSomebody(), 1000);
  await look();
  // For whoever would know that nothing is held from a page that has not looked yet.
  document.body.dataset['looked'] = '';
}

const same = (one: Held | null, other: Held | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/** In the page's bar; at the end of a desk on a phone, which has no room to give and must not move under the hands. */
function place(made: HTMLElement): void {
  const narrowDesk = document.body.classList.contains('learner--compact') && !matchMedia('(min-width: 64rem)').matches;
  if (narrowDesk) document.querySelector('main')?.after(made);
  else document.querySelector('.bar')?.append(made);
}

function sayDone(): void {
  if (location.search !== doneMark) return;
  history.replaceState(null, '', location.pathname);
  document.querySelector('.bar')?.append(done());
}
