/**
 * Keeps the board current: listens to the group's events, fetches the board when it changed, and replaces only the
 * parts that differ, so that focus, selection and scroll stay where they are. When the connection is cut it says so
 * and asks again by itself.
 */
const room = document.querySelector<HTMLElement>('[data-room]');

if (room !== null) {
  const group = room.dataset.room ?? '';
  const sign = document.querySelector<HTMLElement>('[data-live]');
  const news = document.querySelector<HTMLElement>('[data-news-here]');
  let known = urgentOf(room);
  let asking = false;
  let again = false;

  const tell = (live: boolean) => {
    if (sign === null) return;
    sign.textContent = (live ? sign.dataset.live : sign.dataset.stale) ?? '';
    sign.classList.toggle('is-success', live);
    sign.classList.toggle('is-warning', !live);
    sign.hidden = false;
  };

  const refresh = async () => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    try {
      const response = await fetch(`/formateur/groupes/${group}/tableau`, {
        redirect: 'error',
        signal: AbortSignal.timeout(8_000),
      });
      if (!response.ok) throw new Error(String(response.status));
      const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').body;
      update(room, fresh);
      announce(fresh);
      tell(true);
    } catch {
      tell(false);
    } finally {
      asking = false;
      if (again) {
        again = false;
        setTimeout(refresh, 250);
      }
    }
  };

  const announce = (fresh: HTMLElement) => {
    const now = urgentOf(fresh);
    const said = [...now].filter(([key]) => !known.has(key)).map(([, sentence]) => sentence);
    known = now;
    if (news !== null && said.length > 0) news.textContent = said.join(' ');
  };

  const source = new EventSource(`/formateur/groupes/${group}/flux`);
  source.addEventListener('message', refresh);
  // After a cut, what was said meanwhile was not heard.
  source.addEventListener('open', refresh);
  source.addEventListener('error', () => tell(false));
  // Minutes pass without events; and where events are blocked (a proxy), this alone still works.
  setInterval(refresh, 10_000);
  addEventListener('online', refresh);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh();
  });
}

function urgentOf(root: ParentNode): Map<string, string> {
  return new Map(
    [...root.querySelectorAll<HTMLElement>('[data-urgent]')].map((one) => [
      one.dataset.urgent ?? '',
      one.dataset.news ?? '',
    ]),
  );
}

/** Replaces what differs, part by part; rows of the table one by one. */
function update(old: Element, fresh: Element): void {
  const parts = (root: Element) => [...root.children];
  const keys = (root: Element) =>
    parts(root)
      .map((part) => part.getAttribute('data-key'))
      .join();
  if (keys(old) !== keys(fresh) || parts(old).some((part) => !part.hasAttribute('data-key'))) {
    if (old.innerHTML !== fresh.innerHTML) old.replaceChildren(...fresh.childNodes);
    return;
  }
  // Both lists are read before anything moves: a part that is put in place leaves the fresh page.
  const others = parts(fresh);
  parts(old).forEach((part, i) => {
    const other = others[i];
    if (other === undefined || part.isEqualNode(other)) return;
    const rows = part.querySelector('tbody');
    const freshRows = other.querySelector('tbody');
    if (rows !== null && freshRows !== null) update(rows, freshRows);
    else part.replaceWith(other);
  });
}
