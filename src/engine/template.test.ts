import { describe, expect, it } from 'vitest';
import { addDuration, dayOf, monthFrom } from './dates.ts';
import { lea } from './engine.fixture.ts';
import { resolvePersona } from './resolve.ts';
import { fillTemplate, placeholdersOf } from './template.ts';

const persona = resolvePersona(lea, '2031-01-15');
const scope = { people: persona.people, papers: persona.papers, today: '2031-01-15' };

describe('templates', () => {
  it.each([
    ['{prénom} et {prenom:conjoint}', 'Léa et Paul'],
    ['{mois:-2}', 'novembre 2030'],
    ['{mois-seul:-1}', 'décembre'],
    ['{jour:P3W}', '5 février 2031'],
    ['{jour:M-1}', '1er décembre 2030'],
    ['{date:M0}', '2031-01-01'],
    ['{date:M12}', '2032-01-01'],
    ['{date:M}', '…'],
    ['{date:-P20D}', '2030-12-26'],
    ['{date}', '2031-01-15'],
    ['{papier:carte.nir13}', '1 90 05 75 000 042'],
    ['{papier:fiche@-1.net}', '1 560,00 €'],
    ['{papier:rien.du-tout}', '…'],
  ])('fill %s', (text, filled) => {
    expect(fillTemplate(text, scope).replace(/\s/g, ' ')).toBe(filled);
  });

  it('list their placeholders', () => {
    expect(placeholdersOf('a {mois:-2} b {prénom}')).toEqual([
      { name: 'mois', argument: '-2' },
      { name: 'prenom', argument: '' },
    ]);
  });
});

describe('a persona', () => {
  it('has its monthly papers named for the months before the run, in any year', () => {
    expect(persona.papers.map(({ id, title }) => [id, title])).toEqual([
      ['carte', 'Carte de Léa'],
      ['fiche@-1', 'Fiche de décembre 2030'],
      ['fiche@-2', 'Fiche de novembre 2030'],
    ]);
  });
});

describe('dates', () => {
  it('end a month later on the last day of a shorter month', () => {
    expect(dayOf(addDuration(Date.parse('2028-01-31T12:00:00Z'), 'P1M'))).toBe('2028-02-29');
  });

  it('refuse what is not a duration', () => {
    expect(() => addDuration(0, 'P')).toThrow(RangeError);
    expect(() => addDuration(0, '3 semaines')).toThrow(RangeError);
  });

  it('count months over the new year', () => {
    expect(monthFrom('2031-01-15', -13)).toBe('2029-12');
  });
});
