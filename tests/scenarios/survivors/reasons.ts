/** Why a slip that nothing catches still leaves a procedure which holds together. */
export const reasons = {
  back: 'Sans `back`, il se déduit du seul écran qui mène ici (jamais avant un envoi ni une connexion), ou l’on reste sur place : la démarche tient.',
  mistake:
    'Une erreur qui n’est jamais reconnue se lit comme une autre valeur : il faudrait deviner la faute attendue.',
  otherKind: 'Une autre sorte qui existe, sur un champ sans réponse.',
  otherWay: 'Ce but écarte d’un chemin de traverse : la démarche tient encore.',
  replaced: 'L’écran du service, que celui-ci remplaçait, reprend sa place.',
  sandbox: 'Le bac à sable n’imite aucun site : le solveur n’y passe pas, et nul papier ne dit quoi y mettre.',
  unasked:
    'Aucune réponse ne se lit sur ce papier : il est là parce qu’un vrai dossier en tient d’autres, et trompe parfois.',
  unplayed:
    'Cette réponse n’est sur le chemin d’aucun exemple ni du solveur : un autre but tient, seule la relecture le voit.',
  unread: 'Le faux service ne lit pas cette entrée : il répond de même.',
  unwatched: 'Un autre message arrive, avec le même numéro : un exemple ne lit pas quelle boîte le reçoit.',
  wording: 'Seuls des mots changent : ceux que le paramètre a par défaut.',
} as const;

/** Slips of one file, each written « kind path », under their reason. */
export type Survivors = Readonly<Partial<Record<keyof typeof reasons, readonly string[]>>>;
