import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sitWithCoach } from '../fixture/bench.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

/** The learner fills a field and leaves it. */
async function fill(seat: ReturnType<typeof sitWithCoach>, field: string, text: string) {
  await act(async () => {
    seat.run.enter(field, text);
    seat.run.commit(field);
  });
}

describe('guide-moi', () => {
  it('says one thing, points at it in place, and opens the paper to look at', async () => {
    const seat = sitWithCoach('guide-moi');
    expect(screen.getByText('Tapez les 13 chiffres de la carte.')).toBeDefined();
    expect(seat.points.at(-1)).toEqual({ kind: 'field', id: 'numero' });
    press('Ouvrir : Carte');
    expect(seat.points.at(-1)).toEqual({ kind: 'paper', id: 'carte', item: 'numero' });
    expect(seat.happenings().at(-1)).toMatchObject({ type: 'HintShown', field: 'numero', rung: 'what', asked: false });
  });

  it('points at the field again when the learner comes back from the paper', async () => {
    const seat = sitWithCoach('guide-moi');
    press('Ouvrir : Carte');
    await act(async () => seat.record({ type: 'PaneOpened', pane: 'papers' }));
    expect(seat.points.at(-1)).toMatchObject({ kind: 'paper' });
    await act(async () => seat.record({ type: 'PaneOpened', pane: 'site' }));
    expect(seat.points.at(-1)).toEqual({ kind: 'field', id: 'numero' });
  });

  it('moves on to the button once the entry is right, then to the next page', async () => {
    const seat = sitWithCoach('guide-moi');
    await fill(seat, 'numero', '2860199000001');
    expect(screen.getByText("C'est bon.")).toBeDefined();
    expect(screen.getByText('Appuyez sur « Continuer ».')).toBeDefined();
    expect(seat.points.at(-1)).toEqual({ kind: 'action', id: 'continuer' });
    await act(() => seat.run.act('continuer'));
    expect(screen.getByText('Recopiez le montant de septembre.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Ouvrir : Fiche de paie de septembre' })).toBeDefined();
  });

  it('does not leave a field while keys are moving', async () => {
    const seat = sitWithCoach('guide-moi');
    fireEvent.keyDown(document.body, { key: '1' });
    await act(async () => seat.run.enter('numero', '2860199000001'));
    expect(screen.getByText('Tapez les 13 chiffres de la carte.')).toBeDefined();
    await wait(1300);
    expect(screen.getByText('Appuyez sur « Continuer ».')).toBeDefined();
  });

  it('explains a known mistake in the author’s words, and a refusal in plain ones', async () => {
    const seat = sitWithCoach('guide-moi');
    await fill(seat, 'numero', '286019900000123');
    expect(screen.getByText('Vous avez tapé 15 chiffres, Ana. Laissez les 2 derniers.')).toBeDefined();
    await act(async () => seat.run.enter('numero', ''));
    await act(() => seat.run.act('continuer'));
    expect(screen.getByText('« Numéro » est encore vide. Le site en a besoin.')).toBeDefined();
  });

  it('stays kind when the learner starts elsewhere', async () => {
    const seat = sitWithCoach('guide-moi');
    await act(async () => seat.record({ type: 'FieldEntered', screen: 'entree', field: 'autre' }));
    expect(screen.getByText(/Vous pouvez aussi\. Je vous propose d’abord ceci/)).toBeDefined();
  });
});

describe('je-demande', () => {
  it('is silent until asked, then climbs: reassure, where, what, how, human', async () => {
    const seat = sitWithCoach('je-demande');
    expect(screen.queryByText('Tapez les 13 chiffres de la carte.')).toBeNull();
    expect(seat.points).toEqual([]);
    press("Demander de l'aide");
    expect(screen.getByText("Rien n'est envoyé. Prenez votre temps.")).toBeDefined();
    await wait(8000);
    press('Une aide de plus');
    expect(screen.getByText("C'est ici : « Numéro ».")).toBeDefined();
    expect(seat.points.at(-1)).toEqual({ kind: 'field', id: 'numero' });
    await wait(8000);
    press('Une aide de plus');
    expect(screen.getByText('Tapez les 13 chiffres de la carte.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Ouvrir : Carte' })).toBeDefined();
    await wait(8000);
    press('Une aide de plus');
    expect(screen.getByText('Exemple : Zoé tape 2 90 03 99 000 001.')).toBeDefined();
    expect(screen.getByText("J'ai tout dit. Une personne peut vous aider.")).toBeDefined();
    press("Parler à quelqu'un");
    expect(seat.calls.human).toBe(1);
    const rungs = seat.happenings().flatMap((event) => (event.type === 'HintShown' ? [event.rung] : []));
    expect(rungs).toEqual(['reassure', 'where', 'what', 'how', 'human']);
  });

  it('holds the next rung for 8 seconds, and says how long', async () => {
    sitWithCoach('je-demande');
    press("Demander de l'aide");
    press('Une aide de plus');
    expect(screen.queryByText("C'est ici : « Numéro ».")).toBeNull();
    expect(screen.getByText("Essayez d'abord, ou attendez 8 secondes.")).toBeDefined();
  });

  it('times hints and silences by the clock it is given, and by no other', async () => {
    let page = 5_000_000;
    const seat = sitWithCoach('je-demande', () => page);
    press("Demander de l'aide");
    await wait(8000);
    press('Une aide de plus');
    expect(screen.queryByText("C'est ici : « Numéro ».")).toBeNull();
    // No time has passed for the detector either, and then five minutes at once.
    await wait(200_000);
    expect(seat.types()).not.toContain('StuckOpened');
    page += 300_000;
    await wait(1000);
    expect(seat.types()).toContain('StuckOpened');
    press('Une aide de plus');
    expect(screen.getByText("C'est ici : « Numéro ».")).toBeDefined();
  });

  it('gives the next rung at once after a new attempt', async () => {
    const seat = sitWithCoach('je-demande');
    press("Demander de l'aide");
    await fill(seat, 'numero', '123');
    press('Une aide de plus');
    expect(screen.getByText("C'est ici : « Numéro ».")).toBeDefined();
  });

  it('lets the learner skip to « how » after two failures', async () => {
    const seat = sitWithCoach('je-demande');
    press("Demander de l'aide");
    await fill(seat, 'numero', '123');
    expect(screen.queryByRole('button', { name: 'Montrez-moi comment faire' })).toBeNull();
    await fill(seat, 'numero', '124');
    press('Montrez-moi comment faire');
    expect(screen.getByText('Exemple : Zoé tape 2 90 03 99 000 001.')).toBeDefined();
  });

  it('says nothing of a wrong amount that no known mistake explains: the debrief will', async () => {
    const seat = sitWithCoach('je-demande');
    await fill(seat, 'numero', '2860199000009');
    expect(screen.queryByText(/Comparez/)).toBeNull();
  });

  it('offers a hand when an episode opens, once, and takes no for an answer', async () => {
    const seat = sitWithCoach('je-demande');
    for (let press = 0; press < 3; press++) {
      await act(() => seat.run.act('continuer'));
      await wait(4000);
    }
    expect(seat.types()).toContain('StuckOpened');
    expect(screen.getByText('Voulez-vous un coup de main ?')).toBeDefined();
    expect(seat.calls.offers.at(-1)).toBe(true);
    press('Non, je continue');
    await wait(60_000);
    expect(screen.queryByText('Voulez-vous un coup de main ?')).toBeNull();
    await fill(seat, 'numero', '2860199000001');
    expect(seat.types().at(-1)).toBe('StuckClosed');
  });

  it('never offers while keys are moving', async () => {
    const seat = sitWithCoach('je-demande');
    for (let press = 0; press < 3; press++) {
      fireEvent.keyDown(document.body, { key: '1' });
      await act(() => seat.run.act('continuer'));
      await wait(1500);
    }
    fireEvent.keyDown(document.body, { key: '1' });
    await wait(1000);
    expect(screen.queryByText('Voulez-vous un coup de main ?')).toBeNull();
    await wait(3000);
    expect(screen.getByText('Voulez-vous un coup de main ?')).toBeDefined();
  });
});

describe('tout-seul', () => {
  it('gives no hint and no feedback, but a human way out and a way to take help back', async () => {
    const seat = sitWithCoach('tout-seul');
    await fill(seat, 'numero', '286019900000123');
    expect(screen.queryByText(/15 chiffres/)).toBeNull();
    expect(screen.queryByRole('button', { name: "Demander de l'aide" })).toBeNull();
    press("Parler à quelqu'un");
    expect(seat.calls.human).toBe(1);
    press("Reprendre de l'aide");
    expect(screen.getByText('Je me tais. Demandez-moi quand vous voulez.')).toBeDefined();
    expect(seat.happenings().at(-1)).toMatchObject({ type: 'LevelChanged', level: 'je-demande', by: 'learner' });
  });
});

it('changes level at any time and says so', async () => {
  const seat = sitWithCoach('tout-seul');
  fireEvent.click(screen.getByRole('radio', { name: 'Guide-moi' }));
  expect(screen.getByText('Je vous dis quoi faire, une chose à la fois.')).toBeDefined();
  expect(screen.getByText('Tapez les 13 chiffres de la carte.')).toBeDefined();
  fireEvent.click(screen.getByRole('radio', { name: 'Tout seul' }));
  expect(seat.points.at(-1)).toBeNull();
  const changes = seat.happenings().flatMap((event) => (event.type === 'LevelChanged' ? [event.level] : []));
  expect(changes).toEqual(['guide-moi', 'tout-seul']);
});

describe('while the panel is out of sight', () => {
  /** A browser in which the panel is hidden, as its pane is on a phone. */
  const hide = () =>
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        readonly tell: (entries: { isIntersecting: boolean }[]) => void;
        constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
          this.tell = tell;
        }
        observe() {
          this.tell([{ isIntersecting: false }]);
        }
        disconnect() {}
      },
    );
  const whisper = () => within(document.body.querySelector('body > div > aside') as HTMLElement);
  afterEach(() => void vi.unstubAllGlobals());

  it('whispers the thing to do, the paper to open and what is said of a mistake', async () => {
    hide();
    const seat = sitWithCoach('guide-moi');
    expect(whisper().getByText('Tapez les 13 chiffres de la carte.')).toBeDefined();
    fireEvent.click(whisper().getByRole('button', { name: 'Ouvrir : Carte' }));
    expect(seat.points.at(-1)).toMatchObject({ kind: 'paper', id: 'carte' });
    await fill(seat, 'numero', '286019900000123');
    expect(whisper().getByText(/Vous avez tapé 15 chiffres/)).toBeDefined();
  });

  it('offers a hand there, and climbs there', async () => {
    hide();
    const seat = sitWithCoach('je-demande');
    for (let press = 0; press < 3; press++) {
      await act(() => seat.run.act('continuer'));
      await wait(4000);
    }
    fireEvent.click(whisper().getByRole('button', { name: 'Oui, aidez-moi' }));
    expect(whisper().getByText("Rien n'est envoyé. Prenez votre temps.")).toBeDefined();
    await wait(8000);
    fireEvent.click(whisper().getByRole('button', { name: 'Une aide de plus' }));
    expect(whisper().getByText("C'est ici : « Numéro ».")).toBeDefined();
  });
});

describe('Écouter', () => {
  it('is hidden without a local French voice, and reads with one', async () => {
    const voices = [{ lang: 'fr-FR', localService: false }];
    const said: string[] = [];
    vi.stubGlobal('speechSynthesis', {
      getVoices: () => voices,
      addEventListener: () => {},
      removeEventListener: () => {},
      cancel: () => {},
      speak: ({ text }: { text: string }) => said.push(text),
    });
    vi.stubGlobal(
      'SpeechSynthesisUtterance',
      class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    );
    sitWithCoach('guide-moi');
    expect(screen.queryByRole('button', { name: 'Écouter' })).toBeNull();
    voices.push({ lang: 'fr-FR', localService: true });
    sitWithCoach('guide-moi');
    press('Écouter');
    expect(said).toEqual(['Tapez les 13 chiffres de la carte.']);
    vi.unstubAllGlobals();
  });
});
