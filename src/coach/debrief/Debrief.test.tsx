import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRun } from '#engine';
import type { Happening, RunEvent } from '#recording';
import { persona, scenario } from '../fixture/scenario.ts';
import Debrief from './Debrief.tsx';

const today = '2026-11-21';

/** Plays a run through the real engine, then shows its debrief. */
async function debriefAfter(
  play: (run: ReturnType<typeof createRun>, record: (happening: Happening) => void) => Promise<void>,
  now: () => number = () => Date.parse(`${today}T10:00:00Z`),
) {
  const events: RunEvent[] = [];
  const record = (happening: Happening) => {
    events.push({ run: 'b'.repeat(32), seq: events.length, at: events.length * 5000, ...happening });
  };
  record({
    type: 'RunStarted',
    scenario: 'essai/declaration@0123456789ab',
    persona: 'ana',
    variant: null,
    level: 'guide-moi',
    conditions: [],
    screenSize: 'phone',
    pointer: 'touch',
  });
  const run = createRun({
    scenario,
    persona,
    today,
    now,
    port: { call: () => Promise.resolve({ outcome: 'ok' }) },
    onStep: record,
    messages: () => [],
  });
  await play(run, record);
  const given: Happening[] = [];
  const again = vi.fn();
  const onPersona = vi.fn();
  render(
    <Debrief
      scenario={scenario}
      persona={persona}
      events={events}
      view={run.view}
      today={today}
      record={(happening) => given.push(happening)}
      onAgain={again}
      onPersona={onPersona}
    />,
  );
  return { given, again, onPersona };
}

const fill = (run: ReturnType<typeof createRun>, field: string, text: string) => {
  run.enter(field, text);
  run.commit(field);
};

const succeed = async (run: ReturnType<typeof createRun>, amount = '1203,45') => {
  fill(run, 'numero', '2860199000001');
  await run.act('continuer');
  fill(run, 'montant', amount);
  await run.act('envoyer');
};

describe('after a clean run', () => {
  it('says what went well, that nothing is hidden, and proposes less help', async () => {
    const { again } = await debriefAfter((run) => succeed(run));
    expect(screen.getByText('Vous êtes allé au bout.')).toBeDefined();
    expect(screen.getByText('2 réponses justes du premier coup.')).toBeDefined();
    expect(screen.getByText(/Aucune erreur cachée/)).toBeDefined();
    expect(screen.getByText('Vous êtes payée.')).toBeDefined();
    expect(screen.getByText('28 novembre 2026')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Recommencer en «\u00a0Je demande\u00a0»' }));
    expect(again).toHaveBeenCalledWith('je-demande');
  });
});

describe('after a run that lasted', () => {
  const dates = () => [...document.querySelectorAll('ol > li > p:first-child')].map(({ textContent }) => textContent);

  it('tells the weeks from the day on which it ended by its own clock, and from no later one', async () => {
    let clock = Date.parse('2026-11-22T23:59:59Z');
    await debriefAfter(
      async (run) => {
        await succeed(run);
        clock += 1000;
      },
      () => clock,
    );
    expect(dates()).toEqual(['Aujourd’hui, 22 novembre 2026', '29 novembre 2026']);
  });
});

describe('after a run with a silent error', () => {
  it('shows the field, what was expected, on which paper, and what follows', async () => {
    const { again } = await debriefAfter((run) => succeed(run, '1600'));
    const item = screen.getByText('Montant de septembre 2026').closest('li') as HTMLElement;
    expect(within(item).getByText('C’est le brut.')).toBeDefined();
    expect(within(item).getByText(/Il fallait : 1\s203,45\s€\./)).toBeDefined();
    expect(
      within(item).getByText('C’est écrit à « Montant net social », sur : Fiche de paie de septembre.'),
    ).toBeDefined();
    expect(within(item).getByText(/demande de rembourser/)).toBeDefined();
    // The calendar tells it too, instead of the payment.
    expect(screen.queryByText('Vous êtes payée.')).toBeNull();
    const calendar = screen.getAllByText(/novembre 2026|décembre 2026/).map(({ textContent }) => textContent);
    expect(calendar).toContain('21 décembre 2026');
    fireEvent.click(screen.getByRole('button', { name: 'Recommencer' }));
    expect(again).toHaveBeenCalledWith('guide-moi');
  });
});

describe('where help was needed', () => {
  it('names the field, with hints and tries, and says what was corrected alone', async () => {
    await debriefAfter(async (run, record) => {
      fill(run, 'numero', '1');
      fill(run, 'numero', '2');
      record({ type: 'HintShown', screen: 'entree', field: 'numero', rung: 'where', asked: true });
      fill(run, 'numero', '2860199000001');
      await run.act('continuer');
      fill(run, 'montant', '5');
      fill(run, 'montant', '1203,45');
      await run.act('envoyer');
    });
    expect(screen.getByText(/: 1 indice, 3 essais\./)).toBeDefined();
    expect(screen.getByText('Vous avez corrigé « Montant de septembre 2026 » vous-même.')).toBeDefined();
  });
});

describe('a field that the form refused once', () => {
  it('is one try: corrected at once, it needed no help', async () => {
    await debriefAfter(async (run) => {
      await run.act('continuer');
      await succeed(run);
    });
    expect(screen.queryByText(/essais/)).toBeNull();
  });

  it('is another try when it is sent again as it was', async () => {
    await debriefAfter(async (run) => {
      await run.act('continuer');
      await run.act('continuer');
      await succeed(run);
    });
    expect(screen.getByText(/: 3 essais\./)).toBeDefined();
  });
});

describe('after leaving', () => {
  it('asks why in one tap, once, asks the opinion too, and tells the weeks that follow', async () => {
    const { given } = await debriefAfter(async (run) => {
      fill(run, 'numero', '12');
      run.leave();
    });
    expect(screen.getByText(/Vous vous êtes arrêté\. Rien n’est perdu/)).toBeDefined();
    expect(screen.getByText('Vos versements s’arrêtent.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Je suis bloqué·e' }));
    expect(screen.queryByRole('button', { name: 'Je suis bloqué·e' })).toBeNull();
    fireEvent.click(within(screen.getByRole('group', { name: /clairs/ })).getByRole('radio', { name: 'Peu' }));
    expect(given).toEqual([
      { type: 'RunLeft', screen: 'entree', reason: 'stuck' },
      { type: 'OpinionGiven', question: 'how-clear', answer: 2 },
    ]);
  });
});

describe('un mois en une minute', () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: false }));
  afterEach(() => void vi.useRealTimers());
  const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const states = () => [...document.querySelectorAll('li[data-state]')].map((item) => item.getAttribute('data-state'));

  it('is written at once, plays a month in a minute, pauses and can be skipped', async () => {
    await debriefAfter((run) => succeed(run));
    expect(states()).toEqual(['all']);
    fireEvent.click(screen.getByRole('button', { name: 'Un mois en une minute' }));
    await later(10_000);
    expect(states()).toEqual(['later']);
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    await later(30_000);
    expect(states()).toEqual(['later']);
    fireEvent.click(screen.getByRole('button', { name: 'Continuer' }));
    await later(5000);
    expect(states()).toEqual(['here']);
    fireEvent.click(screen.getByRole('button', { name: 'Tout voir' }));
    expect(states()).toEqual(['all']);
  });

  it('does not offer to play with reduced motion', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    await debriefAfter((run) => succeed(run));
    expect(screen.queryByRole('button', { name: 'Un mois en une minute' })).toBeNull();
    expect(screen.getByText('Vous êtes payée.')).toBeDefined();
    vi.unstubAllGlobals();
  });
});

describe('the sheet to take away', () => {
  it('holds papers, steps, number, address as text, the other way, and says « Entraînement »', async () => {
    await debriefAfter((run) => succeed(run));
    const printed = document.querySelector('body > [data-print-sheet]') as HTMLElement;
    for (const text of [
      'Entraînement',
      'La carte',
      'Recopier les montants',
      '30 00',
      'service.exemple',
      'Au guichet, par téléphone ou sur papier.',
    ]) {
      expect(within(printed).getAllByText(text).length).toBeGreaterThan(0);
    }
    expect(printed.querySelector('a')).toBeNull();
    const print = vi.fn();
    vi.stubGlobal('print', print);
    fireEvent.click(screen.getByRole('button', { name: 'Imprimer la fiche' }));
    expect(print).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });
});
