import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Item, Paper, PaperForm, Persona } from '#engine';
import DocumentThumbnail from './DocumentThumbnail.tsx';
import { PaperSheet } from './PaperSheet.tsx';
import PapersPane from './PapersPane.tsx';

const amount = (label: string, value: number): Item => ({ label, kind: 'amount', value });

const payslip = (month: number): Paper => ({
  id: `fiche-de-paie@${month}`,
  form: 'payslip',
  title: `Fiche de paie ${month}`,
  person: 'amina',
  month,
  issuer: 'Association Les Bons Jours',
  items: {
    brut: amount('Salaire brut', 140250),
    'net-imposable': amount('Net imposable', 114307),
    'montant-net-social': amount('Montant net social', 110724),
    'net-a-payer': amount('Net à payer', 109396),
    'paye-le': { label: 'Payé le', kind: 'text', value: '28 octobre 2026' },
  },
});

const card: Paper = {
  id: 'carte-vitale',
  form: 'health-card',
  title: 'Carte Vitale d’Amina',
  person: 'amina',
  items: {
    nir13: { label: 'Numéro de sécurité sociale', kind: 'nir', value: '2841169000007', shown: '2 84 11 69 000 007 07' },
  },
};

const notebook: Paper = {
  id: 'carnet',
  form: 'notebook',
  title: 'Carnet',
  person: 'amina',
  items: { 'mot-de-passe': { label: 'Caf', kind: 'secret', value: 'Jardin2024fleurs' } },
};

const persona: Persona = {
  id: 'amina',
  title: 'Amina',
  story: '',
  people: [{ id: 'amina', firstName: 'Amina', lastName: 'Sorel', birthDate: '1984-11-06', role: 'claimant' }],
  traits: {},
  papers: [card, payslip(-1), payslip(-2), notebook],
  documents: [],
  phone: '',
  email: '',
  address: ['Madame Amina Sorel', '12 allée des Essais'],
  mailbox: [],
};

describe('a paper', () => {
  it('gives its figures as a table whose rows are named', () => {
    render(<PaperSheet paper={payslip(-1)} persona={persona} />);
    const table = screen.getByRole('table');
    expect(within(table).getByRole('row', { name: /^Montant net social/ }).textContent).toMatch(/1\s?107,24/);
    expect(within(table).getByRole('row', { name: /^Salaire brut/ }).textContent).toMatch(/1\s?402,50/);
    expect(within(table).queryByText('Net imposable')).toBeNull();
    expect(screen.getByText('Net à payer').parentElement?.textContent).toMatch(/1\s?093,96/);
  });

  it('prints the deductions so that they add up to the cent', () => {
    render(<PaperSheet paper={payslip(-1)} persona={persona} />);
    const cents = (row: HTMLElement) =>
      Number(within(row).getAllByRole('cell')[2]?.textContent?.replace(/\D/g, '') ?? 0);
    const rows = screen.getAllByRole('row');
    const total = cents(screen.getByRole('row', { name: /^Total des cotisations/ }));
    const lines = rows.filter((row) => /Complémentaire|Sécurité sociale|CSG/.test(row.textContent ?? ''));
    expect(total).toBe(140250 - 109396);
    expect(lines.map(cents).reduce((sum, line) => sum + line, 0)).toBe(total);
  });

  it.each<PaperForm>([
    'health-card',
    'payslip',
    'benefit-statement',
    'letter',
    'bank-details',
    'notebook',
    'identity-card',
    'registration-certificate',
    'folded-licence',
    'photo-sheet',
    'letter-box',
    'contract',
  ])('as a %s loses none of its items, has its title as a heading and says that it is invented', (form) => {
    const paper: Paper = {
      ...payslip(-1),
      form,
      items: {
        ...payslip(-1).items,
        nir: { label: 'Numéro', kind: 'nir', value: '2841169000007' },
        inattendu: { label: 'Mention', kind: 'text', value: 'Une mention inattendue' },
      },
    };
    const { container } = render(<PaperSheet paper={paper} persona={persona} />);
    const shown = [...container.querySelectorAll('[data-item]')].map((element) => element.getAttribute('data-item'));
    expect(shown.toSorted()).toEqual(Object.keys(paper.items).toSorted());
    expect(screen.getByRole('heading', { level: 3 }).textContent).toContain('Fiche de paie -1');
    expect(screen.getByText('Entraînement – papier inventé')).toBeTruthy();
  });

  it('shows a password in the notebook, where the person reads it', () => {
    render(<PaperSheet paper={notebook} persona={persona} />);
    expect(screen.getByText('Jardin2024fleurs')).toBeTruthy();
  });

  it('says to screen readers which item is pointed at, and only that one', () => {
    const { container } = render(<PaperSheet paper={payslip(-1)} persona={persona} pointed="montant-net-social" />);
    expect(container.querySelector('[data-item="montant-net-social"]')?.textContent).toContain('montré par l’aide');
    expect(screen.getAllByText(/montré par l’aide/)).toHaveLength(1);
  });

  it('addresses whom it concerns', () => {
    const youssef = {
      id: 'youssef',
      firstName: 'Youssef',
      lastName: 'Sorel',
      birthDate: '1990-01-01',
      role: 'partner',
    } as const;
    const household = { ...persona, people: [...persona.people, youssef] };
    render(<PaperSheet paper={{ ...payslip(-1), form: 'letter', person: 'youssef' }} persona={household} />);
    expect(screen.getByRole('group').textContent).toContain('Youssef Sorel12 allée des Essais');
  });
});

describe('the papers pane', () => {
  it('opens a paper, says which, and gives the focus back on return', async () => {
    const user = userEvent.setup();
    const onOpen = vi.fn();
    render(<PapersPane persona={persona} onOpen={onOpen} />);
    await user.click(screen.getByRole('button', { name: 'Carte Vitale d’Amina' }));
    expect(onOpen.mock.calls).toEqual([['carte-vitale']]);
    expect(screen.getByText('2 84 11 69 000 007 07')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Mes papiers/ }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Carte Vitale d’Amina' }));
  });

  it('zooms with buttons and keys, between its bounds', async () => {
    const user = userEvent.setup();
    render(<PapersPane persona={persona} onOpen={() => {}} />);
    await user.click(screen.getByRole('button', { name: 'Carte Vitale d’Amina' }));
    await user.click(screen.getByRole('button', { name: 'Agrandir' }));
    expect(screen.getByRole('status').textContent).toContain('Taille\u00a0: 125 %');
    screen.getByRole('region', { name: 'Carte Vitale d’Amina' }).focus();
    await user.keyboard('+++++++++');
    expect(screen.getByRole('status').textContent).toContain('Taille\u00a0: 300 %');
    expect(screen.getByRole('button', { name: 'Agrandir' }).hasAttribute('disabled')).toBe(true);
    await user.keyboard('0');
    expect(screen.getByRole('button', { name: /revenir à la taille normale/ }).textContent).toContain('100 %');
  });

  it('opens the paper the coach points at without counting it as opened by the person', () => {
    const onOpen = vi.fn();
    const point = { paper: 'fiche-de-paie@-2', item: 'net-a-payer' };
    const { rerender } = render(<PapersPane persona={persona} onOpen={onOpen} />);
    rerender(<PapersPane persona={persona} onOpen={onOpen} pointAt={point} />);
    expect(screen.getByRole('heading', { name: 'Fiche de paie -2' })).toBeTruthy();
    expect(screen.getByText(/montré par l’aide/)).toBeTruthy();
    expect(onOpen).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(document.body);
  });

  it('takes the latest month of a series named without one', () => {
    render(<PapersPane persona={persona} onOpen={() => {}} pointAt={{ paper: 'fiche-de-paie' }} />);
    expect(screen.getByRole('heading', { name: 'Fiche de paie -1' })).toBeTruthy();
  });
});

it('hides thumbnails from screen readers and the keyboard: their titles stand beside them', () => {
  const photo = {
    id: 'photo',
    title: 'Photo',
    paper: card.id,
    format: 'jpg',
    quality: 'blurred',
    megabytes: 2,
  } as const;
  const { container } = render(<DocumentThumbnail document={photo} paper={card} />);
  expect(screen.queryByRole('heading')).toBeNull();
  expect(container.firstElementChild?.getAttribute('data-quality')).toBe('blurred');
});
