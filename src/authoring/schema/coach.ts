import { z } from 'zod';
import { id, text } from './common.ts';
import { entryTest } from './condition.ts';

export const mistake = z
  .strictObject({
    id: id.optional().describe('Identifiant permanent. Par défaut il est tiré de `when` : digits-15.'),
    when: entryTest.describe('À quoi se reconnaît cette erreur.'),
    say: text.describe('Ce que dit le coach : ce qui s’est passé, quoi faire. 12 mots par phrase au plus.'),
  })
  .describe('Une erreur fréquente et sa phrase.')
  .meta({ id: 'mistake' });

export const coach = z
  .strictObject({
    ask: text.optional().describe('Quoi faire, en une phrase de 12 mots au plus.'),
    why: text.optional().describe('Pourquoi le service le demande.'),
    look: z
      .strictObject({
        paper: z.string().optional().describe('Papier à regarder.'),
        item: z.string().optional().describe('Endroit du papier.'),
        month: z.number().int().optional().describe('Mois du papier : -2 est M-2.'),
        message: z.string().optional().describe('Message à regarder.'),
      })
      .optional()
      .describe('Où regarder.'),
    how: text.optional().describe('Comment faire, avec l’exemple d’un autre foyer.'),
    mistakes: z.array(mistake).optional().describe('Erreurs fréquentes, de la plus précise à la plus vague.'),
  })
  .describe('Ce que le coach peut dire.')
  .meta({ id: 'coach' });
