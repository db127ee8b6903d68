import { z } from 'zod';
import { id, text } from './common.ts';

export const sources = z
  .record(
    z.string(),
    z.strictObject({
      title: text.describe('Titre de la source.'),
      address: z.string().optional().describe('Adresse : texte, jamais un lien.'),
      date: z.union([z.string(), z.number()]).optional().describe('Date de la source.'),
      note: z.string().optional().describe('Ce qu’elle atteste.'),
    }),
  )
  .describe('Sources citées par les écrans : sources.yaml.')
  .meta({ id: 'sources' });

export const glossary = z
  .strictObject({
    terms: z
      .record(
        z.string(),
        z.strictObject({
          label: text.optional().describe('Le mot comme il s’écrit.'),
          plain: text.optional().describe('Le mot expliqué simplement.'),
          jargon: z.boolean().optional().describe('Mot à ne pas employer sans l’expliquer.'),
          also: z.array(z.string()).optional().describe('Autres écritures.'),
        }),
      )
      .describe('Termes.'),
    skills: z
      .record(z.string(), z.union([text, z.strictObject({ label: text, plain: text.optional() })]))
      .optional()
      .describe('Compétences.'),
  })
  .describe('Mots et compétences : glossaire.yaml.')
  .meta({ id: 'glossary' });

const colour = z
  .string()
  .regex(/^#[\da-f]{6}$/, 'une couleur s’écrit "#0f6baf", entre guillemets et en minuscules')
  .describe('Couleur : "#0f6baf".');

export const brands = z
  .strictObject({
    logos: z
      .array(text)
      .describe(
        'Noms qui font un logo dans un dessin. Leurs espaces peuvent y manquer ; les majuscules ne comptent pas.',
      ),
    palettes: z
      .array(
        z.strictObject({
          of: text.describe('À qui sont ces couleurs, comme la faute le dit : « la Caf ».'),
          note: z.string().optional().describe('D’où on les connaît.'),
          colours: z.array(colour).describe('Les couleurs exactes.'),
        }),
      )
      .describe('Couleurs que rien ne porte.'),
    hosts: z
      .array(id)
      .min(1)
      .describe('Organismes : le nom que porte leur adresse. Le serveur ne démarre pas sous un nom qui y ressemble.'),
  })
  .describe('Noms et couleurs qui sont à d’autres : marques.yaml.')
  .meta({ id: 'brands' });
