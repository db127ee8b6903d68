/** What can stop the server from starting, with the sentence an operator reads. Codes are permanent. */
const sentences = {
  'port-taken': ({ port }) =>
    `Le port ${port} est déjà pris : arrêtez l’autre programme, ou choisissez un autre port avec PORT=… npm start.`,
  'address-refused': ({ host }) => `L’adresse ${host} n’est pas celle de cette machine : corrigez HOST, ou retirez-le.`,
  'data-folder-unwritable': ({ folder }) =>
    `Le dossier ${folder} ne peut pas être écrit : donnez-en le droit à cet utilisateur, ou choisissez un autre dossier avec DATA_DIR.`,
  'build-missing': ({ folder }) =>
    `Le site n’est pas construit (${folder} manque) : lancez npm start, qui le construit.`,
  'database-newer': ({ found }) =>
    `La base de données vient d’une version plus récente de Réplique (${found}) : installez cette version, ou reprenez une sauvegarde.`,
  'database-unreachable': ({ reason }) =>
    `La base de données ne répond pas (${reason}) : vérifiez DATABASE_URL et que PostgreSQL est démarré.`,
  'database-unreadable': ({ file, reason }) =>
    `Le fichier ${file} n’est pas une base de données lisible (${reason}) : reprenez une sauvegarde, ou déplacez-le pour repartir à vide.`,
  'migration-failed': ({ reason }) =>
    `La base de données n’a pas pu être mise à jour (${reason}) : rien n’a été changé, reprenez la version précédente et signalez-le.`,
  'secret-damaged': ({ file }) =>
    `Le fichier ${file} est abîmé : supprimez-le, un autre sera fait, et chacun devra se reconnecter.`,
  'host-imitates': ({ setting, host, name }) =>
    `Le nom ${host} (${setting}) ressemble à celui d’un service public (${name}) : Réplique ne démarre pas sous un tel nom, on la prendrait pour le vrai site. Choisissez un autre nom, par exemple replique.votre-mairie.fr.`,
  'setting-wrong': ({ name, expected }) => `Le réglage ${name} est mal écrit : il faut ${expected}.`,
} as const satisfies Record<string, (data: Record<string, string>) => string>;

export type AppErrorCode = keyof typeof sentences;

/** A fault that one sentence explains to whoever runs the server: no stack is shown for it. */
export class AppError extends Error {
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode, data: Readonly<Record<string, string>> = {}, cause?: unknown) {
    super(sentences[code]({ ...data } as never), { cause });
    this.name = 'AppError';
    this.code = code;
  }
}

export function isAppError(error: unknown, code?: AppErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
