import { describe, expect, it } from 'vitest';
import { scenario } from './engine.fixture.ts';
import { fieldsOf } from './machine.ts';
import { applyVariant, rewordingsOf } from './variant.ts';

const withVariant = {
  ...scenario,
  variants: [
    {
      id: 'simple',
      texts: {
        'connexion/title': 'Entrer',
        'connexion/nir/label': 'Votre numéro',
        'connexion/continuer/label': 'Suite',
      },
    },
  ],
};
const reworded = applyVariant(withVariant, 'simple');

describe('a variant', () => {
  it('changes the words of a title, a field and a button, and nothing else', () => {
    const screen = reworded.screens['connexion'];
    expect(screen?.title).toBe('Entrer');
    expect(screen && fieldsOf(screen).map(({ id, label }) => [id, label])).toEqual([
      ['nir', 'Votre numéro'],
      ['couple', 'couple'],
      ['conjoint', 'conjoint'],
    ]);
    expect(screen?.actions[0]).toMatchObject({ id: 'continuer', label: 'Suite' });
    expect(reworded.screens['recap']).toEqual(scenario.screens['recap']);
  });

  it('says what it changes, and into what', () => {
    const before = scenario.screens['connexion'];
    expect(rewordingsOf(withVariant, 'simple')).toEqual([
      { screen: 'connexion', usual: before?.title, other: 'Entrer' },
      { screen: 'connexion', usual: 'nir', other: 'Votre numéro' },
      { screen: 'connexion', usual: before?.actions[0]?.label, other: 'Suite' },
    ]);
    expect(rewordingsOf(withVariant, 'inconnue')).toEqual([]);
  });

  it('is the scenario itself when none is drawn', () => {
    expect(applyVariant(scenario, null)).toBe(scenario);
  });
});
