import type { Persona } from '#engine';
import { amina } from '../testing/amina.ts';
import type { ServiceRights } from '../testing/rights.ts';

/** The test household with an account at the tax office and one at the health insurance. */
export const citizen: Persona = {
  ...amina,
  papers: [
    ...amina.papers,
    {
      id: 'avis-d-imposition',
      form: 'letter',
      title: 'Avis',
      person: 'amina',
      items: { 'numero-fiscal': { label: '', kind: 'digits', value: '9900000000417', term: 'numero-fiscal' } },
    },
    {
      id: 'carnet-fc',
      form: 'notebook',
      title: 'Carnet',
      person: 'amina',
      items: {
        impots: { label: '', kind: 'secret', value: 'Figuier-2021-Vert', term: 'mot-de-passe-impots' },
        ameli: { label: '', kind: 'secret', value: 'Soin-2022-Doux!', term: 'mot-de-passe-ameli' },
      },
    },
  ],
};

export const rightImpots = { taxNumber: '9900000000417', password: 'Figuier-2021-Vert' };
export const rightAmeli = { nir: '2841169000007', password: 'Soin-2022-Doux!' };

export const rights: ServiceRights = {
  persona: citizen,
  right: { ...rightImpots, nir: rightAmeli.nir, email: citizen.email, consent: true },
  rightFor: { signInAmeli: rightAmeli },
  wrong: { password: 'Autre2024mot', code: '000001', email: 'autre@boite-replique.fr' },
  async before(run, operation) {
    if (operation === 'open') return;
    await run.ask('open');
    if (operation === 'confirmImpotsCode') await run.ask('signInImpots', rightImpots);
    if (operation !== 'report') return;
    await run.ask('signInAmeli', rightAmeli);
    await run.ask('goOn', { consent: true });
  },
};
