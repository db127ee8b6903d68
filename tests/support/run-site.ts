import type { App } from '../../src/server/app.ts';
import { serve } from '../../src/server/http/serve.ts';
import type { Log } from '../../src/server/log.ts';

/** Serves an application that a test broke, as the server's own program does: for `startSite({ program })`. */
export async function runSite(app: App, log: Log): Promise<void> {
  const serving = await serve(app, log);
  process.stdout.write(`/formateur/lien/${await app.accounts.firstLink()}\n`);
  process.on('SIGTERM', () => {
    void serving
      .close()
      .then(() => app.close())
      .then(() => process.exit(0));
  });
}
