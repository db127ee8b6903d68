import { describe, expect, it } from 'vitest';
import { scenario } from './engine.fixture.ts';
import { fieldsOf } from './machine.ts';
import { applyVariant } from './variant.ts';

const reworded = applyVariant(
  {
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
  },
  'simple',
);

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

  it('is the scenario itself when none is drawn', () => {
    expect(applyVariant(scenario, null)).toBe(scenario);
  });
});
