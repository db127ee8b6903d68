import { joinWords as words } from '#i18n';
import { heldChanged } from '#leaving';
import { type JoinChoice, type Joined, type JoinRefusal, type JoinRequest, keepCard } from '#training';

/** What the page lends to its script; tests lend their own. */
export interface JoiningTools {
  readonly fetch: (address: string, options: RequestInit) => Promise<Response>;
  readonly storage: Pick<Storage, 'setItem'>;
  /** The address after "#": the code, when the person came by the card's drawing. */
  readonly hash: string;
  readonly chance: () => number;
}

/** Nicknames offered at a time: few enough to read, drawn so that neighbours do not meet on the same ones. */
const atATime = 12;

/** Brings the page of `rejoindre.astro` to life. The code of the group stays in memory, the card goes to storage. */
export function startJoining(root: HTMLElement, tools: JoiningTools): void {
  const find = <E extends HTMLElement = HTMLElement>(selector: string) => root.querySelector<E>(selector) as E;
  let group = '';
  let free: readonly string[] = [];

  const show = (step: 'code' | 'nickname' | 'done') => {
    for (const section of root.querySelectorAll<HTMLElement>('[data-step]'))
      section.hidden = section.dataset['step'] !== step;
    find(`[data-step="${step}"] h1`).focus();
  };

  const ask = async (request: JoinRequest): Promise<JoinChoice | Joined | string> => {
    find('[data-status]').textContent = words.waiting;
    try {
      const answer = await tools.fetch('/api/join', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      // A plain file host has no such address, and answers with a page.
      if (!answer.headers.get('content-type')?.includes('json')) return words.notHere;
      const body = (await answer.json()) as JoinChoice | Joined | JoinRefusal;
      return 'error' in body ? body.say : body;
    } catch {
      return words.noAnswer;
    } finally {
      find('[data-status]').textContent = '';
    }
  };

  const offer = () => {
    const drawn = [...free];
    const list = find('[data-nicknames]');
    list.replaceChildren();
    for (let count = Math.min(atATime, drawn.length); count > 0; count -= 1) {
      const [nickname = ''] = drawn.splice(Math.floor(tools.chance() * drawn.length), 1);
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button button--secondary';
      button.textContent = nickname;
      button.addEventListener('click', () => void choose(nickname));
      list.append(document.createElement('li'));
      list.lastElementChild?.append(button);
    }
    find('[data-others]').hidden = free.length <= atATime;
  };

  const choose = async (nickname: string) => {
    const answer = await ask({ code: group, nickname });
    if (typeof answer !== 'string') return arrive(answer);
    // Someone was quicker, perhaps: the list is asked again, without that nickname.
    const again = await ask({ code: group });
    if (typeof again !== 'string' && 'nicknames' in again) free = again.nicknames;
    offer();
    find('[data-nickname-error]').textContent = answer;
  };

  const arrive = (answer: JoinChoice | Joined) => {
    find('[data-group]').textContent = words.group(answer.group.name);
    if ('nicknames' in answer) {
      free = answer.nicknames;
      offer();
      return show('nickname');
    }
    try {
      keepCard(tools.storage, answer);
      document.dispatchEvent(new Event(heldChanged));
    } catch {
      // Storage is blocked: the person can still practise, and come back with their code.
    }
    find('[data-welcome]').textContent = words.welcome(answer.nickname);
    find('[data-resume]').textContent = answer.resume;
    find('[data-unassigned]').hidden = answer.assignment !== null;
    if (answer.assignment) {
      const start = find<HTMLAnchorElement>('[data-start]');
      start.href = `/s/${answer.assignment.scenario}/`;
      start.textContent = words.start(answer.assignment.title);
    }
    show('done');
  };

  const listen = (name: 'code' | 'personal', empty: string, send: (typed: string) => JoinRequest) => {
    const form = find<HTMLFormElement>(`[data-form="${name}"]`);
    const input = find<HTMLInputElement>(`#${name}`);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const typed = input.value.trim();
      const answer = typed === '' ? empty : await ask(send(typed));
      if (typeof answer !== 'string') return arrive(answer);
      find(`#${name}-error`).textContent = answer;
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    });
    return { form, input };
  };

  const { form, input } = listen('code', words.empty, (typed) => {
    group = typed;
    return { code: typed };
  });
  listen('personal', words.emptyPersonal, (typed) => ({ resume: typed }));
  find('[data-others]').addEventListener('click', offer);

  const carried = decodeURIComponent(tools.hash.slice(1));
  if (carried !== '' && carried.length <= 40) {
    input.value = carried;
    form.requestSubmit();
  }
}
