import type { Persona } from '#engine';
import { amina } from '../testing/amina.ts';
import type { ServiceRights } from '../testing/rights.ts';
import { licenceDocuments, licencePapers, rightLicence } from './licence/testing.ts';
import { rightSale, rightVehicle, vehiclePapers } from './vehicle/testing.ts';

/** The test household with an account at the agency. */
export const traveller: Persona = {
  ...amina,
  papers: [
    ...amina.papers,
    ...vehiclePapers,
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
    ...licencePapers,
  ],
  documents: [...amina.documents, ...licenceDocuments],
};

export const rightSignIn = { identifier: 'sorel-a4821', password: 'Voyage-2031-Loin' };

export const rights: ServiceRights = {
  persona: traveller,
  right: {
    ...rightSignIn,
    email: traveller.email,
    accepted: true,
    answer: 'K7P4',
    oldNumber: '00XX00000',
    height: '131',
    mobile: '0639980412',
    image: 'H4RV',
    requestNumber: 'DEMO100001',
    ...rightVehicle,
    ...rightSale,
    ...rightLicence,
  },
  wrong: {
    password: 'Autre2024mot',
    code: '000001',
    answer: 'XXXX',
    email: 'autre@boite-replique.fr',
    oldNumber: '00XX00000x',
    image: 'XXXX',
  },
};
