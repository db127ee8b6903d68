import { z } from 'zod';
import { duration, id, scalar, text, yearMonth } from './common.ts';
import { condition } from './condition.ts';
import { message } from './message.ts';
import { screen } from './screen.ts';

const ending = z
  .strictObject({
    meaning: z.enum(['reussi', 'bloque', 'abandon', 'perdu', 'fraude']).describe('Ce que la fin veut dire.'),
    title: text.describe('Titre de la fin.'),
    text: text.optional().describe('Ce qui s’est passé.'),
    then: text.optional().describe('Ce que la personne peut faire : téléphone, guichet, courrier.'),
    formerly: z.array(z.string()).optional().describe('Anciens identifiants, réservés.'),
  })
  .meta({ id: 'ending' });

const consequence = z
  .union([
    z.strictObject({
      after: duration,
      when: condition.optional(),
      letter: z.string().describe('Courrier qui arrive.'),
      say: text.describe('Phrase du calendrier.'),
    }),
    z.strictObject({
      after: duration,
      when: condition.optional(),
      mail: z.string().describe('Mail qui arrive.'),
      say: text.describe('Phrase du calendrier.'),
    }),
    z.strictObject({
      after: duration,
      when: condition.optional(),
      sms: z.string().describe('SMS qui arrive.'),
      say: text.describe('Phrase du calendrier.'),
    }),
  ])
  .describe('Ce qui arrive des semaines plus tard.')
  .meta({ id: 'consequence' });

const world = z
  .array(
    z
      .string()
      .regex(
        /^([a-z][a-z0-9-]*\.)?[a-z0-9-]+$/,
        'un changement s’écrit panne, ou autre-service.panne pour un autre service que la démarche appelle',
      ),
  )
  .min(1);

const step = z
  .union([
    z.strictObject({
      fill: z
        .record(z.string(), scalar)
        .describe('Champs à remplir : champ → ce que l’on tape (case d’une grille : "champ/personne.sorte.mois").'),
    }),
    z.strictObject({ press: z.string().describe('Action à presser.') }),
    z.strictObject({ back: z.literal(true).describe('Bouton « retour » du navigateur.') }),
    z.strictObject({ wait: duration.describe('Laisser passer ce temps.') }),
    z.strictObject({ idle: z.literal(true).describe('Ne rien faire jusqu’à la déconnexion.') }),
    z.strictObject({ world: world.describe('Changements du faux service, par leur nom ; d’un autre : service.nom.') }),
    z.strictObject({
      expect: z
        .strictObject({
          screen: z.string().optional().describe('Écran où l’on est.'),
          ending: z.string().optional().describe('Fin où l’on est.'),
          error: z.string().optional().describe('Champ sous lequel une phrase est écrite.'),
          message: z.string().optional().describe('Morceau de la phrase du service.'),
          mistake: z.string().optional().describe('Erreur reconnue : champ/erreur.'),
        })
        .describe('Ce qui doit être vrai maintenant.'),
    }),
    z.strictObject({ answers: z.string().describe('Suivre les réponses jusqu’à cet écran.') }),
  ])
  .meta({ id: 'exampleStep' });

const example = z
  .strictObject({
    name: text.describe('Nom de l’exemple.'),
    persona: z.string().optional().describe('Personnage ; le premier par défaut.'),
    world: world.optional().describe('Changements du faux service avant de commencer ; d’un autre : service.nom.'),
    follow: z.literal('answers').optional().describe('Suivre les bonnes réponses.'),
    do: z.array(step).optional().describe('Pas à pas.'),
    then: z.literal('answers').optional().describe('Puis suivre les bonnes réponses.'),
    ends: z.string().optional().describe('Fin attendue.'),
  })
  .describe('Exemple, joué comme un test.')
  .meta({ id: 'example' });

export const use = z
  .strictObject({
    screen: z.string().describe('Écran partagé, ou suite d’écrans : commun/code-par-mail.'),
    with: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe('Paramètres.'),
    returns: z.record(z.string(), z.string()).optional().describe('Sortie de l’écran partagé → écran d’ici.'),
  })
  .describe('Écran partagé, posé ici sous un nom.')
  .meta({ id: 'use' });

const everyMonth = 'un jour que tous les mois ont : de 1 à 28';

export const scenario = z
  .strictObject({
    title: text.describe('Titre de la démarche.'),
    mission: text.describe('Ce que la personne doit faire, et pour qui.'),
    replicates: z
      .strictObject({
        site: z.string().describe('Site imité.'),
        asOf: yearMonth.describe('Tel qu’il était ce mois-là.'),
      })
      .describe('Ce que la réplique imite.'),
    edition: z
      .strictObject({
        of: z.string().describe('Démarche dont c’est une autre version.'),
        title: text.describe('Nom de cette version.'),
      })
      .optional()
      .describe('Autre version d’une même démarche.'),
    personas: z.array(z.string()).min(1).describe('Personnages ; le premier est le plus courant.'),
    difficulty: z.enum(['debutant', 'intermediaire', 'avance']).describe('Difficulté, aux trois valeurs de La Coop.'),
    minutes: z.number().int().positive().describe('Durée ordinaire en minutes.'),
    dayOfMonth: z
      .number()
      .int()
      .min(1, everyMonth)
      .max(28, everyMonth)
      .optional()
      .describe(
        'Jour du mois où l’exercice se passe : 3 veut dire le 3 qui vient, dit en haut du bureau. Pour une démarche ouverte certains jours seulement.',
      ),
    tags: z
      .strictObject({
        coop: z.array(z.string()).optional().describe('Thématiques de La Coop.'),
        dataInclusion: z.array(z.string()).optional().describe('Thématiques de data·inclusion.'),
      })
      .optional()
      .describe('Étiquettes de classement.'),
    skills: z.array(id).min(1).describe('Compétences exercées.'),
    world: world
      .optional()
      .describe('Changements du faux service au début de la démarche : un compte qui n’existe pas encore.'),
    start: z.string().describe('Premier écran.'),
    screens: z.record(id, screen).describe('Écrans, par identifiant.'),
    uses: z.record(id, use).optional().describe('Écrans partagés, sous le nom qu’ils portent ici.'),
    endings: z.record(id, ending).describe('Fins. `abandon` existe toujours.'),
    consequences: z.array(consequence).optional().describe('Ce qui arrive ensuite.'),
    messages: z.record(id, message).optional().describe('Mails, SMS et courriers de cette démarche.'),
    variants: z
      .array(
        z.strictObject({
          id,
          texts: z
            .record(z.string(), text)
            .describe(
              'Chemin du texte et empreinte de ses mots habituels (écran/champ/label#1f3a9c2e) → autre texte. La commande `renew` écrit l’empreinte.',
            ),
        }),
      )
      .optional()
      .describe('Autres formulations, tirées au sort pour comparer.'),
    takeAway: z
      .strictObject({
        papers: z.array(text).describe('Papiers à préparer.'),
        steps: z.array(text).describe('Étapes.'),
        phone: z.string().optional().describe('Téléphone du service.'),
        site: z.string().describe('Adresse du vrai site.'),
        otherWay: text.describe('Faire sans internet.'),
      })
      .describe('Fiche à emporter.'),
    examples: z.array(example).optional().describe('Exemples, joués comme des tests.'),
    formerly: z.array(z.string()).optional().describe('Anciens identifiants, réservés.'),
  })
  .describe('Une démarche : un fichier.')
  .meta({ id: 'scenario' });

export const param = z
  .strictObject({
    type: z
      .enum(['text', 'operation', 'screen', 'number', 'boolean', 'paper', 'message', 'item', 'term', 'skill'])
      .describe('Sorte du paramètre.'),
    default: z.union([z.string(), z.number(), z.boolean()]).optional().describe('Valeur par défaut.'),
    about: z.string().optional().describe('À quoi il sert.'),
  })
  .meta({ id: 'param' });

/** A shared file around its screen or screens, which are validated once their parameters are in place. */
export const shared = z
  .strictObject({
    title: text.optional().describe('Nom de cet écran partagé.'),
    params: z.record(z.string(), param).optional().describe('Paramètres, écrits $nom ou {$nom} dans l’écran.'),
    returns: z.array(z.string()).optional().describe('Sorties : chacune s’écrit $nom comme but d’une action.'),
    outcomes: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .describe('Résultats que doit avoir chaque opération passée en paramètre.'),
    screen: z.unknown().optional().describe('L’écran, quand il n’y en a qu’un.'),
    screens: z
      .record(id, z.unknown())
      .optional()
      .describe(
        'Ou plusieurs écrans qui se suivent. Le premier porte le nom donné par `uses`, les autres ce nom, un tiret et le leur ; entre eux, chacun s’écrit $nom.',
      ),
    messages: z.record(id, message).optional().describe('Mails, SMS et courriers que ces écrans apportent.'),
  })
  .refine((file) => (file.screen === undefined) !== (file.screens === undefined), {
    error: 'un fichier de commun/ a `screen` ou `screens`, l’un des deux',
  })
  .describe('Un écran partagé et ses paramètres, ou plusieurs.')
  .meta({ id: 'shared' });
