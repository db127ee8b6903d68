import type { Paper, PersonaDocument } from '#engine';

/** What a person who replaces a licence owns, for the tests: papers by their terms, files good and bad. */

const paper = (id: string, items: Paper['items']): Paper => ({
  id,
  form: 'letter',
  title: id,
  person: 'amina',
  items,
});
const item = (term: string, value: string) => ({ label: term, kind: 'text', value, term }) as const;

export const codes = {
  own: 'DEMO22AMNA44KLPQ66RSTV',
  expired: 'DEMOZZ99YY88XX77WW66VV',
  used: 'DEMOA1B2C3D4E5F6G7H8J9',
};

export const licencePapers: readonly Paper[] = [
  paper('piece', {
    nature: item('piece-d-identite', 'carte'),
    nom: item('nom-de-naissance', 'Sorel'),
    prenoms: item('prenoms', 'Amina Leïla Rose'),
    naissance: { ...item('naissance-du-titulaire', '1984-11-06'), kind: 'date' },
  }),
  paper('facture', { nature: item('justificatif-de-domicile', 'facture') }),
  paper('plainte', { nature: item('declaration-de-vol', 'déclaration') }),
  paper('planche', { code: item('numero-ephoto', codes.own) }),
  paper('vieille-planche', { code: item('numero-ephoto-expire', codes.expired) }),
  paper('planche-servie', { code: item('numero-ephoto-utilise', codes.used) }),
];

const file = (
  id: string,
  of: string,
  change: Partial<Pick<PersonaDocument, 'format' | 'quality' | 'megabytes'>> = {},
): PersonaDocument => ({ id, title: id, paper: of, format: 'pdf', quality: 'sharp', megabytes: 0.5, ...change });

export const licenceDocuments: readonly PersonaDocument[] = [
  file('piece-pdf', 'piece'),
  file('piece-recto', 'piece', { format: 'jpg', quality: 'cropped' }),
  file('facture-pdf', 'facture'),
  file('plainte-pdf', 'plainte'),
  file('photo-iphone', 'piece', { format: 'heic' }),
  file('scan-lourd', 'facture', { format: 'png', megabytes: 12 }),
];

export const rightLicence = {
  reason: 'perte',
  medical: 'non',
  birthName: 'Sorel',
  firstNames: 'Amina Leïla Rose',
  birthDate: '1984-11-06',
  photoCode: codes.own,
  identity: 'piece-pdf',
  home: 'facture-pdf',
  exact: true,
};
