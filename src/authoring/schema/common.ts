import { z } from 'zod';

/** Small pieces that every schema of the language shares. Descriptions are the reference page, hence in French. */

export const id = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'un identifiant s’écrit en minuscules sans accent, avec des tirets : code-par-mail',
  )
  .describe('Identifiant : minuscules sans accent, chiffres et tirets. Jamais réutilisé pour autre chose.');

export const text = z
  .string()
  .min(1, 'un texte vide ne dit rien à la personne')
  .describe('Texte lu par la personne. Les accolades y sont remplies : {prénom}, {mois:-2}.');

export const duration = z
  .string()
  .regex(
    /^-?P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/,
    'une durée s’écrit PT15M (15 minutes), P2D (2 jours) ou P3W (3 semaines)',
  )
  .describe('Durée : PT15M (15 minutes), P2D (2 jours), P3W (3 semaines).');

export const yearMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'un mois s’écrit 2025-10')
  .describe('Mois : 2025-10.');

export const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'un jour s’écrit 2025-10-03')
  .describe('Jour : 2025-10-03.');

/** A screen, an ending, `show`, or `$name` in a shared screen. */
export const target = z.string().min(1).describe('Écran ou fin où l’on arrive.');

export const operationName = z
  .string()
  .regex(
    /^(\$[a-z][A-Za-z0-9-]*|[a-z][a-z0-9-]*\.[A-Za-z0-9]+)$/,
    'une opération s’écrit service.operation, par exemple caf.signIn',
  )
  .describe('Opération du faux service : service.operation.');

export const valueKind = z
  .enum([
    'text',
    'digits',
    'reference',
    'nir',
    'amount',
    'number',
    'date',
    'month',
    'choice',
    'choices',
    'tick',
    'secret',
    'code',
    'email',
    'phone',
    'document',
  ])
  .describe('Sorte de valeur.');

export const entryPath = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'une saisie s’écrit ecran/champ');

export const scalar = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

export const tone = z.enum(['info', 'success', 'warning', 'error']).describe('Ton : info, success, warning ou error.');
