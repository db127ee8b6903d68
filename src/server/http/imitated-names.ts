import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../app-error.ts';

/** Written by the build (build/imitated-names.ts) beside what is served: one name at least. */
const file = 'imitated-names.json';
const written = z.array(z.string().min(1)).min(1);

/**
 * Bodies whose name opens an account, pays or asks for papers, whether or not a scenario imitates them: the part of their
 * address that people know, as the built site has them. Fails with an AppError without them: there would be no guard.
 */
export function bodiesOf(dist: string): readonly string[] {
  const path = join(dist, file);
  try {
    return written.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new AppError('build-missing', { folder: path }, error);
  }
}

/** What stands stuck before or after a name in addresses of swindlers. No single letter: « msae » is somebody's. */
export const around: { readonly before: readonly string[]; readonly after: readonly string[] } = {
  before: [
    'www',
    'http',
    'https',
    'mon',
    'ma',
    'mes',
    'my',
    'votre',
    'la',
    'le',
    'les',
    'compte',
    'espace',
    'acces',
    'portail',
    'site',
    'service',
    'services',
    'connect',
    'connexion',
    'login',
    'secure',
    'securite',
    'info',
    'infos',
    'aide',
    'aides',
    'prime',
    'demarche',
    'demarches',
    'dossier',
    'declaration',
    'assure',
    'allocataire',
    'particulier',
    'particuliers',
    'france',
    'fr',
    'app',
    'mobile',
    'idp',
  ],
  after: [
    'fr',
    'com',
    'net',
    'org',
    'eu',
    'france',
    'gouv',
    'mon',
    'compte',
    'espace',
    'acces',
    'personnel',
    'client',
    'connect',
    'connexion',
    'login',
    'secure',
    'securite',
    'service',
    'services',
    'info',
    'infos',
    'aide',
    'aides',
    'prime',
    'enligne',
    'online',
    'officiel',
    'paiement',
    'remboursement',
    'demarche',
    'demarches',
    'dossier',
    'declaration',
    'allocataire',
    'assure',
    'particulier',
    'particuliers',
    'sante',
    'app',
    'mobile',
  ],
};
