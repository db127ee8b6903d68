/**
 * Addresses and numbers that a person has looked at and that may be drawn. Adding one means having checked that it
 * reaches nobody: a domain that no one holds, or a body's own « do not answer » address.
 */

/** Domains of invented people and senders, the false ones of phishing exercises included. */
export const reviewedDomains = [
  'boite-replique.fr',
  'ecole-tilleuls-replique.fr',
  'jardins-balcons-replique.fr',
  'marche-quartier-replique.fr',
  'caf-remboursement-urgent.fr',
  'mairie-exemple-replique.fr',
  'emploi-versement-urgent.fr',
  'moteur-exemple-replique.fr',
  'forum-conduite-replique.fr',
  'mes-papiers-sereins.fr',
  'permis-gouv-duplicata.com',
  'service-permis-dossier.com',
];

/** Whole addresses at bodies that exist: only those that take no answer. */
export const reviewedAddresses = [
  'ne-pas-repondre@caf.fr',
  'ne-pas-repondre@francetravail.fr',
  'ne-pas-repondre@pole-emploi.fr',
];

/** Plates by which public bodies themselves show the form. */
export const examplePlates = ['AA-123-AA', 'AB-123-CD'];
