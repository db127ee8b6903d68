import { describe, expect, it } from 'vitest';
import { readBrands } from '#authoring';
import { imitatedBy, serviceNames } from './imitation.ts';
import { refuseImitation } from './refuse-imitation.ts';

const screens = (...addresses: string[]) =>
  Object.fromEntries(addresses.map((address, at) => [String(at), { address }])) as never;
const bodies = readBrands('scenarios').hosts;
const imitated = [
  { replicates: { site: 'caf.fr', asOf: '2025-03' }, screens: screens('connect.caf.fr/compte', 'à la maison') },
  { replicates: { site: 'ants.gouv.fr', asOf: '2025-03' }, screens: screens('moncompte.ants.gouv.fr') },
  { replicates: { site: 'aucun', asOf: '2025-03' }, screens: screens('bac-a-sable.replique', 'franceconnect.gouv.fr') },
  { replicates: { site: 'pole-emploi.fr', asOf: '2025-03' }, screens: screens('www.francetravail.fr') },
];
const names = serviceNames(imitated, bodies);

describe('a host name that imitates a service', () => {
  it('is known by the services that the scenarios imitate', () => {
    expect(names.slice(0, 5)).toEqual(['caf', 'ants', 'franceconnect', 'pole-emploi', 'francetravail']);
    expect(serviceNames([], bodies)).toEqual(bodies);
  });

  it.each([
    ['caf.fr', 'caf'],
    ['www.caf-mon-compte.fr', 'caf'],
    ['moncompte.caf.example', 'caf'],
    ['caf2026.example', 'caf'],
    ['CAF.example', 'caf'],
    ['ants.gouv.fr', 'ants'],
    ['permis.ants-france.com', 'ants'],
    ['franceconnect.example', 'franceconnect'],
    ['france-connect.example', 'franceconnect'],
    ['francec0nnect.example', 'franceconnect'],
    ['franceconect.example', 'franceconnect'],
    ['espace-francetravai1.com', 'francetravail'],
    ['poleemploi.example', 'pole-emploi'],
    ['pôle-emploi.example', 'pole-emploi'],
    ['cäf.example', 'caf'],
    ['xn--ple-emploi-rbb.example', 'pole-emploi'],
    ['demarches-gouv.com', 'gouv'],
    ['gouv.fr.example.com', 'gouv'],
    ['antsgouv.com', 'gouv'],
    ['gouvfr.example', 'gouv'],
    ['moncaf.fr', 'caf'],
    ['wwwcaf.fr', 'caf'],
    ['lacaf.fr', 'caf'],
    ['moncomptecaf.fr', 'caf'],
    ['caffr.com', 'caf'],
    ['c-a-f.fr', 'caf'],
    ['caf2.example', 'caf'],
    ['moncaf13.example', 'caf'],
    ['mesants.com', 'ants'],
    ['france-titres.fr', 'france-titres'],
    ['urssaf.com', 'urssaf'],
    ['assurance-maladie.com', 'assurance-maladie'],
    ['assurancemaladie.example', 'assurance-maladie'],
    ['republique-francaise.fr', 'republique-francaise'],
    ['r\u00e9publique-fran\u00e7aise.example', 'republique-francaise'],
    ['arneli.example', 'ameli'],
    ['impots-remboursement.example', 'impots'],
    ['\u0441\u0430f.fr', 'caf'], // Cyrillic с and а
    ['xn--f-7sb4c.fr', 'caf'], // the same as an address has it
    ['\u0430m\u0435li.fr', 'ameli'],
    ['franceconn\u0435ct.example', 'franceconnect'],
  ])('%s is refused for %s', (host, name) => expect(imitatedBy(host, names)).toBe(name));

  it.each([
    'localhost',
    '0.0.0.0',
    '192.168.1.20:4321',
    '[::1]',
    'salle12.local',
    'replique.mairie-exemple.fr',
    'replique.societenumerique.gouv.fr',
    'cafes-solidaires.example',
    'entrainement.mediatheque-nantes.fr',
    'travail-en-france.example',
  ])('%s is welcome', (host) => expect(imitatedBy(host, names)).toBeNull());

  it('is none of the ordinary names that hold the same letters', () => {
    expect(ordinary.length).toBeGreaterThan(60);
    expect(ordinary.filter((host) => imitatedBy(host, names) !== null)).toEqual([]);
  });
});

describe('the name of the machine itself', () => {
  const start = (host: string, machine: string) => () =>
    refuseImitation({ host, publicUrl: undefined, allowedHosts: [] }, names, machine);

  it('keeps the server from starting where a network would call it by that name', () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.20'])
      expect(start(host, 'caf-nantes')).toThrow('Le nom caf-nantes (le nom de cette machine) ressemble');
    expect(start('0.0.0.0', 'mini-pc')).not.toThrow();
  });

  it('matters to nobody where the machine listens to itself alone', () => {
    for (const host of ['localhost', '127.0.0.1', '::1']) expect(start(host, 'caf-nantes')).not.toThrow();
  });
});

/** Names that a town, an association or a school could well have. */
const ordinary = `
  cafe-asso.fr mediatheque-nantes.fr cafard.org restaurants.fr elephants.org instants.fr plants.fr plantsdumidi.fr
  cafeteria-lycee.fr lecafe.fr moncafe.fr mescafes.fr cafe-des-aidants.fr repaircafe-lyon.org decaf.example cafoutche.fr
  enfants-du-monde.fr geants.example mamans.example passants.fr debutants.fr aidants-connect.fr croissants.example
  ameliorer.fr amelie.fr amelie-dupont.fr familiale.fr camelia.fr amelioration-habitat.fr
  gouvernail.fr mairie-gouvieux.fr gouville-sur-mer.fr gouvernance-locale.example gouvernante.example
  imports-asie.fr importants.fr impotence.example depots.fr massages.fr msanteach.example hamsa.example
  services-publics-locaux.example service-jeunesse.fr maison-services.fr france-services-ambert.fr
  ccas-lille.fr ville-de-sens.fr emmaus-connect.org connexion-numerique.fr espace-numerique.example
  poles-enfance.fr emploi-local.fr travail-social.fr maladies-rares.example retraite-active.fr titres-restaurant.example
  identite-remarquable.fr formation-adultes.fr compte-a-rebours.fr republique-du-velo.fr cite-francaise.example
  carsac-aillac.fr bibliotheque-cesure.fr cpa-montpellier.fr
  atelier-en-ligne.fr info-jeunes.fr mobile-et-libre.fr accorderie.fr numerique-solidaire.fr fracas.org
  \u0431\u0438\u0431\u043b\u0438\u043e\u0442\u0435\u043a\u0430.example m\u00e9diath\u00e8que.example
`
  .trim()
  .split(/\s+/);
