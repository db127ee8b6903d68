import type { Words } from './words.ts';

/** What is missing, or leads nobody on. */
export const completeness = {
  S030: ({
    operation,
    outcomes,
    isOwn,
  }: {
    operation: string;
    outcomes: readonly string[];
    isOwn: boolean;
  }): Words => ({
    message: `L'opération ${operation} peut répondre ${outcomes.map((each) => `« ${each} »`).join(', ')}, et rien ne dit alors que faire.`,
    hint: `Ajoutez sous \`on\` : ${outcomes.map((each) => `${each}: un-ecran`).join(', ')}. ${
      isOwn
        ? 'Un résultat commun va dans `always` de service.yaml.'
        : 'Ce que `always` dit ne vaut que pour le service de la démarche.'
    }`,
  }),
  S031: ({ screen }: { screen: string }): Words => ({
    message: `Aucun chemin ne mène à l'écran « ${screen} ».`,
    hint: 'Ajoutez une action qui y mène, ou retirez-le.',
  }),
  S032: ({ screen }: { screen: string }): Words => ({
    message: `L'écran « ${screen} » n'a pas d'issue.`,
    hint: 'Ajoutez une action qui mène plus loin, ou faites-en une fin.',
  }),
  S033: ({ field }: { field: string }): Words => ({
    message: `Le coach ne dit rien du champ « ${field} ».`,
    hint: 'Ajoutez « coach: { ask: … } ».',
  }),
  S034: ({ field, both }: { field: string; both: boolean }): Words => ({
    message: both
      ? `Le champ « ${field} » a une réponse et dit qu'il n'en a pas.`
      : `Le champ « ${field} » n'a ni réponse, ni raison de ne pas en avoir.`,
    hint: both ? 'Gardez answer ou noAnswer.' : 'Ajoutez « answer: … » ou « noAnswer: raison ».',
  }),
  S035: ({ persona }: { persona: string }): Words => ({
    message: `Avec les bonnes réponses, aucun chemin ne mène ${persona} à une fin.`,
    hint: 'Vérifiez les buts des actions et les conditions.',
  }),
  S036: ({ ending }: { ending: string }): Words => ({
    message: `Rien ne mène à la fin « ${ending} ».`,
    hint: 'Ajoutez une action ou un résultat qui y mène, ou retirez-la.',
  }),
  S037: ({ screen, from, before }: { screen: string; from: readonly string[]; before?: string | undefined }): Words =>
    before === undefined
      ? {
          message: `On ne sait pas où mène « retour » dans l'écran « ${screen} » : ${from.length === 0 ? 'aucun écran n’y mène' : `${from.length} écrans y mènent`}.`,
          hint: `Ajoutez « back: ${from[0] ?? 'ecran'} », ou « back: { stay: "phrase" } ».`,
        }
      : {
          message: `L'écran « ${screen} » vient après un envoi ou une connexion, que « retour » à « ${before} » semblerait défaire.`,
          hint: `Ajoutez « back: { stay: "phrase" } », ou « back: ${before} » si c'est voulu.`,
        },
  S038: ({ text }: { text: string }): Words => ({
    message: `Le premier écran ne peut pas contenir « ${text} » : il est écrit une fois pour toutes.`,
    hint: 'Remplacez-le par des mots qui ne dépendent ni du jour, ni du personnage, ni de données.',
  }),
  S039: ({ field, persona, detail }: { field: string; persona: string; detail: string }): Words => ({
    message: `La réponse du champ « ${field} » ne va pas pour ${persona} : ${detail}.`,
    hint: 'Corrigez `answer`, ou le papier du personnage.',
  }),
  S040: ({ operation, outcome }: { operation: string; outcome: string }): Words => ({
    message: `Le contrat ne dit pas comment obtenir « ${outcome} » de ${operation}.`,
    hint: 'Ajoutez une `recipe` à ce résultat dans le contrat.',
  }),
  S041: ({ operation, count }: { operation: string; count: number }): Words => ({
    message: `L'opération ${operation} a ${count} résultats de réussite ; il en faut un.`,
    hint: 'Mettez `success: true` à un seul résultat.',
  }),
  S042: ({ name }: { name: string }): Words => ({
    message: `Le résumé renvoie à l'écran « ${name} », mais aucune action d'ici n'y mène.`,
    hint: `Ajoutez un lien « goes: ${name} ».`,
  }),
  S043: (_: object): Words => ({
    message: 'Le dernier embranchement a une condition : quand elle est fausse, rien ne se passe.',
    hint: 'Ajoutez à la fin une ligne « { to: ecran } » sans condition.',
  }),
  S044: ({ name, operation }: { name: string; operation: string }): Words => ({
    message: `L'entrée « ${name} » de ${operation} n'est pas donnée.`,
    hint: `Ajoutez « with: { ${name}: champ } ».`,
  }),
  S045: ({ name, detail }: { name: string; detail: string }): Words => ({
    message: `L'exemple « ${name} » échoue : ${detail.replace(/\.$/, '')}.`,
    hint: 'Corrigez le scénario, ou l’exemple s’il se trompe.',
  }),
  S046: ({ persona, detail }: { persona: string; detail: string }): Words => ({
    message: `Avec ses seuls papiers et messages, ${persona} ne peut pas finir : ${detail}.`,
    hint: 'Donnez au champ un `asks` qui est le `term` d’un papier, ou ajoutez ce papier.',
  }),
  S047: ({ name }: { name: string }): Words => ({
    message: `L'exemple « ${name} » ne dit pas comment il finit et ne vérifie rien.`,
    hint: 'Ajoutez « ends: une-fin » ou un pas « expect ».',
  }),
  S048: ({ kind, field, input }: { kind: string; field: string; input: string }): Words => ({
    message: `L'entrée « ${input} » attend ${kind}, et le champ « ${field} » donne autre chose.`,
    hint: 'Changez la sorte du champ, ou l’entrée.',
  }),
  S049: ({ screen }: { screen: string }): Words => ({
    message: `L'action « way » de l'écran « ${screen} » ne mène pas à une fin réussie.`,
    hint: 'Retirez `way` : elle est calculée.',
  }),
} as const;
