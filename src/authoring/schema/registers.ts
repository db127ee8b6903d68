import { z } from 'zod';
import { text } from './common.ts';

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
