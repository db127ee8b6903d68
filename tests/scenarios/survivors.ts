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
} as const;

export const survivors: Readonly<Record<string, (typeof reasons)[keyof typeof reasons]>> = {
  'lost back: caf/declaration-trimestrielle.yaml screens/changement/back': reasons.back,
  'lost back: caf/declaration-trimestrielle.yaml screens/recu-tardif/back': reasons.back,
  'lost back: caf/service.yaml screens/choix-connexion/back': reasons.back,
  'lost back: caf/service.yaml screens/verification-humaine/back': reasons.back,
  'lost back: caf/service.yaml screens/contacter-caf/back': reasons.back,
  'misspelt value of a fact: caf/declaration-trimestrielle.yaml screens/montants-autres/blocks/1/coach/mistakes/2/when/is':
    reasons.mistake,
  'misspelt value of a fact: caf/service.yaml screens/connexion/blocks/1/coach/mistakes/4/when/contains':
    reasons.mistake,
  'lost input: caf/declaration-trimestrielle.yaml screens/montants-autres/actions/0/with/independant': reasons.optional,
  'misspelt kind: caf/service.yaml screens/connexion/blocks/0/blocks/0/kind': reasons.otherKind,
  'swapped target: caf/service.yaml screens/connexion/actions/0/on/captchaNeeded': reasons.otherWay,
  'swapped target: caf/service.yaml screens/connexion/actions/0/on/passwordDue': reasons.otherWay,
  'swapped target: caf/service.yaml screens/maintenance/actions/0/goes': reasons.otherWay,
};
