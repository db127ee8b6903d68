import { describe, expect, it } from 'vitest';
import { imitatedBy, serviceNames } from './imitation.ts';

const screens = (...addresses: string[]) =>
  Object.fromEntries(addresses.map((address, at) => [String(at), { address }])) as never;
const names = serviceNames([
  { replicates: { site: 'caf.fr', asOf: '2025-03' }, screens: screens('connect.caf.fr/compte', 'à la maison') },
  { replicates: { site: 'ants.gouv.fr', asOf: '2025-03' }, screens: screens('moncompte.ants.gouv.fr') },
  { replicates: { site: 'aucun', asOf: '2025-03' }, screens: screens('bac-a-sable.replique', 'franceconnect.gouv.fr') },
  { replicates: { site: 'pole-emploi.fr', asOf: '2025-03' }, screens: screens('www.francetravail.fr') },
]);

describe('a host name that imitates a service', () => {
  it('is known by the services that the scenarios imitate', () => {
    expect([...names].sort()).toEqual(['ants', 'caf', 'franceconnect', 'francetravail', 'pole-emploi']);
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
});
