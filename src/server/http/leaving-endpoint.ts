import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../config.ts';
import { isFromAnotherSite } from './origin.ts';

/**
 * What a browser is asked to forget of this origin. `cache`: the pages it has kept by itself, which no script reaches and
 * which tell what was practised. Not `cookies`: those of every site under the same domain would go too.
 */
const forgotten = '"cache", "storage"';

/** `POST /api/leave`: « Effacer et partir », for what only the browser can erase. Nothing is read, nothing is kept. */
export function answerLeaving(
  request: IncomingMessage,
  response: ServerResponse,
  config: Pick<Config, 'publicUrl'>,
): void {
  response.setHeader('cache-control', 'no-store');
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    response.writeHead(405).end();
    return;
  }
  // Another site's page must not make people lose what they have begun here.
  if (isFromAnotherSite(request.headers, config.publicUrl)) {
    response.writeHead(403).end();
    return;
  }
  response.setHeader('clear-site-data', forgotten);
  response.writeHead(204).end();
}
