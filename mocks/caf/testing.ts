import type { Item, Paper, Persona } from '#engine';
import { amina } from '../testing/amina.ts';
import type { ServiceRights } from '../testing/rights.ts';

type PersonaDocument = Persona['documents'][number];

const heic = {
  id: 'photo-iphone',
  title: '',
  paper: 'carnet',
  format: 'heic',
  quality: 'sharp',
  megabytes: 1,
} as const;
const heavy = { id: 'scan-lourd', title: '', paper: 'carnet', format: 'png', quality: 'sharp', megabytes: 9 } as const;

const written = (kind: Item['kind'], value: Item['value'], term: string): Item => ({ label: '', kind, value, term });

/** What a tenant owns, as `scenarios/personas/sonia.yaml` has it, shorter. */
const lease: Paper = {
  id: 'bail',
  form: 'contract',
  title: '',
  person: 'amina',
  items: {
    entree: written('date', '2026-11-01', 'date-d-emmenagement'),
    siret: written('digits', '00048199600017', 'siret'),
    rue: written('text', '3 place des Maquettes', 'adresse-du-bailleur'),
    signe: written('document', 'bail-pdf', 'bail-signe'),
  },
};
const bankDetails = (id: string, iban: Item): Paper => ({
  id,
  form: 'bank-details',
  title: '',
  person: 'amina',
  items: { iban },
});
const certificate = (id: string, items: Paper['items']): Paper => ({
  id,
  form: 'contract',
  title: '',
  person: 'amina',
  items,
});
const pdf = (id: string, paper: string): PersonaDocument => ({
  id,
  title: '',
  paper,
  format: 'pdf',
  quality: 'sharp',
  megabytes: 1,
});

/** The test household, with what it needs for every procedure. */
export const household: Persona = {
  ...amina,
  papers: [
    ...amina.papers,
    lease,
    bankDetails('rib', written('text', 'FR00 0000 0000 0000 6900 0002 600', 'iban')),
    bankDetails('rib-parents', { label: '', kind: 'text', value: 'FR00 0000 0000 0000 7300 0000 100' }),
    certificate('attestation', { signature: written('document', 'attestation-pdf', 'attestation-de-loyer') }),
    certificate('attestation-vierge', {}),
  ],
  documents: [
    ...amina.documents,
    heic,
    heavy,
    pdf('bail-pdf', 'bail'),
    pdf('rib-pdf', 'rib'),
    pdf('rib-pere', 'rib-parents'),
    pdf('attestation-pdf', 'attestation'),
    pdf('attestation-vide', 'attestation-vierge'),
    { ...pdf('attestation-floue', 'attestation'), quality: 'blurred' },
  ],
};

/** Someone of the same household, by the name that recipes use. */
const called = (id: string, change: Partial<Persona> = {}): Persona => ({ ...household, id, ...change });

const movedBefore: Paper = {
  ...lease,
  items: { ...lease.items, entree: written('date', '2026-10-01', 'date-d-emmenagement') },
};

const right = {
  nir: '2841169000007',
  password: 'Jardin2024fleurs',
  answer: 'K7P4',
  birthDate: '1984-11-06',
  accepted: true,
  changed: 'non',
  figures: {
    'amina.salaires.-4': 104_000,
    'amina.salaires.-3': 103_000,
    'amina.salaires.-2': 102_000,
    'youssef.remplacement.-4': 94_000,
    'youssef.remplacement.-3': 93_000,
    'youssef.remplacement.-2': 92_000,
  },
  proof: null,
  kinds: ['pensions-alimentaires'],
  pensions: { 'amina.pensions.-4': 12_000, 'amina.pensions.-3': 12_000, 'amina.pensions.-2': 12_000 },
  honour: true,
  street: '3 place des Maquettes',
  occupation: 'locataire',
  movedIn: '2026-11-01',
  ownName: 'oui',
  family: 'non',
  kind: 'societe',
  siret: '00048199600017',
  surface: '52',
  iban: 'FR00 0000 0000 0000 6900 0002 600',
  lease: 'bail-pdf',
  bankDetails: 'rib-pdf',
  certificate: 'attestation-pdf',
  hasNumber: 'oui',
  lastName: 'Sorel',
  firstNames: 'Amina',
  email: 'amina.sorel@boite-replique.fr',
  phone: '0639980412',
  again: 'Jardin2024fleurs',
  identifier: '9000000000417',
};

/** The same, with a number for a time. */
const karim: Persona = {
  ...household,
  id: 'karim',
  papers: household.papers.map((paper) => ({
    ...paper,
    items: Object.fromEntries(
      Object.entries(paper.items).map(([id, item]) => [
        id,
        paper.person === 'amina' && item.term === 'numero-de-securite-sociale'
          ? { ...item, value: '7920399000015' }
          : item,
      ]),
    ),
  })),
};

export const rights: ServiceRights = {
  persona: household,
  right,
  wrong: {
    password: 'Autre2024mot',
    answer: 'XXXX',
    code: '000001',
    birthDate: '1984-11-07',
    figures: { 'amina.salaires.-4': 1 },
    iban: 'FR00 0000 0000 0000 6900 0002 601',
    again: 'Autre2024mot',
  },
  others: {
    karim: { persona: karim, right: { ...right, nir: '7920399000015' } },
    lucie: { persona: called('lucie', { traits: { 'adresse-du-bailleur': 'non-reconnue' } }), right },
    sonia: {
      persona: called('sonia', { papers: household.papers.map((paper) => (paper === lease ? movedBefore : paper)) }),
      right,
    },
  },
  async before({ ask, network }, operation) {
    if (operation === 'confirmCode') {
      await ask('signIn', { nir: right.nir, password: right.password });
      await ask('sendCode');
    }
    if (operation === 'submitHousing' || operation === 'saveLandlord') network.preset('caf', 'signed-in');
    if (operation === 'confirmContact') await ask('declareContact', { email: right.email, phone: right.phone });
    if (operation === 'declareAmounts') {
      network.preset('caf', 'signed-in');
      await ask('declareOther', { kinds: right.kinds });
    }
  },
};
