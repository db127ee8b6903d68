import type { Item, Paper } from '#engine';

const reference = (term: string, value: string): Item => ({ label: '', kind: 'reference', value, term });

/** What the household of the tests owns of its vehicle. */
export const vehiclePapers: readonly Paper[] = [
  {
    id: 'certificat-immatriculation',
    form: 'registration-certificate',
    title: 'Certificat',
    person: 'amina',
    items: {
      a: reference('numero-d-immatriculation', 'AU731UB'),
      formule: reference('numero-de-formule', '0000XX41738'),
      code: { label: '', kind: 'digits', value: '60418', term: 'code-confidentiel' },
    },
  },
];

/** The day before the tests' own. */
export const rightSale = { date: '2026-11-20', hour: 'h17', minutes: 'm30', mileage: '148320' };

export const rightVehicle = { plate: 'AU731UB', formula: '0000XX41738', secretCode: '60418' };
