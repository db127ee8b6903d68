/**
 * Slips that nothing catches, each with its reason. A slip that comes here must be one that leaves a procedure which
 * still holds together; a slip caught again must leave this list.
 */
const reasons = {
  back: 'Sans `back`, il se déduit du seul écran qui mène ici, ou l’on reste sur place : la démarche tient.',
  mistake:
    'Une erreur qui n’est jamais reconnue se lit comme une autre valeur : il faudrait deviner la faute attendue.',
  optional: 'Entrée facultative du contrat, vide pour ce foyer.',
  otherWay: 'Ce but écarte d’un chemin de traverse : la démarche tient encore.',
  otherKind: 'Une autre sorte qui existe, sur un champ sans réponse.',
  unplayed:
    'Cette réponse n’est sur le chemin d’aucun exemple ni du solveur : un autre but tient, seule la relecture le voit.',
  unsolved: 'Le solveur ne passe pas par cet écran : il ne demande pas à quel papier ressemble ce champ.',
  distractor: 'Un papier que la démarche ne demande pas : il est là pour qu’il y ait à choisir.',
} as const;

export const survivors: Readonly<Record<string, (typeof reasons)[keyof typeof reasons]>> = {
  'lost back: caf/declaration-trimestrielle.yaml screens/mes-ressources/back': reasons.back,
  'lost back: caf/declaration-trimestrielle.yaml screens/changement/back': reasons.back,
  'lost back: caf/declaration-trimestrielle.yaml screens/recu/back': reasons.back,
  'lost back: caf/declaration-trimestrielle.yaml screens/recu-tardif/back': reasons.back,
  'swapped target: caf/declaration-trimestrielle.yaml screens/tableau-de-bord/actions/0/goes': reasons.otherWay,
  'swapped target: caf/declaration-trimestrielle.yaml screens/mes-ressources/actions/2/goes': reasons.otherWay,
  'misspelt value of a fact: caf/declaration-trimestrielle.yaml screens/montants-autres/blocks/1/coach/mistakes/2/when/is':
    reasons.mistake,
  'lost input: caf/declaration-trimestrielle.yaml screens/montants-autres/actions/0/with/independant': reasons.optional,
  'lost input: caf/declaration-trimestrielle.yaml screens/montants-autres/actions/0/with/etranger': reasons.optional,
  'lost input: caf/declaration-trimestrielle.yaml screens/montants-autres/actions/0/with/autres': reasons.optional,
  'swapped target: caf/declaration-trimestrielle.yaml screens/montants-autres/actions/1/goes': reasons.otherWay,
  'swapped target: caf/declaration-trimestrielle.yaml screens/recapitulatif/actions/0/on/alreadyFiled':
    reasons.unplayed,
  'swapped target: caf/declaration-trimestrielle.yaml screens/recapitulatif/actions/3/goes': reasons.otherWay,
  'lost back: caf/service.yaml screens/choix-connexion/back': reasons.back,
  'lost back: caf/service.yaml screens/connexion/back': reasons.back,
  'lost back: caf/service.yaml screens/verification-humaine/back': reasons.back,
  'lost back: caf/service.yaml screens/compte-bloque/back': reasons.back,
  'lost back: caf/service.yaml screens/conditions/back': reasons.back,
  'lost back: caf/service.yaml screens/contacter-caf/back': reasons.back,
  'swapped target: caf/service.yaml screens/accueil-public/actions/0/goes': reasons.otherWay,
  'swapped target: caf/service.yaml screens/choix-connexion/actions/2/goes': reasons.otherWay,
  'misspelt kind: caf/service.yaml screens/connexion/blocks/0/blocks/0/kind': reasons.otherKind,
  'misspelt value of a fact: caf/service.yaml screens/connexion/blocks/1/coach/mistakes/4/when/contains':
    reasons.mistake,
  'swapped target: caf/service.yaml screens/connexion/actions/0/on/captchaNeeded': reasons.unplayed,
  'swapped target: caf/service.yaml screens/connexion/actions/0/on/passwordDue': reasons.unplayed,
  'swapped target: caf/service.yaml screens/verification-humaine/actions/0/on/ok': reasons.unplayed,
  'swapped target: caf/service.yaml screens/compte-bloque/actions/0/goes': reasons.otherWay,
  'swapped target: caf/service.yaml screens/compte-bloque/actions/1/goes': reasons.otherWay,
  'lost term: caf/service.yaml screens/mot-de-passe-oublie/blocks/1/asks': reasons.unsolved,
  'lost term: caf/service.yaml screens/mot-de-passe-oublie/blocks/2/asks': reasons.unsolved,
  'swapped target: caf/service.yaml screens/contacter-caf/actions/0/goes': reasons.otherWay,
  'swapped target: caf/service.yaml screens/session-expiree/actions/0/goes': reasons.otherWay,
  'swapped target: caf/service.yaml screens/maintenance/actions/0/goes': reasons.otherWay,
  'lost back: commun/code-par-mail.yaml screen/back': reasons.back,
  'lost paper: personas/amina.yaml carte-identite': reasons.distractor,
  'lost paper: personas/amina.yaml courrier-caf': reasons.distractor,
};
