import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './app-error.ts';
import { isPeerList } from './http/address.ts';

const root = resolve(import.meta.dirname, '../..');

/** What the environment may say, read once. An unknown or empty variable is as if it were not there. */
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4321).describe('un nombre entre 1 et 65535'),
  HOST: z.string().default('localhost').describe('un nom ou une adresse de cette machine, 0.0.0.0 pour toutes'),
  DATA_DIR: z.string().default('data').describe('le chemin d’un dossier'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('une adresse postgres://utilisateur:motdepasse@machine:port/base'),
  // Not BASE_URL: Vite sets that one to « / » in whatever it starts.
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('l’adresse publique du site, par exemple https://replique.mairie.example'),
  ALLOWED_HOSTS: z
    .string()
    .regex(/^[\w.-]+(,[\w.-]+)*$/)
    .optional()
    .describe('des noms séparés par des virgules, par exemple replique.local,salle12'),
  TRUSTED_PROXY: z
    .string()
    .transform((list) => list.split(','))
    .refine(isPeerList)
    .optional()
    .describe('des adresses de proxys séparées par des virgules, par exemple 127.0.0.1,10.0.0.0/8, ou loopback'),
  KEEP_DAYS: z.coerce.number().int().min(1).max(365).default(365).describe('un nombre de jours entre 1 et 365'),
  REPLIQUE_SECRET: z.string().min(32).optional().describe('au moins 32 caractères au hasard'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string; // absolute
  readonly databaseUrl: string | undefined;
  /** "https://replique.example" when the site is published under a name of its own. */
  readonly publicUrl: string | undefined;
  /** Names besides this machine's own under which staff pages may be asked for. */
  readonly allowedHosts: readonly string[];
  /** Peers whose X-Forwarded-For is believed (http/address.ts); nobody's otherwise. */
  readonly trustedProxies: readonly string[];
  readonly secret: string | undefined;
  /** Days after which what nobody has touched is made anonymous; a year at most. */
  readonly keepDays: number;
  /** The built site. */
  readonly dist: string;
}

/** Reads the settings. Fails with a sentence that names the wrong one, never its value: it may be a password. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = schema.safeParse(given);
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0] ?? '');
    const expected = schema.shape[name as keyof typeof schema.shape]?.description ?? 'une autre valeur';
    throw new AppError('setting-wrong', { name, expected });
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, ALLOWED_HOSTS, TRUSTED_PROXY, KEEP_DAYS, REPLIQUE_SECRET } =
    read.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(root, DATA_DIR),
    databaseUrl: DATABASE_URL,
    publicUrl: PUBLIC_URL === undefined ? undefined : new URL(PUBLIC_URL).origin,
    allowedHosts: ALLOWED_HOSTS?.split(',') ?? [],
    trustedProxies: TRUSTED_PROXY ?? [],
    secret: REPLIQUE_SECRET,
    keepDays: KEEP_DAYS,
    dist: resolve(root, 'dist'),
  };
}
