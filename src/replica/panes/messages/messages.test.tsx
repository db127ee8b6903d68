import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { InboxMessage } from '../types.ts';
import Arrivals from './Arrivals.tsx';
import LettersPane from './LettersPane.tsx';
import MailPane from './MailPane.tsx';
import PhonePane from './PhonePane.tsx';
import { ring, setSound, soundIsOn } from './sound.ts';

const now = Date.parse('2026-11-21T14:30:00Z');

const message = (changes: Partial<InboxMessage>): InboxMessage => ({
  id: 'code#1',
  template: 'code',
  channel: 'mail',
  folder: 'inbox',
  from: 'Caf',
  address: 'ne-pas-repondre@caf.fr',
  subject: 'Votre code',
  lines: ['Bonjour,', 'Votre code : 482913'],
  items: { code: { label: 'Code', kind: 'code', value: '482913' } },
  arrivesAt: now - 60_000,
  read: false,
  ...changes,
});
const spam = message({ id: 'faux', folder: 'spam', from: 'Caf urgent', subject: 'Dernier avis', read: true });

beforeEach(() => localStorage.clear());

describe('every message, open', () => {
  it.each([
    ['mail', MailPane, /^Caf/],
    ['sms', PhonePane, /Caf/],
    ['letter', LettersPane, /Caf/],
  ] as const)('says « Entraînement »: %s', async (channel, Pane, name) => {
    render(<Pane messages={[message({ channel, read: true })]} now={now} onOpen={() => {}} />);
    await userEvent.click(screen.getByRole('button', { name }));
    expect(screen.getAllByText(/482913/).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/Entraînement/).filter((each) => !each.closest('[aria-hidden]')).length).toBeGreaterThan(
      0,
    );
  });
});

describe('the mailbox', () => {
  it('marks what is unread, opens a message and says which', async () => {
    const user = userEvent.setup();
    const onOpen = vi.fn();
    render(<MailPane messages={[message({}), spam]} now={now} onOpen={onOpen} />);
    expect(screen.getByRole('tab', { name: /^Réception \(1\s*non lu\)$/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Non lu :\s*Caf/ }));
    expect(onOpen.mock.calls).toEqual([['code#1']]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Votre code' }));
    expect(screen.getByText('ne-pas-repondre@caf.fr').closest('a')).toBeNull();
    expect(screen.getByText('482913').tagName).toBe('STRONG');
  });

  it('goes back to the message it came from', async () => {
    const user = userEvent.setup();
    render(<MailPane messages={[message({ read: true })]} now={now} onOpen={() => {}} />);
    await user.click(screen.getByRole('button', { name: /^Caf/ }));
    await user.click(screen.getByRole('button', { name: /Retour aux messages/ }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Caf/ }));
  });

  it('keeps unwanted messages in a folder of their own, reached with the arrows', async () => {
    const user = userEvent.setup();
    render(<MailPane messages={[message({}), spam]} now={now} onOpen={() => {}} />);
    expect(screen.queryByText('Dernier avis')).toBeNull();
    screen.getByRole('tab', { name: /Réception/ }).focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Indésirables' }));
    expect(screen.getByText('Dernier avis')).toBeTruthy();
  });

  it('shows neither what has not arrived nor what came another way', () => {
    const later = message({ id: 'a', subject: 'Plus tard', arrivesAt: now + 1 });
    const letter = message({ id: 'b', subject: 'Sur papier', channel: 'letter' });
    render(<MailPane messages={[later, letter]} now={now} onOpen={() => {}} />);
    expect(screen.getByText('Aucun message pour l’instant.')).toBeTruthy();
  });

  it('lists what a message carries but does not quote', async () => {
    const user = userEvent.setup();
    render(<MailPane messages={[message({ lines: ['Bonjour,'] })]} now={now} onOpen={() => {}} />);
    await user.click(screen.getByRole('button', { name: /Caf/ }));
    expect(screen.getByText('482913').tagName).toBe('DD');
  });
});

describe('the phone', () => {
  const first = message({ id: 's1', channel: 'sms', lines: ['Premier'], items: {}, arrivesAt: now - 9000 });
  const second = message({ id: 's2', channel: 'sms', lines: ['Second'], items: {}, arrivesAt: now - 1000 });

  it('opens a conversation from its notification, oldest first, and reads each text once', async () => {
    const user = userEvent.setup();
    const onOpen = vi.fn();
    const { rerender } = render(<PhonePane messages={[second, first]} now={now} onOpen={onOpen} />);
    await user.click(screen.getByRole('button', { name: /^Nouveau SMS de Caf/ }));
    expect(screen.getAllByRole('listitem').map((item) => item.querySelector('p')?.textContent)).toEqual([
      'Premier',
      'Second',
    ]);
    const third = message({ id: 's3', channel: 'sms', lines: ['Troisième'], items: {}, arrivesAt: now });
    rerender(
      <PhonePane messages={[third, { ...second, read: true }, { ...first, read: true }]} now={now} onOpen={onOpen} />,
    );
    expect(onOpen.mock.calls.flat().toSorted()).toEqual(['s1', 's2', 's3']);
  });

  it('has one conversation a sender', () => {
    const other = message({ id: 's4', channel: 'sms', from: 'École', read: true });
    render(<PhonePane messages={[second, other, first]} now={now} onOpen={() => {}} />);
    expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(2);
  });
});

describe('letters', () => {
  it('come in envelopes; the letter is a paper', async () => {
    const user = userEvent.setup();
    const onOpen = vi.fn();
    const letter = message({ id: 'l1', channel: 'letter', subject: 'Vos versements', lines: ['Madame,'], items: {} });
    render(<LettersPane messages={[letter]} now={now} onOpen={onOpen} />);
    await user.click(screen.getByRole('button', { name: /Caf.*Pas encore ouverte/ }));
    expect(onOpen.mock.calls).toEqual([['l1']]);
    expect(screen.getByRole('heading', { name: /Vos versements/ })).toBeTruthy();
    expect(screen.getByText('Entraînement – papier inventé')).toBeTruthy();
  });
});

describe('arrivals', () => {
  it('are said once, and not for what was there before', () => {
    const old = message({ id: 'old' });
    const { rerender } = render(<Arrivals messages={[old]} now={now} />);
    expect(screen.getByRole('status').textContent).toBe('');
    const mail = message({ id: 'new' });
    const sms = message({ id: 'sms', channel: 'sms', from: 'France Travail' });
    rerender(<Arrivals messages={[old, mail, sms]} now={now} />);
    expect(screen.getByRole('status').textContent).toBe('Nouveau message de Caf. Nouveau SMS de France Travail');
    rerender(<Arrivals messages={[old, { ...mail, read: true }, sms]} now={now + 1} />);
    expect(screen.getByRole('status').textContent).toContain('Caf');
  });

  it('say nothing of what the mailbox put aside', () => {
    const { rerender } = render(<Arrivals messages={[]} now={now} />);
    rerender(<Arrivals messages={[message({ folder: 'spam' })]} now={now} />);
    expect(screen.getByRole('status').textContent).toBe('');
  });
});

describe('the sound', () => {
  it('can be muted from a pane, which is remembered', async () => {
    const user = userEvent.setup();
    render(<MailPane messages={[]} now={now} onOpen={() => {}} />);
    await user.click(screen.getByRole('button', { name: 'Son\u00a0: oui' }));
    expect(screen.getByRole('button', { name: 'Son\u00a0: non' })).toBeTruthy();
    expect(soundIsOn()).toBe(false);
    expect({ ...localStorage }).toEqual({ 'replique.sound': 'off' });
  });

  it('makes none when muted, and no fault where the browser refuses', () => {
    const Context = vi.fn(function refuse() {
      throw new Error('no sound device');
    });
    setSound(false);
    ring(Context as unknown as typeof AudioContext);
    expect(Context).not.toHaveBeenCalled();
    setSound(true);
    expect(() => ring(Context as unknown as typeof AudioContext)).not.toThrow();
    expect(Context).toHaveBeenCalledOnce();
  });
});
