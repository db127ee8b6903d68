import { describe, expect, it } from 'vitest';
import { type MessageTemplate, noonOf, type Persona, type SentMessage } from '#engine';
import { inbox, nextArrival } from './inbox.ts';

const today = '2026-11-21';
const start = noonOf(today);

const persona: Persona = {
  id: 'amina',
  title: 'Amina',
  story: '',
  people: [{ id: 'amina', firstName: 'Amina', lastName: 'Diallo', birthDate: '1988-05-02', role: 'claimant' }],
  traits: {},
  papers: [],
  documents: [],
  phone: '06 00 00 00 00',
  email: 'amina@courriel.invalid',
  address: [],
  mailbox: [
    {
      id: 'rappel',
      channel: 'mail',
      from: 'Caf',
      subject: 'Votre déclaration de {mois-seul:-2}',
      lines: ['Bonjour {prénom},'],
      ago: 'P2D',
    },
    {
      id: 'faux',
      channel: 'mail',
      folder: 'spam',
      from: 'Caf',
      address: 'caf@infos-allocs.com',
      subject: 'Urgent',
      lines: [],
      ago: 'P1W',
    },
  ],
};

const templates: Record<string, MessageTemplate> = {
  code: {
    id: 'code',
    channel: 'mail',
    from: 'Caf',
    subject: 'Votre code',
    lines: ['Votre code : {var:code}'],
    items: { code: { label: 'Code', kind: 'code', value: '{var:code}' } },
  },
};

const code = (id: string, after: number, digits: string): SentMessage => ({
  id,
  template: 'code',
  arrivesAt: start + after,
  vars: { code: digits },
  read: false,
});

describe('inbox', () => {
  it('fills texts and items from the household, the day of the run and the variables of the message', () => {
    const [latest, rappel] = inbox(persona, [code('code#1', 5000, '482913')], templates, start + 6000, { today });
    expect(latest).toMatchObject({ lines: ['Votre code : 482913'], items: { code: { value: '482913' } }, read: false });
    expect(rappel).toMatchObject({
      subject: 'Votre déclaration de septembre',
      lines: ['Bonjour Amina,'],
      folder: 'inbox',
    });
  });

  it('shows nothing before its time', () => {
    const sent = [code('code#1', 5000, '111111')];
    expect(inbox(persona, sent, templates, start + 4999, { today }).map(({ id }) => id)).toEqual(['rappel', 'faux']);
    expect(inbox(persona, sent, templates, start + 5000, { today }).map(({ id }) => id)).toEqual([
      'code#1',
      'rappel',
      'faux',
    ]);
  });

  it('puts the newest first, whatever the order of sending', () => {
    const sent = [code('code#2', 9000, '222222'), code('code#1', 5000, '111111')];
    expect(inbox(persona, sent, templates, start + 9000, { today })[0]?.id).toBe('code#2');
  });

  it('keeps earlier messages where they are when the clock of the run moves on', () => {
    const later = inbox(persona, [], templates, start + 30 * 86_400_000, { today });
    expect(later.map(({ arrivesAt }) => (start - arrivesAt) / 86_400_000)).toEqual([2, 7]);
  });

  it('knows what has been opened', () => {
    const messages = inbox(persona, [{ ...code('code#1', 0, '1'), read: true }], templates, start, {
      today,
      opened: new Set(['faux']),
    });
    expect(Object.fromEntries(messages.map(({ id, read }) => [id, read]))).toEqual({
      'code#1': true,
      rappel: false,
      faux: true,
    });
  });

  it('leaves out a message whose template is unknown', () => {
    const sent = [{ ...code('perdu#1', 0, '1'), template: 'perdu' }];
    expect(inbox(persona, sent, templates, start, { today })).toHaveLength(2);
  });
});

describe('nextArrival', () => {
  it('is the soonest after now, or nothing', () => {
    const sent = [code('a', 9000, '1'), code('b', 5000, '2')];
    expect(nextArrival(sent, start)).toBe(start + 5000);
    expect(nextArrival(sent, start + 5000)).toBe(start + 9000);
    expect(nextArrival(sent, start + 9000)).toBeNull();
  });
});
