import { leavingWords as words } from '#i18n';
import { eraseDevice, forgetInPage, isErased } from './erase.ts';
import { readHeld } from './held.ts';
import { within } from './within.ts';

/** Said from tab to tab: the device has been erased. */
const channelName = 'replique-leaving';

/** In the address of the home page, which then says that all is erased. Not after « # »: home would not be opened anew. */
export const doneMark = '?efface';

/** « Effacer et partir »: all is erased here, the server asks the browser for the rest, and the page goes home. */
export async function eraseAndGo(): Promise<void> {
  await eraseDevice();
  tellOtherTabs();
  await goHome();
}

/** What was erased in another tab shall not stay on the screen of this one. */
export function followOtherTabs(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  new BroadcastChannel(channelName).addEventListener('message', () => {
    if (!isErased()) void eraseDevice().then(goHome);
  });
}

function tellOtherTabs(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('erased');
  channel.close();
}

/** Home, if it can be reached; else this page empties itself: the browser's own « no network » page reassures nobody. */
async function goHome(): Promise<void> {
  const reached = await serverAnswers();
  const left = (await readHeld()) !== null;
  if (reached) location.replace(`/${left ? '' : doneMark}`);
  else sayGoodbye(left);
}

/**
 * Whether home can be reached. Where browsers heed it (https, localhost), what is asked carries `Clear-Site-Data`: it
 * takes the pages out of the browser's own cache too, where no script reaches. A plain host of files answers that it has
 * no such address: the rest is done all the same.
 */
async function serverAnswers(): Promise<boolean> {
  if (!navigator.onLine) return false;
  const asked = isSecureContext
    ? fetch('/api/leave', { method: 'POST', keepalive: true })
    : fetch('/', { method: 'HEAD', cache: 'no-store' });
  return within(
    asked.then(() => true),
    false,
  );
}

function sayGoodbye(left: boolean): void {
  const [title, text] = left ? [words.notDoneTitle, words.notDone] : [words.doneTitle, words.done];
  forgetInPage();
  history.replaceState(null, '', '/');
  document.title = words.pageTitle(title);
  const main = document.createElement('main');
  main.className = 'goodbye';
  const heading = document.createElement('h1');
  heading.tabIndex = -1;
  heading.textContent = title;
  main.append(heading);
  for (const line of left ? [text] : [text, words.offline]) {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    main.append(paragraph);
  }
  document.body.className = 'learner learner--compact';
  document.body.replaceChildren(main);
  heading.focus();
}
