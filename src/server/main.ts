import { createApp } from './app.ts';
import { isAppError } from './app-error.ts';
import { readConfig } from './config.ts';
import { lanAddresses } from './http/origin.ts';
import { serve } from './http/serve.ts';
import { createLog } from './log.ts';
import { purgeDaily } from './purge-daily.ts';

/** The server process: `node src/server/main.ts`, once the site is built. Settings: config.ts. */
const log = createLog(process.stdout.isTTY === true);

try {
  const config = readConfig(process.env);
  const app = await createApp(config);
  const serving = await serve(app, log).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });

  const origin = config.publicUrl ?? `http://${everyAddress(config.host) ? 'localhost' : config.host}:${serving.port}`;
  log.info('Réplique est prêt', { address: origin });
  if (config.publicUrl === undefined && everyAddress(config.host)) {
    for (const address of lanAddresses()) log.info('Sur ce réseau', { address: `http://${address}:${serving.port}` });
  }
  const token = await app.accounts.firstLink();
  // Meant to be read by whoever starts the server: it works once, for a day, and only while nobody has an account.
  if (token !== null) log.info('Pour créer le premier compte', { address: `${origin}/formateur/lien/${token}` });

  const stopPurging = purgeDaily(app, log);

  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stopPurging();
      void serving
        .close()
        .then(() => app.close())
        .then(() => process.exit(0));
    });
  }
} catch (error) {
  if (!isAppError(error)) throw error;
  log.error(error.message, { code: error.code });
  process.exitCode = 1;
}

function everyAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}
