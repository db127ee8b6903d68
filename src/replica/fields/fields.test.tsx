import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Field, RawEntry } from '#engine';
import { type EntryBox, type Hands, HandsContext, noHands, type Scene, SceneContext } from '../hands.ts';
import { loadLateParts } from '../late/late.ts';
import { amina, everyField, screen as screenOf, service } from '../testing/scenario.ts';
import { FieldView } from './FieldView.tsx';
import { suggestions } from './TypeaheadField.tsx';

beforeAll(loadLateParts);

const named = (id: string): Field => {
  const found = everyField.find((field) => field.id === id);
  if (!found) throw new Error(`No field ${id} in the fixture.`);
  return found;
};

/** Draws one field and keeps what its hands do. */
function draw(field: Field, scene: Partial<Scene> = {}) {
  const entered: [string, RawEntry][] = [];
  const said: string[] = [];
  const boxes = new Map<string, EntryBox>();
  const hands: Hands = {
    ...noHands,
    attach: (id, cell, box) => {
      boxes.set(cell ? `${id}/${cell}` : id, box);
      return () => undefined;
    },
    enter: (id, raw, cell) => void entered.push([cell ? `${id}/${cell}` : id, raw]),
    leave: (id) => void said.push(`leave ${id}`),
    reach: (id) => void said.push(`reach ${id}`),
    startTyping: (id) => void said.push(`type ${id}`),
    erase: (id) => void said.push(`erase ${id}`),
    change: (id) => void said.push(`change ${id}`),
    refuses: (_id, text) => text === '0612345678',
  };
  const whole: Scene = {
    screen: screenOf('ici', [field]),
    loading: false,
    service,
    persona: amina,
    today: '2026-11-21',
    errors: {},
    message: null,
    refused: null,
    aside: null,
    pointed: null,
    shows: () => true,
    entry: () => null,
    ...scene,
  };
  render(
    <HandsContext value={hands}>
      <SceneContext value={whole}>
        <FieldView field={field} />
      </SceneContext>
    </HandsContext>,
  );
  const box = (key = field.id) => {
    const found = boxes.get(key);
    if (!found) throw new Error(`Nothing was attached as ${key}.`);
    return found;
  };
  return { entered, said, box, last: () => entered.at(-1) };
}

describe('typed fields', () => {
  it.each(['mot', 'nir', 'montant', 'code', 'secret', 'nouveau', 'date-une', 'image'])(
    'gives what is typed in « %s »',
    async (id) => {
      const field = named(id);
      const { last, said, box } = draw(field);
      const input = screen.getByLabelText(field.label, { exact: true });
      await userEvent.type(input, '12a');
      await userEvent.tab();
      expect(last()).toEqual([id, '12a']);
      expect(said.slice(0, 2)).toEqual([`reach ${id}`, `type ${id}`]);
      expect(said.at(-1)).toBe(`leave ${id}`);
      expect(box().read()).toBe('12a');
      box().write(undefined);
      expect((input as HTMLInputElement).value).toBe('');
    },
  );

  it.each(everyField)('asks the browser to keep nothing: $input', (field) => {
    draw(field);
    for (const input of document.querySelectorAll('input,select')) {
      expect(input.hasAttribute('name')).toBe(false);
      expect(input.getAttribute('autocomplete')).toMatch(/^(off|new-password)$/);
      expect(input.getAttribute('spellcheck')).toBe('false');
    }
    // A form only sets a cell apart: it has no name, no address, and never goes anywhere.
    for (const form of document.querySelectorAll('form')) {
      expect(form.getAttributeNames()).toEqual([]);
      expect(fireEvent.submit(form)).toBe(false);
    }
    expect(document.querySelectorAll('form')).toHaveLength(document.querySelectorAll('table input').length);
  });

  it('says when most of an entry is wiped at once', async () => {
    const { said } = draw(named('mot'));
    const input = screen.getByLabelText('Nom');
    await userEvent.type(input, 'Exemple');
    await userEvent.clear(input);
    expect(said).toContain('erase mot');
  });

  it('reads the hint and the error with the input', () => {
    draw(named('mot'), { errors: { mot: 'Ce champ est à remplir.' } });
    const input = screen.getByLabelText('Nom');
    expect(input).toHaveProperty('ariaInvalid', 'true');
    const words = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(words).toEqual(['Comme sur la carte', 'Erreur\u00a0: Ce champ est à remplir.']);
  });

  it('explains that an entry looked like a real person’s', () => {
    draw(named('nir'), { refused: { field: 'nir', looksLike: 'nir' } });
    expect(screen.getByText(/ressemble à un vrai numéro de sécurité sociale/)).toBeTruthy();
  });
});

describe('passwords', () => {
  it('ticks the rules as one types, and shows the letters on demand', async () => {
    draw(named('nouveau'));
    const input = screen.getByLabelText('Nouveau mot de passe');
    const kept = () => screen.getAllByRole('listitem').map((item) => item.dataset['kept']);
    expect(kept()).toEqual(['false', 'false']);
    await userEvent.type(input, 'abcdefghi1');
    expect(kept()).toEqual(['true', 'true']);
    expect(input.getAttribute('type')).toBe('password');
    await userEvent.click(screen.getByRole('button', { name: 'Afficher le mot de passe' }));
    expect(input.getAttribute('type')).toBe('text');
    expect((input as HTMLInputElement).value).toBe('abcdefghi1');
  });
});

describe('dates', () => {
  it('makes one value of three boxes, left as a whole', async () => {
    const { last, said, box } = draw(named('date'));
    await userEvent.type(screen.getByLabelText('Jour'), '3');
    await userEvent.tab();
    await userEvent.keyboard('2');
    await userEvent.tab();
    await userEvent.keyboard('1988');
    expect(said.filter((each) => each === 'leave date')).toHaveLength(0);
    await userEvent.tab();
    expect(last()).toEqual(['date', '3/2/1988']);
    expect(said.filter((each) => each === 'leave date')).toHaveLength(1);
    box().write('1986-05-06');
    expect((screen.getByLabelText('Année') as HTMLInputElement).value).toBe('1986');
    box().write(undefined);
    expect(box().read()).toBe('');
  });
});

describe('choices', () => {
  it('keeps one radio at a time without names, by mouse and by arrows', async () => {
    const { entered, said } = draw(named('choix'));
    await userEvent.click(screen.getByLabelText('Premier choix'));
    await userEvent.keyboard('{ArrowDown}');
    const checked = () =>
      screen
        .getAllByRole<HTMLInputElement>('radio')
        .filter((radio) => radio.checked)
        .map(({ value }) => value);
    expect(checked()).toEqual(['deux']);
    expect(document.activeElement).toHaveProperty('value', 'deux');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(checked()).toEqual(['trois']);
    expect(entered.map(([, raw]) => raw)).toEqual(['un', 'deux', 'un', 'trois']);
    expect(said.filter((each) => each === 'change choix')).toHaveLength(3);
  });

  it('asks with buttons on a banner: one press answers, and nothing is a radio', async () => {
    const banner = draw({ ...named('choix'), look: 'buttons' } as Field);
    const group = within(screen.getByRole('group', { name: /Un choix/ }));
    await userEvent.click(group.getByRole('button', { name: 'Deuxième choix' }));
    expect(banner.entered).toEqual([['choix', 'deux']]);
    expect(banner.said).toContain('leave choix');
    expect(group.queryAllByRole('radio')).toEqual([]);
  });

  it('offers a list, a yes or no, a tick and several boxes', async () => {
    const list = draw(named('liste'));
    await userEvent.selectOptions(screen.getByLabelText('Une liste'), 'Deuxième choix');
    expect(list.last()).toEqual(['liste', 'deux']);
    const yes = draw(named('oui-non'));
    await userEvent.click(screen.getByLabelText('Oui'));
    expect(yes.last()).toEqual(['oui-non', 'oui']);
    const tick = draw(named('case'));
    await userEvent.click(screen.getByLabelText('J’ai lu et j’accepte'));
    expect(tick.last()).toEqual(['case', true]);
    const several = draw(named('plusieurs'));
    const group = within(screen.getByRole('group', { name: /Plusieurs choix/ }));
    await userEvent.click(group.getByLabelText('Troisième choix'));
    await userEvent.click(group.getByLabelText('Premier choix'));
    expect(several.last()).toEqual(['plusieurs', ['trois', 'un']]);
    several.box().write(['deux']);
    expect(several.box().read()).toEqual(['deux']);
  });
});

describe('several choices', () => {
  it('are one answer, given when the hand goes elsewhere; taking one back is a change', async () => {
    const { said } = draw(named('plusieurs'));
    const given = () => said.filter((each) => each === 'leave plusieurs').length;
    await userEvent.click(screen.getByText('Troisième choix'));
    await userEvent.click(screen.getByText('Premier choix'));
    expect(given()).toBe(0);
    expect(said).not.toContain('change plusieurs');
    await userEvent.click(screen.getByText('Premier choix'));
    expect(said).toContain('change plusieurs');
    await userEvent.click(document.body);
    expect(given()).toBe(1);
    await userEvent.click(document.body);
    expect(given()).toBe(1);
  });

  it('are given by the keyboard too', async () => {
    const { said } = draw(named('plusieurs'));
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await userEvent.tab();
    await userEvent.keyboard(' ');
    expect(said).not.toContain('leave plusieurs');
    render(<button type="button">Ailleurs</button>);
    screen.getByText('Ailleurs').focus();
    expect(said).toContain('leave plusieurs');
  });
});

describe('type-ahead', () => {
  it('finds by the beginning of words, without accents', () => {
    const options = [
      { id: 'a', label: '69001 LYON' },
      { id: 'b', label: '42000 SAINT-ÉTIENNE' },
    ];
    expect(suggestions(options, 'etie').map(({ id }) => id)).toEqual(['b']);
    expect(suggestions(options, '69 ly').map(({ id }) => id)).toEqual(['a']);
    expect(suggestions(options, 'o')).toEqual([]);
  });

  it('enters nothing until a suggestion is chosen, and undoes the choice when one types again', async () => {
    const { entered, last } = draw(named('commune'));
    const input = screen.getByRole('combobox', { name: 'Commune' });
    await userEvent.type(input, 'paris');
    expect(entered).toEqual([]);
    expect(input.getAttribute('aria-expanded')).toBe('true');
    await userEvent.click(screen.getByRole('option', { name: '75011 PARIS' }));
    expect(last()).toEqual(['commune', 'c2']);
    expect((input as HTMLInputElement).value).toBe('75011 PARIS');
    await userEvent.type(input, 'x');
    expect(last()).toEqual(['commune', '']);
  });

  it('is used by keyboard alone', async () => {
    const { last } = draw(named('commune'));
    const input = screen.getByRole('combobox', { name: 'Commune' });
    await userEvent.type(input, '75{ArrowDown}{ArrowDown}');
    expect(document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent).toBe('75011 PARIS');
    await userEvent.keyboard('{Enter}');
    expect(last()).toEqual(['commune', 'c2']);
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });

  it('erases a real number that was typed to search', async () => {
    draw(named('commune'));
    const input = screen.getByRole('combobox', { name: 'Commune' }) as HTMLInputElement;
    await userEvent.type(input, '061234567');
    expect(input.value).toBe('061234567');
    await userEvent.type(input, '8');
    expect(input.value).toBe('');
  });

  it('says that nothing matches', async () => {
    draw(named('commune'));
    await userEvent.type(screen.getByRole('combobox', { name: 'Commune' }), 'zz');
    expect(screen.getByText('Aucune commune ne correspond.')).toBeTruthy();
  });
});

describe('files', () => {
  it('offers the persona’s documents and never the disk', async () => {
    const { last, box } = draw(named('piece'));
    expect(document.querySelector('input[type=file]')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Choisir un document : Justificatif' }));
    await userEvent.click(screen.getByRole('button', { name: /Photo floue/ }));
    expect(last()).toEqual(['piece', 'fiche-floue']);
    expect(box().read()).toBe('fiche-floue');
    expect(screen.getByText(/HEIC, 7,2 Mo/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Retirer' }));
    expect(last()).toEqual(['piece', '']);
  });
});

describe('the grid of amounts', () => {
  it('has a table for each adult, a cell for each kind and month', async () => {
    const { last, box } = draw(named('grille'));
    expect(screen.getAllByRole('table').map((table) => table.querySelector('caption')?.textContent)).toEqual([
      'Amina Exemple',
      'Youssef Exemple',
    ]);
    const cell = screen.getByLabelText('Salaires, septembre 2026, Amina');
    await userEvent.type(cell, '812,50');
    expect(last()).toEqual(['grille/amina.salaires.-2', '812,50']);
    box('grille/amina.salaires.-3').write('790');
    expect((screen.getByLabelText('Salaires, août 2026, Amina') as HTMLInputElement).value).toBe('790');
  });

  it('puts an error under its cell', () => {
    draw(named('grille'), { errors: { 'grille/youssef.chomage.-2': 'Le format n’est pas bon.' } });
    const cell = screen.getByLabelText('Chômage, septembre 2026, Youssef');
    expect(cell.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(cell.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Le format n’est pas bon.',
    );
  });
});

describe('the captcha', () => {
  it('has an accessible way', async () => {
    draw(named('image'));
    expect(screen.getByRole('img', { name: /Image à recopier/ })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Écrire la question en toutes lettres' }));
    expect(screen.getByText('K comme Karine, 7, P comme Pierre, 4.')).toBeTruthy();
  });
});
