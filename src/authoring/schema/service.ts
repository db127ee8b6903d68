import { z } from 'zod';
import { duration, id, text } from './common.ts';
import { evidence } from './condition.ts';
import { message } from './message.ts';
import { use } from './scenario.ts';
import { reactions, screen } from './screen.ts';

export const service = z
  .strictObject({
    id,
    name: text.describe('Nom du service.'),
    formerName: text.optional().describe('Ancien nom.'),
    masthead: z
      .strictObject({
        name: text.describe('Titre en haut des pages.'),
        tagline: text.optional().describe('Sous-titre.'),
        menu: z.array(text).optional().describe('Entrées du menu.'),
        right: text.optional().describe('Bouton à droite.'),
        account: text.optional().describe('Bouton à droite une fois connecté ; le même par défaut.'),
      })
      .describe('Haut des pages.'),
    footer: z.array(text).optional().describe('Bas des pages.'),
    density: z.enum(['roomy', 'normal', 'dense']).optional().describe('roomy, normal ou dense.'),
    tokens: z.record(z.string(), z.string()).optional().describe('Propriétés CSS de la fenêtre.'),
    contacts: z
      .array(
        z.strictObject({
          way: z.enum(['phone', 'counter', 'post', 'site']).describe('Moyen.'),
          text: text.describe('Comment.'),
        }),
      )
      .min(1)
      .describe('Joindre le service sans le site.'),
    idle: z
      .strictObject({
        after: duration.describe('Temps sans rien faire.'),
        to: z.string().describe('Écran de déconnexion.'),
      })
      .optional()
      .describe('Déconnexion automatique des écrans signedIn.'),
    always: reactions
      .optional()
      .describe('Réactions aux résultats communs (panne, maintenance…), sauf si une action en dit une autre.'),
    assumed: z
      .record(
        z.string(),
        z.union([
          z.string(),
          z.number(),
          z.boolean(),
          z.strictObject({
            value: z.union([z.string(), z.number(), z.boolean()]).describe('Valeur.'),
            evidence: evidence.optional(),
            note: z.string().optional().describe('D’où elle vient.'),
          }),
        ]),
      )
      .optional()
      .describe('Valeurs incertaines, réunies ici.'),
    messages: z.record(id, message).optional().describe('Modèles de mails, SMS et courriers.'),
    screens: z.record(id, screen).optional().describe('Écrans communs aux démarches de ce service.'),
    uses: z.record(id, use).optional().describe('Écrans partagés, communs aux démarches de ce service.'),
  })
  .describe('Un service imité : service.yaml.')
  .meta({ id: 'service' });
