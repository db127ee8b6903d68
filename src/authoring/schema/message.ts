import { z } from 'zod';
import { duration, text, valueKind } from './common.ts';

const body = {
  channel: z.enum(['mail', 'sms', 'letter']).describe('mail, sms ou letter (courrier).'),
  from: text.describe('Expéditeur.'),
  address: z.string().optional().describe('Adresse de l’expéditeur, pour un mail : dessinée, jamais un lien.'),
  subject: text.describe('Objet.'),
  lines: z.array(z.string()).min(1).describe('Lignes du message.'),
  folder: z.enum(['inbox', 'spam']).optional().describe('inbox, ou spam (indésirables).'),
  delay: duration.optional().describe('Délai entre l’envoi et l’arrivée.'),
  items: z
    .record(
      z.string(),
      z.strictObject({
        label: text.describe('Ce que c’est.'),
        kind: valueKind,
        value: z.string().describe('Valeur : "{var:code}".'),
        term: z.string().optional().describe('Terme du glossaire.'),
      }),
    )
    .optional()
    .describe('Ce que l’on peut recopier du message.'),
};

export const message = z.strictObject(body).describe('Modèle de mail, de SMS ou de courrier.').meta({ id: 'message' });

export const earlierMessage = z
  .strictObject({
    id: z.string().describe('Identifiant du message.'),
    ...body,
    ago: duration.describe('Arrivé il y a : P2D.'),
  })
  .describe('Message déjà là au début.')
  .meta({ id: 'earlierMessage' });
