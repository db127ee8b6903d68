import type { Browser } from '@playwright/test';
import { startSite } from '../support/site.ts';
import { type Measure, within, worst } from './measure.ts';
import { createSenders } from './senders.ts';
import { largestScenario, simulateRun } from './simulated.ts';

/** From the learner's batch that says « stuck » to the trainer's page that shows it. */
export async function measureAlert(browser: Browser, rounds: number): Promise<Measure[]> {
  const site = await startSite();
  const senders = createSenders(site.port, 1);
  const context = await browser.newContext({ locale: 'fr-FR' });
  try {
    const page = await context.newPage();
    await page.goto(/http\S+\/formateur\/lien\/[\w-]+/.exec(site.said())?.[0] ?? 'about:blank');
    await page.locator('#nom').fill('Formatrice');
    await page.locator('#nouveau').fill('une phrase de passe longue');
    await page.getByRole('button', { name: 'Créer mon compte' }).click();
    await page.locator('#nom').fill('Groupe du banc');
    await page.getByRole('button', { name: 'Créer le groupe' }).click();
    await page.waitForURL(/\/formateur\/groupes\/./);
    const code = (await page.locator('.code--big').innerText()).trim();
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const { learner, token, nickname } = await join(site.origin, code, round);
      const ids = largestScenario();
      const { events, ...who } = simulateRun(ids, `alert-${round}`, 20);
      const [screen = ''] = Object.keys(ids.screens);
      const stuck = {
        type: 'StuckOpened',
        screen,
        field: null,
        rules: ['long-silence'],
        seq: events.length,
        at: 60_000,
      };
      const begun = events.filter(({ type }) => type !== 'RunEnded').map((event, seq) => ({ ...event, seq }));
      await senders.send([JSON.stringify({ ...who, learner, token, events: begun })]);
      await page.locator('tr', { hasText: nickname }).waitFor();
      const began = performance.now();
      await senders.send([JSON.stringify({ ...who, learner, token, events: [{ ...stuck, seq: begun.length }] })]);
      await page.locator('.urgent__one', { hasText: nickname }).waitFor();
      times.push(performance.now() - began);
    }
    return [judgeAlert(times)];
  } finally {
    await context.close();
    senders.close();
    await site.stop();
  }
}

/** « Within 2 s » is a promise to each trainer: the slowest round is held against it. Times in ms. */
export function judgeAlert(times: readonly number[]): Measure {
  return within(`a stuck learner shows to the trainer, slowest of ${times.length}`, 'ms', worst(times), 2000);
}

async function join(
  origin: string,
  code: string,
  at: number,
): Promise<{ learner: string; token: string; nickname: string }> {
  const ask = async (body: object) => {
    const answer = await fetch(`${origin}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`Joining answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const { nicknames } = await ask({ code });
  const nickname: string = nicknames[at];
  return { ...(await ask({ code, nickname })), nickname };
}
