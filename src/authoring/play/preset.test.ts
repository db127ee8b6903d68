import { expect, test } from 'vitest';
import { presetOf } from './preset.ts';

test('a bare name is a change of the own service, a dotted one of another', () => {
  expect(presetOf('four-failures', 'mairie')).toEqual({ service: 'mairie', name: 'four-failures' });
  expect(presetOf('voisin.panne', 'mairie')).toEqual({ service: 'voisin', name: 'panne' });
});
