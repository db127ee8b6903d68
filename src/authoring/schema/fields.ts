import { z } from 'zod';
import { coach } from './coach.ts';
import { id, text } from './common.ts';
import { answer, condition } from './condition.ts';

export const option = z
  .strictObject({
    id: id.describe('Identifiant du choix.'),
    label: text.describe('Texte du choix.'),
    hint: text.optional().describe('Précision sous le choix.'),
  })
  .meta({ id: 'option' });

const options = z.array(option).min(1).describe('Choix proposés, dans l’ordre.');

/** What may be ticked together is a fact, with 2ⁿ values that are all written: a long list there would never be read. */
const ticked = options.max(10, 'dix choix à cocher au plus').describe('Choix proposés, dans l’ordre. Dix au plus.');

const common = {
  field: id.describe('Identifiant du champ, unique dans l’écran.'),
  label: text.describe('Libellé du champ, comme sur le vrai site.'),
  hint: text.optional().describe('Aide écrite sous le libellé par le service.'),
  required: z.boolean().optional().describe('Obligatoire. Oui par défaut, sauf pour tick, choices et grid.'),
  when: condition.optional().describe('N’apparaît que si cette condition est vraie.'),
  asks: z.string().optional().describe('Terme du glossaire : ce que ce champ demande. Le solveur s’en sert.'),
  answer: answer.optional().describe('D’où vient la bonne réponse.'),
  noAnswer: text.optional().describe('Pourquoi il n’y a pas de réponse à donner.'),
  skill: id.optional().describe('Compétence exercée par ce champ.'),
  prefill: z
    .string()
    .regex(
      /^(\$[a-z][A-Za-z0-9-]*|[a-z][a-z0-9-]*\.[A-Za-z0-9]+)\/[A-Za-z0-9/-]+$/,
      'un préremplissage s’écrit service.operation/donnée',
    )
    .optional()
    .describe('Donnée qui préremplit le champ : service.operation/donnée.'),
  errors: z
    .strictObject({
      empty: text.optional().describe('Phrase du service quand le champ est vide.'),
      malformed: text.optional().describe('Phrase du service quand la forme ne va pas.'),
    })
    .optional()
    .describe('Phrases du service sous le champ.'),
  coach: coach.optional().describe('Ce que dit le coach. `ask` est obligatoire pour un champ.'),
  formerly: z.array(z.string()).optional().describe('Anciens identifiants de ce champ, réservés.'),
};

const passwordRule = z.union([
  z.strictObject({
    say: text.describe('La règle, en clair.'),
    min: z.number().int().positive().describe('Nombre minimum de caractères.'),
  }),
  z.strictObject({
    say: text.describe('La règle, en clair.'),
    has: z.enum(['digit', 'upper', 'lower', 'special']).describe('Doit contenir : digit, upper, lower ou special.'),
  }),
]);

const total = z
  .boolean()
  .optional()
  .describe('Le champ demande le total des papiers de ce mois. Le solveur les additionne.');

const kind = <K extends string>(name: K, about: string) => z.literal(name).describe(about);

export const field = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...common,
      kind: kind('text', 'Texte libre d’une ligne.'),
      length: z.number().int().positive().optional().describe('Longueur maximale.'),
    }),
    z.strictObject({
      ...common,
      kind: kind('email', 'Adresse mail.'),
      length: z.number().int().positive().optional().describe('Longueur maximale.'),
    }),
    z.strictObject({
      ...common,
      kind: kind('phone', 'Numéro de téléphone.'),
      length: z.number().int().positive().optional().describe('Longueur maximale.'),
    }),
    z.strictObject({
      ...common,
      kind: kind('digits', 'Numéro fait de chiffres.'),
      digits: z.number().int().positive().optional().describe('Nombre de chiffres attendu.'),
    }),
    z.strictObject({
      ...common,
      kind: kind(
        'reference',
        'Numéro fait de lettres et de chiffres : une plaque, un titre. Espaces et tirets ne comptent pas.',
      ),
      length: z.number().int().positive().optional().describe('Longueur habituelle : la largeur de la case.'),
    }),
    z.strictObject({
      ...common,
      kind: kind('nir', 'Numéro de sécurité sociale, 13 caractères.'),
      digits: z.number().int().positive().optional().describe('Nombre de caractères, 13 par défaut.'),
    }),
    z.strictObject({
      ...common,
      kind: kind('code', 'Code à usage unique.'),
      digits: z.number().int().positive().describe('Nombre de chiffres.'),
    }),
    z.strictObject({
      ...common,
      kind: kind('amount', 'Montant en euros.'),
      cents: z.boolean().optional().describe('Les centimes sont admis. Oui par défaut.'),
      total,
    }),
    z.strictObject({
      ...common,
      kind: kind('number', 'Nombre entier : des heures, des jours. Ni virgule, ni lettre.'),
      unit: text.optional().describe('Unité écrite après la case : heures.'),
      total,
    }),
    z.strictObject({
      ...common,
      kind: kind('date', 'Date.'),
      boxes: z
        .union([z.literal(1), z.literal(3)])
        .optional()
        .describe('1 ou 3 cases. 3 par défaut.'),
    }),
    z.strictObject({ ...common, kind: kind('password', 'Mot de passe du personnage.') }),
    z.strictObject({
      ...common,
      kind: kind('new-password', 'Nouveau mot de passe, avec ses règles visibles.'),
      rules: z.array(passwordRule).min(1).describe('Règles, cochées pendant la frappe.'),
    }),
    z.strictObject({
      ...common,
      kind: kind('choice', 'Un choix parmi plusieurs.'),
      options,
      look: z
        .enum(['radio', 'select', 'buttons'])
        .optional()
        .describe('radio (défaut), select, ou buttons : un bouton par choix, pour un bandeau.'),
    }),
    z.strictObject({ ...common, kind: kind('yes-no', 'Oui ou non.') }),
    z.strictObject({ ...common, kind: kind('choices', 'Plusieurs choix à cocher.'), options: ticked }),
    z.strictObject({ ...common, kind: kind('tick', 'Case à cocher.') }),
    z.strictObject({
      ...common,
      kind: kind('typeahead', 'Suggestion sur laquelle il faut cliquer.'),
      options,
      noMatch: text.optional().describe('Phrase quand rien ne correspond.'),
    }),
    z.strictObject({
      ...common,
      kind: kind('file', 'Document à joindre, parmi ceux du personnage.'),
      accept: z
        .array(z.enum(['pdf', 'jpg', 'png', 'heic']))
        .min(1)
        .describe('Formats acceptés.'),
      maxMegabytes: z.number().positive().describe('Poids maximum en Mo.'),
    }),
    z.strictObject({
      ...common,
      kind: kind('grid', 'Montants par personne, par sorte et par mois.'),
      people: z.union([z.literal('adults'), z.array(z.string()).min(1)]).describe('adults, ou les personnes.'),
      kinds: z.array(option).min(1).describe('Sortes de montants : une ligne chacune.'),
      months: z.array(z.number().int()).min(1).describe('Mois, du plus ancien au plus récent : [-4, -3, -2].'),
      cents: z.boolean().optional().describe('Les centimes sont admis. Non par défaut.'),
      cells: z
        .record(z.string(), answer)
        .optional()
        .describe(
          'Réponse de chaque case qui en a une, par "personne.sorte" ou "personne.sorte.mois". Le mois de la case s’applique au papier mensuel.',
        ),
    }),
    z.strictObject({
      ...common,
      kind: kind('captcha', 'Preuve que l’on n’est pas un robot.'),
      challenge: text.describe('Ce qui est dessiné.'),
      spoken: text.describe('Le même défi, lisible à voix haute.'),
    }),
  ])
  .describe('Champ à remplir.')
  .meta({ id: 'field' });
