import type { Item, Paper, Persona } from '#engine';

/** A small household for the tests of the fake back ends: what `scenarios/personas/amina.yaml` becomes, shorter. */

const amount = (term: string, value: number): Item => ({ label: term, kind: 'amount', value, term });

const payslip = (month: number, netSocial: number): Paper => ({
  id: `fiche-de-paie@${month}`,
  form: 'payslip',
  title: 'Fiche de paie',
  person: 'amina',
  month,
  items: {
    brut: amount('salaire-brut', netSocial + 30_000),
    'montant-net-social': amount('montant-net-social', netSocial),
  },
});

const statement = (month: number, netSocial: number): Paper => ({
  id: `releve@${month}`,
  form: 'benefit-statement',
  title: 'Relevé',
  person: 'youssef',
  month,
  items: { 'montant-net-social': amount('montant-net-social', netSocial) },
});

export const amina: Persona = {
  id: 'amina',
  title: 'Amina',
  story: 'Amina déclare.',
  people: [
    { id: 'amina', firstName: 'Amina', lastName: 'Sorel', birthDate: '1984-11-06', role: 'claimant' },
    { id: 'youssef', firstName: 'Youssef', lastName: 'Sorel', birthDate: '1990-05-17', role: 'partner' },
  ],
  traits: { 'conditions-generales': 'a-accepter' },
  papers: [
    {
      id: 'carte-vitale',
      form: 'health-card',
      title: 'Carte',
      person: 'amina',
      items: { nir13: { label: 'Numéro', kind: 'nir', value: '2841169000007', term: 'numero-de-securite-sociale' } },
    },
    {
      id: 'carte-vitale-youssef',
      form: 'health-card',
      title: 'Carte',
      person: 'youssef',
      items: { nir13: { label: 'Numéro', kind: 'nir', value: '1900575000042', term: 'numero-de-securite-sociale' } },
    },
    {
      id: 'carnet',
      form: 'notebook',
      title: 'Carnet',
      person: 'amina',
      items: { site: { label: 'Caf', kind: 'secret', value: 'Jardin2024fleurs', term: 'mot-de-passe-caf' } },
    },
    ...[-1, -2, -3, -4, -5].map((month) => payslip(month, 100_000 - month * 1000)),
    ...[-1, -2, -3, -4, -5].map((month) => statement(month, 90_000 - month * 1000)),
  ],
  documents: [
    { id: 'paie-3', title: 'paie', paper: 'fiche-de-paie@-3', format: 'pdf', quality: 'sharp', megabytes: 0.3 },
    { id: 'paie-1', title: 'paie', paper: 'fiche-de-paie@-1', format: 'pdf', quality: 'sharp', megabytes: 0.3 },
    { id: 'floue', title: 'photo', paper: 'fiche-de-paie@-3', format: 'jpg', quality: 'blurred', megabytes: 2 },
    { id: 'heic', title: 'photo', paper: 'fiche-de-paie@-3', format: 'heic', quality: 'sharp', megabytes: 2 },
    { id: 'lourde', title: 'scan', paper: 'fiche-de-paie@-3', format: 'png', quality: 'sharp', megabytes: 11 },
    { id: 'carnet', title: 'carnet', paper: 'carnet', format: 'jpg', quality: 'sharp', megabytes: 1 },
  ],
  phone: '06 39 98 04 12',
  email: 'amina.sorel@boite-replique.fr',
  address: ['12 allée des Essais'],
  mailbox: [],
};
