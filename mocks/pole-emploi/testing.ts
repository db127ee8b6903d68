import type { Item, Persona, PersonaDocument } from '#engine';
import type { ServiceRights } from '../testing/rights.ts';

/** A small household for the tests of the fake Pôle emploi: what `scenarios/personas/thomas.yaml` becomes, shorter. */

const written = (kind: Item['kind'], value: string, term: string): Item => ({ label: term, kind, value, term });

const file = (id: string, paper: string, change: Partial<PersonaDocument> = {}): PersonaDocument => ({
  id,
  title: id,
  paper,
  format: 'pdf',
  quality: 'sharp',
  megabytes: 0.3,
  ...change,
});

const payslip = (month: number): Persona['papers'][number] => ({
  id: `fiche@${month}`,
  form: 'payslip',
  title: 'Fiche de paie',
  person: 'thomas',
  month,
  issuer: 'Famille Arnel',
  items: {
    heures: { label: 'Heures', kind: 'number', value: 130, term: 'heures-payees' },
    base: { label: 'Salaire de base', kind: 'amount', value: 59800, term: 'salaire-de-base' },
    brut: { label: 'Salaire brut', kind: 'amount', value: 65760, term: 'salaire-brut' },
  },
});

export const thomas: Persona = {
  id: 'thomas',
  title: 'Thomas',
  story: "Thomas s'inscrit.",
  people: [{ id: 'thomas', firstName: 'Thomas', lastName: 'Bernier', birthDate: '1993-06-18', role: 'claimant' }],
  traits: {},
  papers: [
    {
      id: 'carnet',
      form: 'notebook',
      title: 'Carnet',
      person: 'thomas',
      items: {
        identifiant: written('text', '0000481T', 'identifiant-france-travail'),
        'mot-de-passe': written('secret', 'Mur-2024-Pierre', 'mot-de-passe-france-travail'),
      },
    },
    {
      id: 'carte-vitale',
      form: 'health-card',
      title: 'Carte',
      person: 'thomas',
      items: { nir: written('nir', '193064800002189', 'numero-de-securite-sociale') },
    },
    {
      id: 'rib',
      form: 'bank-details',
      title: 'RIB',
      person: 'thomas',
      items: { iban: written('text', 'FR00 0000 0000 0000 4800 0002 118', 'iban') },
    },
    {
      id: 'preuve-absence',
      form: 'letter',
      title: 'Attestation',
      person: 'thomas',
      items: { objet: written('document', 'preuve-pdf', 'preuve-d-absence') },
    },
    payslip(-1),
    payslip(-2),
  ],
  documents: [
    file('rib-pdf', 'rib'),
    file('rib-flou', 'rib', { format: 'jpg', quality: 'blurred' }),
    file('carte-pdf', 'carte-vitale'),
    file('photo-iphone', 'rib', { format: 'heic' }),
    file('scan-lourd', 'rib', { format: 'png', megabytes: 12.5 }),
    file('preuve-pdf', 'preuve-absence'),
    file('preuve-floue', 'preuve-absence', { format: 'jpg', quality: 'blurred' }),
    file('fiche-pdf', 'fiche@-1'),
    file('fiche-ancienne', 'fiche@-2'),
    file('fiche-floue', 'fiche@-1', { format: 'jpg', quality: 'blurred' }),
    file('fiche-iphone', 'fiche@-1', { format: 'heic' }),
    file('fiche-lourde', 'fiche@-1', { format: 'png', megabytes: 12.5 }),
  ],
  phone: '06 39 98 11 48',
  email: 'thomas.bernier@boite-replique.fr',
  address: ['4 chemin du Modèle'],
  mailbox: [],
};

/** Somebody who has no space yet. */
const karim: Persona = {
  ...thomas,
  id: 'karim',
  papers: thomas.papers.map((paper) => (paper.id === 'carnet' ? { ...paper, items: {} } : paper)),
};

const right = {
  identifier: '0000481T',
  password: 'Mur-2024-Pierre',
  nir: '193064800002189',
  birthDate: '1984-11-06',
  accepted: true,
  nationality: 'francaise',
  end: '2026-11-10',
  start: '2026-01-05',
  iban: 'FR00 0000 0000 0000 4800 0002 118',
  bankProof: 'rib-pdf',
  slot: 'lundi-agence',
  context: 'rendez-vous',
  proof: 'preuve-pdf',
  other: 'non',
  kind: 'salariee',
  from: '2026-11-02',
  to: '2026-11-27',
  hours: 104,
  gross: 49400,
  situations: ['aucune'],
  searching: 'oui',
  training: 'non',
  worked: 'oui',
  internship: 'non',
  sick: 'non',
  maternity: 'non',
  retired: 'non',
  disabled: 'non',
  sort: 'bulletin',
  slip: 'fiche-pdf',
  subject: 'salaire',
  mail: thomas.email,
  mailAgain: thomas.email,
  terms: true,
};

export const rights: ServiceRights = {
  persona: thomas,
  right,
  wrong: {
    password: 'Autre2024mot',
    code: '000001',
    nir: '193064800002188',
    iban: 'FR00 0000',
    mailAgain: 'autre@boite-replique.fr',
  },
  others: { karim: { persona: karim, right } },
  async before({ ask }, operation) {
    await ask('giveIdentifier', { identifier: right.identifier });
    if (operation === 'confirmCode') await ask('signIn', { password: right.password });
  },
};
