import { tied } from './tied.ts';

/** Sentences of the desk's dialogs. Apart from the desk's own, because they come after what the first act needs. */
export const toolWords = tied({
  restartTitle: 'Recommencer depuis le début ?',
  restartText: 'Tout ce que vous avez rempli sera effacé. Vous pouvez recommencer autant que vous voulez.',
  restartYes: 'Oui, recommencer',
  personaTitle: 'Pour qui faites-vous la démarche ?',
  conditionsTitle: 'Conditions de l’exercice',
  conditionsNote: 'Pour s’exercer aux mauvais jours. À laisser de côté la première fois.',
  conditions: {
    slow: 'Le site est lent',
    outage: 'Le site tombe en panne une fois',
    maintenance: 'Le site est en maintenance',
    'session-expires': 'La connexion se ferme pendant l’exercice',
  },
  startAgainWith: 'Commencer avec ces réglages',
  timeTitle: 'Votre temps',
  pause: 'Mettre l’exercice en pause',
  moreTime: 'Donnez-moi plus de temps',
  moreTimeNote: 'Un code, une connexion ne durent qu’un moment. Vous pouvez les faire durer dix fois plus.',
  moreTimeGiven: 'Un code, une connexion durent maintenant dix fois plus.',
  usualTime: 'Revenir au temps normal',
  pausedTitle: 'L’exercice est en pause',
  pausedText: 'Prenez votre temps : ici, rien ne se perd et rien n’arrive.',
  resume: 'Reprendre',
  clockTitle: 'L’heure de l’exercice',
  clockNow: (time: string) => `Il est ${time} dans l’exercice.`,
  clockJump: 'Avancer de 15 minutes',
  idleTitle: 'Vous êtes toujours là ?',
  idleText: 'Sans action de votre part, le site va bientôt vous déconnecter. Ce qui n’est pas envoyé sera perdu.',
  idleLeft: (seconds: number) => (seconds >= 60 ? 'Il reste une minute.' : `Il reste ${seconds} secondes.`),
} as const);
