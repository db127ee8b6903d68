import { z } from 'zod';
import { block } from './blocks.ts';
import { coach } from './coach.ts';
import { id, operationName, target, text, tone } from './common.ts';
import { condition, evidence } from './condition.ts';

const branches = z
  .union([
    target,
    z
      .array(z.strictObject({ when: condition.optional().describe('Si cette condition est vraie.'), to: target }))
      .min(1)
      .describe('Le premier embranchement dont la condition est vraie. Le dernier n’en a pas.'),
  ])
  .describe('Où l’on va.')
  .meta({ id: 'branches' });

const reaction = z
  .union([
    branches,
    z.strictObject({
      stay: text.describe('On reste ici ; le service dit cette phrase.'),
      tone: tone.optional().describe('error par défaut.'),
      field: z.string().optional().describe('Champ sous lequel la phrase s’écrit.'),
      clears: z.array(z.string()).optional().describe('Champs que le service vide.'),
    }),
  ])
  .describe('Un écran, `show` pour rester ici, ou { stay: "phrase" }.')
  .meta({ id: 'reaction' });

export const reactions = z.record(z.string(), reaction).describe('Une réaction par résultat de l’opération.');

const call = {
  calls: operationName,
  with: z
    .record(z.string(), z.string())
    .optional()
    .describe('Entrées de l’opération : nom de l’entrée → champ de cet écran.'),
  on: reactions,
};

const common = {
  id: id.optional().describe('Identifiant ; tiré du libellé par défaut.'),
  look: z.enum(['primary', 'secondary', 'link', 'tile']).optional().describe('Aspect. Le premier bouton est primary.'),
  when: condition.optional().describe('N’apparaît que si cette condition est vraie.'),
  validates: z
    .boolean()
    .optional()
    .describe('Vérifie les champs avant de partir. Oui pour un appel ou un bouton principal.'),
  coach: coach.optional(),
  formerly: z.array(z.string()).optional().describe('Anciens identifiants de cette action, réservés.'),
};

const goes = { goes: branches.describe('Écran où mène l’action.') };
const inert = { inert: text.describe('Ne mène nulle part ; phrase qui le dit.') };

const named = {
  button: { button: text.describe('Bouton et son libellé.') },
  link: { link: text.describe('Lien et son libellé.') },
  tile: { tile: text.describe('Tuile et son libellé.') },
};

export const action = z
  .union([
    z.strictObject({ ...named.button, ...common, ...goes }),
    z.strictObject({ ...named.button, ...common, ...call }),
    z.strictObject({ ...named.button, ...common, ...inert }),
    z.strictObject({ ...named.link, ...common, ...goes }),
    z.strictObject({ ...named.link, ...common, ...call }),
    z.strictObject({ ...named.link, ...common, ...inert }),
    z.strictObject({ ...named.tile, ...common, ...goes }),
    z.strictObject({ ...named.tile, ...common, ...call }),
    z.strictObject({ ...named.tile, ...common, ...inert }),
  ])
  .describe('Action : button, link ou tile, puis goes, calls ou inert.')
  .meta({ id: 'action' });

export const screen = z
  .strictObject({
    title: text.describe('Titre de l’écran.'),
    address: text.describe('Adresse dessinée dans la barre ; jamais ouverte.'),
    area: z
      .enum(['public', 'sign-in', 'account'])
      .optional()
      .describe('Bandeau montré : public, sign-in ou account. account par défaut si signedIn.'),
    site: z
      .string()
      .optional()
      .describe('Service dont cette page a l’apparence, quand ce n’est pas celui de la démarche : impots.'),
    evidence,
    step: z
      .strictObject({
        at: z.number().int().positive().describe('Numéro de l’étape.'),
        of: z.number().int().positive().describe('Nombre d’étapes.'),
        label: text.optional().describe('Nom de l’étape.'),
      })
      .optional()
      .describe('« Étape 2 sur 4 ».'),
    signedIn: z.boolean().optional().describe('On est connecté : la déconnexion automatique court ici.'),
    back: z
      .union([target, z.strictObject({ stay: text.describe('On reste ici ; phrase qui le dit.') })])
      .optional()
      .describe('Où mène le bouton « retour » du navigateur. Déduit quand un seul écran mène ici.'),
    load: z.strictObject(call).optional().describe('Opération appelée en entrant.'),
    blocks: z.array(block).optional().describe('Blocs de l’écran.'),
    actions: z.array(action).optional().describe('Actions de l’écran.'),
    coach: coach.optional(),
    receipt: z
      .boolean()
      .optional()
      .describe('La démarche est envoyée : à partir d’ici, on ne redemande plus rien après un rechargement.'),
    replaces: z
      .literal('service')
      .optional()
      .describe('service : prend, dans cette démarche, la place de l’écran du même nom de service.yaml.'),
    way: z.string().optional().describe('Action qui mène à la fin réussie ; calculée par défaut.'),
    formerly: z.array(z.string()).optional().describe('Anciens identifiants de cet écran, réservés.'),
  })
  .describe('Un écran.')
  .meta({ id: 'screen' });
