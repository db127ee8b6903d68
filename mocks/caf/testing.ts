import type { Persona } from '#engine';
import { amina } from '../testing/amina.ts';
import type { ServiceRights } from '../testing/rights.ts';

const heic = {
  id: 'photo-iphone',
  title: '',
  paper: 'carnet',
  format: 'heic',
  quality: 'sharp',
  megabytes: 1,
} as const;
const heavy = { id: 'scan-lourd', title: '', paper: 'carnet', format: 'png', quality: 'sharp', megabytes: 9 } as const;

const household: Persona = { ...amina, documents: [...amina.documents, heic, heavy] };

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
  },
  others: { karim: { persona: { ...household, id: 'karim' }, right: { ...right, nir: '7920399000015' } } },
  async before({ ask, network }, operation) {
    if (operation === 'confirmCode') {
      await ask('signIn', { nir: right.nir, password: right.password });
      await ask('sendCode');
    }
    if (operation === 'declareAmounts') {
      network.preset('caf', 'signed-in');
      await ask('declareOther', { kinds: right.kinds });
    }
  },
};
