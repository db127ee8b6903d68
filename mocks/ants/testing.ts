import type { Persona } from '#engine';
import { amina } from '../testing/amina.ts';

/** The test household with an account at the agency. */
export const traveller: Persona = {
  ...amina,
  papers: [
    ...amina.papers,
    {
      id: 'carnet-ants',
      form: 'notebook',
      title: 'Carnet',
      person: 'amina',
      items: {
        identifiant: { label: '', kind: 'text', value: 'sorel-a4821', term: 'identifiant-ants' },
        'mot-de-passe': { label: '', kind: 'secret', value: 'Voyage-2031-Loin', term: 'mot-de-passe-ants' },
      },
    },
  ],
};

export const rightSignIn = { identifier: 'sorel-a4821', password: 'Voyage-2031-Loin' };
