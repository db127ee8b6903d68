import { z } from 'zod';
import { id, isoDay, scalar, text, valueKind } from './common.ts';
import { earlierMessage } from './message.ts';

const value = z.union([scalar, z.null()]);

const item = z
  .strictObject({
    label: text.describe('Comme imprimé sur le papier.'),
    kind: valueKind,
    value: value.optional().describe('Valeur. Les montants sont en euros : 1450.20.'),
    shown: z.string().optional().describe('Comme imprimé, si l’écriture diffère.'),
    term: z.string().optional().describe('Terme du glossaire : ce que c’est.'),
  })
  .meta({ id: 'item' });

const paper = z
  .strictObject({
    id,
    form: z
      .enum([
        'health-card',
        'payslip',
        'benefit-statement',
        'letter',
        'bank-details',
        'notebook',
        'identity-card',
        'registration-certificate',
        'folded-licence',
        'photo-sheet',
        'letter-box',
        'contract',
      ])
      .describe('Forme du papier.'),
    title: text.describe('Titre du papier.'),
    person: z.string().describe('Personne concernée.'),
    issuer: text.optional().describe('Qui l’a écrit.'),
    lines: z.array(z.string()).optional().describe('Lignes libres.'),
    items: z.record(z.string(), item).describe('Ce qui est écrit dessus.'),
    series: z
      .record(z.string().regex(/^-?\d+$/, 'un mois d’une série s’écrit -2'), z.record(z.string(), value))
      .optional()
      .describe('Valeurs par mois puis par élément ; le papier devient un papier par mois.'),
  })
  .meta({ id: 'paper' });

export const persona = z
  .strictObject({
    id,
    title: text.describe('Titre : « Amina, 38 ans, aide à domicile ».'),
    story: text.describe('Deux phrases simples.'),
    people: z
      .array(
        z.strictObject({
          id,
          firstName: text.describe('Prénom.'),
          lastName: text.describe('Nom.'),
          birthDate: isoDay.describe('Date de naissance.'),
          role: z.enum(['claimant', 'partner', 'child']).describe('claimant, partner ou child.'),
        }),
      )
      .min(1)
      .describe('Personnes du foyer ; la première est le personnage.'),
    traits: z.record(z.string(), z.string()).optional().describe('Faits fermés que les conditions peuvent lire.'),
    phone: z.string().describe('Numéro dessiné sur le téléphone ; jamais appelable.'),
    email: z.string().describe('Adresse mail inventée.'),
    address: z.array(z.string()).min(1).describe('Adresse postale.'),
    papers: z.array(paper).describe('Papiers.'),
    documents: z
      .array(
        z.strictObject({
          id,
          title: text.describe('Nom du fichier tel qu’on le voit.'),
          paper: z.string().describe('Papier montré : "fiche-de-paie@-2".'),
          format: z.enum(['pdf', 'jpg', 'png', 'heic']).describe('Format.'),
          quality: z.enum(['sharp', 'blurred', 'cropped', 'dark']).describe('Netteté.'),
          megabytes: z.number().positive().describe('Poids en Mo.'),
        }),
      )
      .optional()
      .describe('Fichiers du téléphone ou de l’ordinateur du personnage.'),
    mailbox: z.array(earlierMessage).optional().describe('Messages déjà là.'),
  })
  .describe('Un foyer inventé et ses papiers.')
  .meta({ id: 'persona' });
