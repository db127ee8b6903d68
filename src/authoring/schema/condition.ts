import { z } from 'zod';
import { entryPath, scalar, yearMonth } from './common.ts';

/** Conditions are data: a closed set of forms, no code. */
export type ConditionSource =
  | { all: ConditionSource[] }
  | { any: ConditionSource[] }
  | { not: ConditionSource }
  | { [fact: string]: string | boolean | string[] };

const factValue = z.union([z.string(), z.boolean(), z.array(z.string())]);
const structural = ['all', 'any', 'not'];

// Its own lazy schema: describing `condition` itself from inside would make a new copy without end.
const opposite: z.ZodType<ConditionSource> = z.lazy(() => condition).describe('Cette condition est fausse.');

export const condition: z.ZodType<ConditionSource> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(condition).min(1).describe('Toutes ces conditions sont vraies.') }),
      z.strictObject({ any: z.array(condition).min(1).describe('Une au moins est vraie.') }),
      z.strictObject({ not: opposite }),
      z
        .record(
          z.string().refine((key) => !structural.includes(key), 'all, any et not s’écrivent seuls'),
          factValue,
        )
        .describe('Un fait et sa valeur (ou une liste de valeurs possibles) : { situation: couple }.'),
    ]),
  )
  .describe('Condition sur des faits : choix faits, traits du personnage, dernier résultat d’une opération.')
  .meta({ id: 'condition' });

const source = {
  paper: z.string().describe('Papier du personnage.'),
  item: z.string().describe('Ce qu’il faut lire dessus.'),
};

/** Where the right answer of a field is written. */
export type AnswerSourceYaml =
  | { value: string | number | boolean | string[] }
  | { paper: string; item: string; month?: number | undefined; first?: number | undefined; round?: 'euro' | undefined }
  | { message: string; item: string }
  | { sum: AnswerSourceYaml[] }
  | { document: string }
  | { entry: string }
  | { firstOf: AnswerSourceYaml[] }
  | { invented: true };

export const answer: z.ZodType<AnswerSourceYaml> = z
  .lazy(() =>
    z.union([
      z.strictObject({ value: scalar.describe('Valeur écrite ici. Les montants sont en euros : 12.5.') }),
      z.strictObject({
        ...source,
        month: z.number().int().optional().describe('Pour un papier mensuel : -2 est le mois M-2.'),
        first: z.number().int().positive().optional().describe('Garder seulement les n premiers caractères.'),
        round: z.enum(['euro']).optional().describe('Arrondir à l’euro.'),
      }),
      z.strictObject({ message: z.string().describe('Message reçu (mail, SMS, courrier).'), item: source.item }),
      z.strictObject({ sum: z.array(answer).min(2).describe('Somme de plusieurs réponses.') }),
      z.strictObject({ document: z.string().describe('Document du personnage à joindre.') }),
      z.strictObject({ entry: entryPath.describe('Ce que la personne a tapé sur un autre écran : ecran/champ.') }),
      z.strictObject({
        firstOf: z.array(answer).min(2).describe('La première de ces réponses qui mène à quelque chose.'),
      }),
      z.strictObject({ invented: z.literal(true).describe('Toute valeur qui suit les règles du champ convient.') }),
    ]),
  )
  .describe('D’où vient la bonne réponse.')
  .meta({ id: 'answer' });

export const entryTest = z
  .strictObject({
    empty: z.boolean().optional().describe('Rien n’est saisi.'),
    digits: z.number().int().optional().describe('Exactement ce nombre de chiffres, sans compter les espaces.'),
    fewerDigits: z.number().int().optional().describe('Moins de chiffres que ce nombre.'),
    moreDigits: z.number().int().optional().describe('Plus de chiffres que ce nombre.'),
    startsWith: z
      .union([z.string(), z.array(z.string()).min(1)])
      .optional()
      .describe('Commence par l’un de ces textes.'),
    contains: z.string().optional().describe('Contient ce texte.'),
    same: answer.optional().describe('Même valeur que celle-ci, prise sur un autre papier par erreur.'),
    is: scalar.optional().describe('Est exactement ceci.'),
    malformed: z.boolean().optional().describe('N’a pas la forme attendue.'),
    zero: z.boolean().optional().describe('Vaut zéro.'),
  })
  .refine((test) => Object.keys(test).length > 0, 'dites au moins une chose à reconnaître')
  .describe('Test sur ce qui a été saisi. Tout doit être vrai à la fois.')
  .meta({ id: 'entryTest' });

export const evidence = z
  .strictObject({
    confidence: z
      .enum(['documented', 'reported', 'assumed'])
      .describe('documented : une source le montre. reported : quelqu’un le raconte. assumed : supposé.'),
    seen: yearMonth.describe('Mois où cela a été vu.'),
    sources: z.array(z.string()).optional().describe('Identifiants de sources.yaml.'),
    note: z.string().optional().describe('Ce que les sources attestent, ou ce qui est supposé.'),
  })
  .describe('Ce que l’on sait de cet écran, et comment.')
  .meta({ id: 'evidence' });
