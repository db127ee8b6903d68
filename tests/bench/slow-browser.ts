import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { chromiumArguments, ensureChromium } from '../support/chromium.ts';

/** Slow 3G of the browsers' own tools: 400 kbit/s each way, 400 ms. */
const slow3g = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** Of a poor phone's processor, beside this machine's. */
const slowness = 6;

const sessions = new WeakMap<Page, CDPSession>();

const setSlowness = async (page: Page, rate: number) =>
  sessions.get(page)?.send('Emulation.setCPUThrottlingRate', { rate });

/** Does something with a page while no other of these is slowed: two that are slow slow each other. */
export async function aloneSlow<Found>(page: Page, others: readonly Page[], act: () => Promise<Found>): Promise<Found> {
  for (const other of others) await setSlowness(other, 1);
  await setSlowness(page, slowness);
  return act();
}

/** How long a finger stays on the glass, ms. */
const tapLength = 80;

/** Puts a finger on the page and takes it away. Playwright's own takes no time at all. */
export async function touch(page: Page, at: { readonly x: number; readonly y: number }): Promise<void> {
  const finger = (type: 'touchStart' | 'touchEnd', touchPoints: (typeof at)[]) =>
    sessions.get(page)?.send('Input.dispatchTouchEvent', { type, touchPoints });
  await finger('touchStart', [at]);
  await page.waitForTimeout(tapLength);
  await finger('touchEnd', []);
}

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });

/** A page of a browser that has never been here, on a poor phone's processor, and on its network when asked. */
export async function poorPage(browser: Browser, { network = false } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'fr-FR' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  sessions.set(page, session);
  await setSlowness(page, slowness);
  if (network) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow3g);
  }
  return page;
}

/** What a person does on the page as soon as it can be done, told in selectors. */
export interface Task {
  /** The first field to show. */
  readonly field: string;
  /** What goes in which field, as soon as it shows. */
  readonly fill: Readonly<Record<string, string>>;
  /** Pressed every 100 ms, as people do, until the answer shows. Without it, the fields are filled again instead. */
  readonly press?: string;
  /** The answer. */
  readonly answer?: string;
}

/** When the first field and the answer were painted, in ms since the navigation began. */
export interface TaskTimes {
  readonly field: number;
  readonly answer: number;
}

/**
 * Opens a page and does the task from inside it: a driver outside would be slowed by the same processor, and measure
 * itself.
 */
export async function doTask(page: Page, address: string, task: Task): Promise<TaskTimes> {
  await page.addInitScript((todo: Task) => {
    const times: Record<string, number> = {};
    Object.assign(window, { taskTimes: times });
    const shown = (selector: string): HTMLElement | undefined =>
      [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility());
    const note = (name: string): void => {
      // The frame in which it was seen is painted before the next one begins.
      requestAnimationFrame((now) => {
        times[name] ??= now;
      });
    };
    const filled = new Set<string>();
    const fill = (): void => {
      for (const [selector, text] of Object.entries(todo.fill)) {
        const field = document.querySelector<HTMLInputElement>(selector);
        // A page comes in pieces: the second field may not be there when the first one is.
        if (!field || (todo.press && filled.has(selector))) continue;
        filled.add(selector);
        // React watches the property it has put on the element: its own would hide the change from it.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    };
    let pressed = 0;
    const look = (now: number): void => {
      if (times.field === undefined && shown(todo.field)) note('field');
      if (todo.answer && shown(todo.answer)) {
        note('answer');
        return;
      }
      if (shown(todo.field) && now - pressed >= 100) {
        pressed = now;
        fill();
        if (todo.press) document.querySelector<HTMLElement>(todo.press)?.click();
      }
      if (todo.answer || times.field === undefined) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, task);
  await page.goto(address, { waitUntil: 'commit' });
  const last = task.answer ? 'answer' : 'field';
  const done = await page.waitForFunction(
    (name) => {
      const { taskTimes } = window as unknown as { taskTimes?: Record<string, number> };
      return taskTimes?.[name] !== undefined && taskTimes;
    },
    last,
    { timeout: 45_000, polling: 200 },
  );
  return (await done.jsonValue()) as unknown as TaskTimes;
}
