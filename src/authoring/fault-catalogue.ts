/**
 * Every fault an author can meet: a permanent code → its sentence and what to write instead. A code is never reused; a
 * retired one stays here as a comment.
 */

type Words = { readonly message: string; readonly hint?: string; readonly severity?: 'warning' };
const near = (word: string | undefined, otherwise?: string): { hint?: string } =>
  word !== undefined ? { hint: `Vouliez-vous dire « ${word} » ?` } : otherwise !== undefined ? { hint: otherwise } : {};

/** A name that leads nowhere, and the nearest one that exists. */
interface Unknown {
  readonly name: string;
  readonly near?: string | undefined;
}
const unknown =
  (what: string, otherwise?: string) =>
  ({ name, near: word }: Unknown): Words => ({
    message: `${what} « ${name} » n'existe pas.`,
    ...near(word, otherwise),
  });

export const faultCatalogue = {
  // Reading
  S001: ({ detail }: { detail: string }): Words => ({
    message: `Ce fichier n'est pas du YAML lisible : ${detail}`,
    hint: 'Vérifiez les deux-points, les guillemets et le retrait des lignes.',
  }),
  S002: ({ name, near: word, allowed }: Unknown & { allowed: readonly string[] }): Words => ({
    message: `La clé « ${name} » n'existe pas ici.`,
    ...near(word, allowed.length > 0 ? `Clés possibles : ${allowed.join(', ')}.` : 'Retirez-la.'),
  }),
  S003: ({ name }: { name: string }): Words => ({
    message: `Il manque la clé « ${name} ».`,
    hint: `Ajoutez une ligne « ${name}: … ».`,
  }),
  S004: ({ expected, got }: { expected: string; got: string }): Words => ({
    message: `Il faut ${expected}, et il y a ${got}.`,
    hint: expected === 'un texte' ? 'Mettez la valeur entre guillemets.' : `Écrivez ${expected}.`,
  }),
  S005: ({ name, near: word, allowed }: Unknown & { allowed: readonly string[] }): Words => ({
    message: `« ${name} » n'est pas une valeur possible ici.`,
    hint:
      word === undefined
        ? `Valeurs possibles : ${allowed.join(', ')}.`
        : `Vouliez-vous dire « ${word} » ? Valeurs possibles : ${allowed.join(', ')}.`,
  }),
  S006: ({ keys, allowed }: { keys: string; allowed: readonly string[] }): Words => ({
    message: `On ne reconnaît pas la forme de cet élément (clés : ${keys}).`,
    hint: `Il commence par l'une de ces clés : ${allowed.join(', ')}.`,
  }),
  S007: ({ detail }: { detail: string }): Words => ({
    message: `Valeur refusée : ${detail}.`,
    hint: 'Corrigez-la en suivant cette forme.',
  }),
  S008: ({ what, name }: { what: string; name: string }): Words => ({
    message: `${what} « ${name} » est écrit deux fois.`,
    hint: 'Donnez un autre identifiant à l’un des deux.',
  }),
  S009: ({ name }: { name: string }): Words => ({
    message: `Le service « ${name} » n'a pas de fichier service.yaml.`,
    hint: `Créez ${name}/service.yaml.`,
  }),
  // References
  S010: unknown("L'écran ou la fin", 'Écrivez le nom d’un écran de ce fichier, ou d’une fin.'),
  S011: unknown('Le personnage', 'Les personnages sont les fichiers de personas/.'),
  S012: ({ name, persona, near: word }: Unknown & { persona: string }): Words => ({
    message: `Le papier « ${name} » n'existe pas chez ${persona}.`,
    ...near(word, 'Ajoutez ce papier au personnage, ou prenez-en un autre.'),
  }),
  S013: ({ name, paper, near: word }: Unknown & { paper: string }): Words => ({
    message: `Le papier « ${paper} » ne porte pas « ${name} ».`,
    ...near(word, 'Prenez un élément qui est écrit sur ce papier.'),
  }),
  S014: unknown("L'opération", 'Les opérations sont dans le contrat du faux service.'),
  S015: ({ name, operation, near: word }: Unknown & { operation: string }): Words => ({
    message: `L'opération ${operation} ne répond jamais « ${name} ».`,
    ...near(word, 'Retirez cette ligne.'),
  }),
  S016: unknown('Le terme', 'Ajoutez-le à glossaire.yaml.'),
  S017: unknown('La compétence', 'Ajoutez-la aux `skills` du scénario et à glossaire.yaml.'),
  S018: unknown('La source', 'Ajoutez-la à sources.yaml.'),
  S019: unknown('Le message', 'Ajoutez-le à `messages`.'),
  S020: ({ name, screen, near: word }: Unknown & { screen: string }): Words => ({
    message: `Le champ « ${name} » n'existe pas dans l'écran « ${screen} ».`,
    ...near(word, 'Prenez un champ de cet écran.'),
  }),
  S021: unknown("L'image", 'Posez le fichier dans le dossier images du service.'),
  S022: unknown("L'écran partagé", 'Les écrans partagés sont dans commun/.'),
  S023: ({ detail, hint }: { detail: string; hint: string }): Words => ({ message: detail, hint }),
  S024: ({ name, screen, near: word }: Unknown & { screen: string }): Words => ({
    message: `L'action « ${name} » n'existe pas dans l'écran « ${screen} ».`,
    ...near(word, 'Prenez une action de cet écran.'),
  }),
  S025: ({ name, near: word }: Unknown): Words => ({
    message: `La condition lit « ${name} », que rien n'établit.`,
    ...near(word, 'Un fait est un champ à choix, un trait de personnage ou une opération.'),
  }),
  S026: ({ fact, name, near: word, allowed }: Unknown & { fact: string; allowed: readonly string[] }): Words => ({
    message: `« ${fact} » ne vaut jamais « ${name} ».`,
    ...near(word, `Valeurs possibles : ${allowed.join(', ')}.`),
  }),
  S027: ({ what, name, near: word, allowed }: Unknown & { what: string; allowed: readonly string[] }): Words => ({
    message: `${what} « ${name} » n'existe pas.`,
    ...near(word, `Valeurs possibles : ${allowed.join(', ') || 'aucune'}.`),
  }),
  S028: ({ text, near: word }: { text: string; near?: string | undefined }): Words => ({
    message: `« ${text} » ne peut pas être rempli.`,
    ...near(word, 'Voyez la liste des accolades dans docs/langage.md.'),
  }),
  S029: ({ operation, name, near: word }: Unknown & { operation: string }): Words => ({
    message: `L'opération ${operation} n'a pas d'entrée « ${name} ».`,
    ...near(word, 'Retirez cette ligne.'),
  }),
  // Completeness
  S030: ({ operation, outcomes }: { operation: string; outcomes: readonly string[] }): Words => ({
    message: `L'opération ${operation} peut répondre ${outcomes.map((each) => `« ${each} »`).join(', ')}, et rien ne dit alors que faire.`,
    hint: `Ajoutez sous \`on\` : ${outcomes.map((each) => `${each}: un-ecran`).join(', ')}. Un résultat commun va dans \`always\` de service.yaml.`,
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
  S037: ({ screen, from }: { screen: string; from: readonly string[] }): Words => ({
    message: `On ne sait pas où mène « retour » dans l'écran « ${screen} » : ${from.length} écrans y mènent.`,
    hint: `Ajoutez « back: ${from[0] ?? 'ecran'} », ou « back: { stay: "phrase" } ».`,
  }),
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
    message: `L'exemple « ${name} » échoue : ${detail}.`,
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
  // Honesty
  S050: ({ screen }: { screen: string }): Words => ({
    message: `L'écran « ${screen} » se dit documenté sans nommer de source.`,
    hint: 'Ajoutez « sources: [ … ] », ou dites « reported » ou « assumed ».',
  }),
  S051: ({ screen, months }: { screen: string; months: number }): Words => ({
    severity: 'warning',
    message: `Ce que l'on sait de l'écran « ${screen} » date de ${months} mois.`,
    hint: 'Vérifiez le vrai site, puis mettez `seen` à jour.',
  }),
  S052: ({ screen }: { screen: string }): Words => ({
    message: `L'écran « ${screen} » est documenté, mais rien ne dit ce que ses sources attestent.`,
    hint: 'Ajoutez « note: "Attesté : … " ».',
  }),
  S053: ({ name }: { name: string }): Words => ({
    severity: 'warning',
    message: `La source « ${name} » n'est citée nulle part.`,
    hint: 'Citez-la, ou retirez-la.',
  }),
  S054: ({ screen, near: word }: { screen: string; near?: string | undefined }): Words => ({
    message: `L'écran « ${screen} » dit remplacer un écran du service, et service.yaml n'en a pas de ce nom.`,
    ...near(word, 'Retirez `replaces`, ou donnez à l’écran le nom de celui du service.'),
  }),
  // Plain words
  S060: ({ count, text }: { count: number; text: string }): Words => ({
    severity: 'warning',
    message: `Phrase de coach de ${count} mots : « ${text} »`,
    hint: '12 mots au plus : coupez-la en deux.',
  }),
  S061: ({ word }: { word: string }): Words => ({
    message: `Le coach emploie « ${word} », que le glossaire n'explique pas.`,
    hint: 'Employez un mot courant, ou ajoutez une explication `plain` à glossaire.yaml.',
  }),
  S062: ({ level, text }: { level: number; text: string }): Words => ({
    severity: 'warning',
    message: `Texte difficile à lire (indice ${level} sur 100) : « ${text} »`,
    hint: 'Phrases plus courtes, mots plus courts.',
  }),
  // Harmless
  S070: ({ value }: { value: string }): Words => ({
    message: `« ${value} » pourrait être le numéro de sécurité sociale de quelqu'un.`,
    hint: 'Prenez la commune 000 (8e à 10e caractères), qui n’existe pas, et recalculez la clé.',
  }),
  S071: ({ value }: { value: string }): Words => ({
    message: `« ${value} » pourrait être un vrai compte bancaire.`,
    hint: 'Prenez un IBAN dont la clé est fausse : FR00…',
  }),
  S072: ({ value }: { value: string }): Words => ({
    message: `« ${value} » est un numéro de téléphone que l'on pourrait appeler.`,
    hint: 'Prenez un numéro réservé à la fiction : 06 39 98 xx xx.',
  }),
  S073: ({ value }: { value: string }): Words => ({
    message: `L'adresse mail « ${value} » pourrait être celle de quelqu'un.`,
    hint: 'Prenez un domaine de la liste revue dans src/authoring/check/reviewed.ts.',
  }),
  S074: ({ value }: { value: string }): Words => ({
    message: `L'adresse « ${value} » n'a sa place que sous \`address\` et sur la fiche à emporter.`,
    hint: 'Retirez-la, ou remplacez-la par des mots.',
  }),
  S075: ({ name, detail }: { name: string; detail: string }): Words => ({
    message: `L'image « ${name} » contient ${detail}.`,
    hint: 'Gardez des formes et des couleurs, sans script ni adresse.',
  }),
  S076: ({ value }: { value: string }): Words => ({
    message: `La clé du numéro de sécurité sociale « ${value} » est fausse.`,
    hint: 'La clé vaut 97 moins le reste de la division du numéro par 97.',
  }),
  S077: ({ value }: { value: string }): Words => ({
    message: `La plaque « ${value} » pourrait être celle de quelqu'un.`,
    hint: 'Mettez-y une lettre U, que ces plaques n’ont jamais : AU-731-UB.',
  }),
  // Ids
  S080: ({ name }: { name: string }): Words => ({
    message: `« ${name} » est à la fois un identifiant et un ancien identifiant : il ne peut pas resservir.`,
    hint: 'Prenez un nom neuf.',
  }),
  S081: ({ path, near: word }: { path: string; near?: string | undefined }): Words => ({
    message: `La variante change « ${path} », qui n'existe pas.`,
    ...near(word, 'Un texte se nomme ecran/champ/label, ecran/action/label ou ecran/title.'),
  }),
  S082: ({ name }: { name: string }): Words => ({
    message: `Le paramètre « $${name} » n'est pas déclaré.`,
    hint: 'Ajoutez-le à `params` ou à `returns`.',
  }),
  S083: ({ path, screen }: { path: string; screen: string }): Words => ({
    message: `La variante change « ${path} », mais « ${screen} » est le premier écran : il est écrit une fois pour toutes.`,
    hint: 'Retirez cette ligne, ou changez les mots d’un autre écran.',
  }),
} as const;

export type FaultCode = keyof typeof faultCatalogue;
export type FaultData<Code extends FaultCode> = Parameters<(typeof faultCatalogue)[Code]>[0];
