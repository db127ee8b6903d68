import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { compileCatalogue } from '#authoring';
import { nextStep, rawOf } from '#engine';
import { contracts, openNetwork } from '#mocks';
import Ended from '../../src/replica/desk/Ended.tsx';
import { SessionContext } from '../../src/replica/desk/hooks/session-context.ts';
import { pause, setPace } from '../../src/replica/desk/tools/pace.ts';
import type { RunShelf } from '../../src/replica/session/device/kept-run.ts';
import { inMemory } from '../../src/replica/session/device/shelf.ts';
import type { Session } from '../../src/replica/session/session.ts';
import { handClock, sessionFor } from '../../src/replica/testing/session.ts';

/** The day on which a run ended is one day: on the receipt of the service, and in the debrief that tells what follows. */

const scenario = compileCatalogue('scenarios', { contracts, today: '2026-11-21' });
const hour = 3_600_000;
let keeps: RunShelf;
let clock: ReturnType<typeof handClock>;

beforeEach(() => {
  keeps = inMemory();
  clock = handClock();
  // jsdom draws nothing: what asks for sizes gets the simplest answers.
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
});
afterEach(() => vi.unstubAllGlobals());

/** The quarterly statement on this device, as a page that opens. */
async function open(): Promise<Session> {
  const found = scenario.scenarios['caf/declaration-trimestrielle'];
  if (!found) throw new Error('The statement is gone.');
  const given = { scenario: found, personas: scenario.personas, startNetwork: openNetwork, clock: clock.now, keeps };
  const { session } = sessionFor(given);
  await session.start();
  return session;
}

/** Answers right until the receipt. */
async function followToReceipt(session: Session): Promise<void> {
  const { run, persona } = session.state;
  if (!run || !persona) throw new Error('No run.');
  for (let left = 200; left > 0 && run.view.screen?.id !== 'recu'; left -= 1) {
    await vi.waitFor(() => expect(run.view.phase).toBe('ready'));
    clock.pass(60_000); // the mail with the code comes meanwhile
    const next = nextStep(run, persona);
    if (next.do === 'nothing') throw new Error(`Nothing to do on ${run.view.screen?.id}.`);
    if (next.do === 'press') await session.press(next.action.id);
    else run.enter(next.field.id, rawOf(next.field, run.answer(next.field.id, next.cell) ?? null), next.cell);
  }
}

it.each(['the same page', 'a page opened later'])(
  'after a pause, a slower clock and a jump, told by %s',
  async (page) => {
    let session = await open();
    pause(session, true);
    clock.pass(5 * 24 * hour);
    pause(session, false);
    setPace(session, { slow: true });
    clock.pass(100 * hour);
    session.jump(24 * hour);
    await followToReceipt(session);
    await vi.waitFor(() => expect(session.state.run?.view.phase).toBe('ready'));
    const { data } = session.state.run?.view ?? {};
    expect(data?.['caf.readReceipt']).toMatchObject({ day: '22 novembre 2026' });
    await session.press('se-deconnecter');
    expect(session.state.run?.view.ending).toBe('enregistree');
    if (page !== 'the same page') {
      session.keeper.now();
      await session.end();
      clock.pass(30 * 24 * hour);
      session = await open();
    }
    render(
      <SessionContext value={session}>
        <Ended />
      </SessionContext>,
    );
    expect(await screen.findByText('Aujourd’hui, 22 novembre 2026')).toBeTruthy();
    await session.end();
  },
);
