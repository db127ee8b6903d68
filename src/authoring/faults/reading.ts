import { near, type Unknown, type Words } from './words.ts';

/** What cannot be read. */
export const reading = {
  S001: ({ detail }: { detail: string }): Words => ({
    message: `Ce fichier n'est pas du YAML lisible : ${detail}`,
    hint: 'Vérifiez les deux-points, les guillemets et le retrait des lignes.',
  }),
  S002: ({ name, near: word, allowed }: Unknown & { allowed: readonly string[] }): Words => ({
    message: `La clé « ${name} » n'existe pas ici.`,
    ...near(word, allowed.length > 0 ? `Clés possibles : ${allowed.join(', ')}.` : 'Retirez-la.'),
  }),
  S003: ({ name }: { name: string }): Words => ({
    message: `Il manque la clé « ${name} ».`,
    hint: `Ajoutez une ligne « ${name}: … ».`,
  }),
  S004: ({ expected, got }: { expected: string; got: string }): Words => ({
    message: `Il faut ${expected}, et il y a ${got}.`,
    hint: expected === 'un texte' ? 'Mettez la valeur entre guillemets.' : `Écrivez ${expected}.`,
  }),
  S005: ({ name, near: word, allowed }: Unknown & { allowed: readonly string[] }): Words => ({
    message: `« ${name} » n'est pas une valeur possible ici.`,
    hint:
      word === undefined
        ? `Valeurs possibles : ${allowed.join(', ')}.`
        : `Vouliez-vous dire « ${word} » ? Valeurs possibles : ${allowed.join(', ')}.`,
  }),
  S006: ({ keys, allowed }: { keys: string; allowed: readonly string[] }): Words => ({
    message: `On ne reconnaît pas la forme de cet élément (clés : ${keys}).`,
    hint: `Il commence par l'une de ces clés : ${allowed.join(', ')}.`,
  }),
  S007: ({ detail }: { detail: string }): Words => ({
    message: `Valeur refusée : ${detail}.`,
    hint: 'Corrigez-la en suivant cette forme.',
  }),
  S008: ({ what, name }: { what: string; name: string }): Words => ({
    message: `${what} « ${name} » est écrit deux fois.`,
    hint: 'Donnez un autre identifiant à l’un des deux.',
  }),
  S009: ({ name }: { name: string }): Words => ({
    message: `Le service « ${name} » n'a pas de fichier service.yaml.`,
    hint: `Créez ${name}/service.yaml.`,
  }),
} as const;
