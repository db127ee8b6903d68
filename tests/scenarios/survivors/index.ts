import { antsCederUnVehicule } from './ants/ceder-un-vehicule.ts';
import { antsPermisPerduOuVole } from './ants/permis-perdu-ou-vole.ts';
import { antsPreDemandeTitre } from './ants/pre-demande-titre.ts';
import { antsPreDemandeTitreAvant2022 } from './ants/pre-demande-titre-avant-2022.ts';
import { antsSeConnecterAvecFranceconnect } from './ants/se-connecter-avec-franceconnect.ts';
import { antsService } from './ants/service.ts';
import { bacASableBlocs } from './bac-a-sable-blocs.ts';
import { cafDeclarationTrimestrielle } from './caf/declaration-trimestrielle.ts';
import { cafDemandeAideLogement } from './caf/demande-aide-logement.ts';
import { cafOuvrirSonCompte } from './caf/ouvrir-son-compte.ts';
import { cafPremiereConnexion } from './caf/premiere-connexion.ts';
import { cafService } from './caf/service.ts';
import { communCodeParMail } from './commun/code-par-mail.ts';
import { communFranceconnect } from './commun/franceconnect.ts';
import { personas } from './personas.ts';
import { poleEmploiActualisation } from './pole-emploi/actualisation.ts';
import { poleEmploiActualisationClassique } from './pole-emploi/actualisation-classique.ts';
import { poleEmploiInscription } from './pole-emploi/inscription.ts';
import { poleEmploiRepondreConvocation } from './pole-emploi/repondre-convocation.ts';
import { poleEmploiService } from './pole-emploi/service.ts';
import type { Survivors } from './reasons.ts';
import { rechercheTrouverLeVraiSite } from './recherche-trouver-le-vrai-site.ts';

/**
 * Slips that nothing catches, by file. A slip that comes here must be one that leaves a procedure which still holds together,
 * read one by one; a slip caught again must leave this list.
 */
export const survivors: Readonly<Record<string, Survivors>> = {
  'ants/ceder-un-vehicule.yaml': antsCederUnVehicule,
  'ants/permis-perdu-ou-vole.yaml': antsPermisPerduOuVole,
  'ants/pre-demande-titre-avant-2022.yaml': antsPreDemandeTitreAvant2022,
  'ants/pre-demande-titre.yaml': antsPreDemandeTitre,
  'ants/se-connecter-avec-franceconnect.yaml': antsSeConnecterAvecFranceconnect,
  'ants/service.yaml': antsService,
  'bac-a-sable/blocs.yaml': bacASableBlocs,
  'bac-a-sable/service.yaml': {},
  'caf/declaration-trimestrielle.yaml': cafDeclarationTrimestrielle,
  'caf/demande-aide-logement.yaml': cafDemandeAideLogement,
  'caf/ouvrir-son-compte.yaml': cafOuvrirSonCompte,
  'caf/premiere-connexion.yaml': cafPremiereConnexion,
  'caf/service.yaml': cafService,
  'commun/code-par-mail.yaml': communCodeParMail,
  'commun/franceconnect.yaml': communFranceconnect,
  'glossaire.yaml': {},
  ...personas,
  'pole-emploi/actualisation-classique.yaml': poleEmploiActualisationClassique,
  'pole-emploi/actualisation.yaml': poleEmploiActualisation,
  'pole-emploi/inscription.yaml': poleEmploiInscription,
  'pole-emploi/repondre-convocation.yaml': poleEmploiRepondreConvocation,
  'pole-emploi/service.yaml': poleEmploiService,
  'recherche/trouver-le-vrai-site.yaml': rechercheTrouverLeVraiSite,
  'sources.yaml': {},
};
