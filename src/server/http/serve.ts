import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { App } from '../app.ts';
import { AppError } from '../app-error.ts';
import type { Log } from '../log.ts';
import { createAddressOf } from './address.ts';
import { largestForm, readBody } from './body.ts';
import { answerEvents } from './events-endpoint.ts';
import { answerLeaving } from './leaving-endpoint.ts';
import { createLimits } from './limits.ts';
import { isKnownHost } from './origin.ts';
import { refuseAtTheDoor } from './refuse-at-the-door.ts';
import { contentPolicy, encrypted, everywhere, framePolicy, ofPages } from './security.ts';
import { sendFile } from './send-file.ts';
import { readSite } from './site.ts';

type PagesHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  locals: Record<string, unknown>,
) => unknown;

export interface Serving {
  readonly port: number;
  /** Stops taking requests, lets those under way end, cuts those that do not. */
  close(): Promise<void>;
}

/** What pages answer to. */
const methods = new Set(['GET', 'HEAD', 'POST']);
const shutdownPatience = 5_000; // ms
/** Characters of a name (RFC 1035: 253) and its port. A longer one is nobody's, and to judge it would take seconds. */
const longestHost = 253 + ':65535'.length;

/** Serves the built site, the intake of events and the pages made on request, at the address of the settings. */
export async function serve(app: App, log: Log): Promise<Serving> {
  const { config } = app;
  const site = readSite(join(config.dist, 'client'));
  const pages = await pagesHandler(join(config.dist, 'server/entry.mjs'));
  const publicHost = config.publicUrl?.startsWith('https:') ? new URL(config.publicUrl).host : null;
  // A room of thirty sends some thirty batches a second when all are busy.
  const limits = createLimits(100, 1_000, Date.now);
  const addressOf = createAddressOf(config.trustedProxies);

  const usual = Object.entries({ ...everywhere, ...ofPages, ...(publicHost !== null && encrypted) });
  const ofParts = Object.entries(everywhere);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request);
    const file = path !== null && (request.method === 'GET' || request.method === 'HEAD') ? site.find(path) : null;
    for (const [name, value] of file?.part ? ofParts : usual) response.setHeader(name, value);
    if (path === null || (request.headers.host ?? '').length > longestHost) return void response.writeHead(400).end();
    if (app.imitatedBy(request.headers.host ?? '') !== null) {
      return say(response, 421, 'Ce nom ressemble à celui d’un service public : l’entraînement n’y répond pas.');
    }
    if (path === '/api/events') return answerEvents(request, response, app, limits, addressOf);
    if (path === '/api/leave') return answerLeaving(request, response, config);
    if (file !== null) return sendFile(request, response, file);
    const missing = (): void => {
      if (response.headersSent) {
        response.end();
        return;
      }
      if (site.notFound !== null) {
        sendFile(request, response, site.notFound, 404);
        return;
      }
      say(response, 404, 'Cette page n’existe pas.');
    };
    if (!methods.has(request.method ?? '')) {
      response.setHeader('allow', [...methods].join(', '));
      response.writeHead(405).end();
      return;
    }
    if (pages === null) return missing();
    if (!isKnownHost(request.headers.host, config)) {
      return say(
        response,
        421,
        'Ce nom n’est pas connu du serveur. La personne qui l’installe peut l’ajouter dans ALLOWED_HOSTS.',
      );
    }
    if (request.method === 'POST') {
      const body = await readBody(request, largestForm);
      if (body === null) return tooLarge(request, response, path);
      // Astro takes it from here, as it would from a body parser.
      Object.assign(request, { body });
    }
    const address = addressOf(request);
    // Astro would believe it under the published name, and anybody can write it.
    delete request.headers['x-forwarded-for'];
    if (publicHost !== null && request.headers.host === publicHost) sayEncrypted(request);
    response.removeHeader('content-security-policy');
    guardHead(path, response, (status) => site.find(`/${status}.html`)?.policy ?? null);
    await pages(request, response, (error) => (error === undefined ? missing() : fail(response, error, path)), {
      app,
      address,
    });
  };

  const fail = (response: ServerResponse, error: unknown, path: string): void => {
    log.error('Une page n’a pas pu être servie', {
      path: withoutToken(path),
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    if (response.headersSent) return void response.destroy();
    say(response, 500, 'Le serveur a rencontré un problème. Rien n’est perdu. Réessayez dans un instant.');
  };

  /** A script is told in JSON, a person by a page. The rest of the body is not read: the connection cannot serve again. */
  const tooLarge = (request: IncomingMessage, response: ServerResponse, path: string): void => {
    response.setHeader('connection', 'close');
    const sentence = 'Ce qui a été envoyé est trop long.';
    if (path.startsWith('/api/')) {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.writeHead(413).end(JSON.stringify({ error: 'too-large', say: sentence }));
      return;
    }
    const page = site.find('/413/');
    if (page === null) say(response, 413, sentence);
    else sendFile(request, response, page, 413);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A browser that hangs up in the middle of its request is nobody's fault.
      if (request.destroyed && !response.headersSent) response.destroy();
      else fail(response, error, pathOf(request) ?? '');
    });
  });
  server.on('clientError', refuseAtTheDoor(usual));
  // Who sends a byte a minute holds no place for long.
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  await listen(server, config.port, config.host);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : config.port,
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeIdleConnections();
      // Pages that listen for news never end by themselves.
      const cut = setTimeout(() => server.closeAllConnections(), shutdownPatience);
      await closed;
      clearTimeout(cut);
    },
  };
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.writeHead(status).end(sentence);
}

/** A one-time link opens an account: its token stays out of the log. */
function withoutToken(path: string): string {
  return path.replace(/^(\/formateur\/lien\/).+/, '$1…');
}

/** The path alone, decoded; null when it is not one. */
function pathOf(request: IncomingMessage): string | null {
  try {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

/**
 * A proxy took the encryption off: pages must still know that the browser speaks https, for cookies, passkeys and the
 * origin of forms. Known from PUBLIC_URL, not from a header that anybody can send.
 */
function sayEncrypted({ socket }: IncomingMessage): void {
  if (!('encrypted' in socket)) Object.defineProperty(socket, 'encrypted', { value: true });
}

/**
 * A page made on request brings the policy with Astro's hashes; ours adds what it does not say. In place of a page that
 * is not there, or broke, Astro sends the built one of that status (404, 500), which brings none.
 */
function guardHead(path: string, response: ServerResponse, builtFor: (status: unknown) => string | null): void {
  const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => ServerResponse;
  response.writeHead = ((...parts: unknown[]) => {
    const given = parts.find((part): part is Record<string, unknown> => typeof part === 'object' && part !== null);
    const name = Object.keys(given ?? {}).find((key) => key.toLowerCase() === 'content-security-policy');
    const theirs = name === undefined ? response.getHeader('content-security-policy') : given?.[name];
    const ours =
      theirs === undefined
        ? (builtFor(parts[0]) ?? contentPolicy(path, { scripts: [], styles: [] }))
        : [String(theirs), framePolicy(path)];
    if (given !== undefined && name !== undefined) given[name] = ours;
    else response.setHeader('content-security-policy', ours);
    return writeHead(...parts);
  }) as typeof response.writeHead;
}

async function pagesHandler(entry: string): Promise<PagesHandler | null> {
  if (!existsSync(entry)) return null;
  const { handler } = (await import(pathToFileURL(entry).href)) as { handler: PagesHandler };
  return handler;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, refused) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') {
        return refused(new AppError('port-taken', { port: String(port) }, error));
      }
      refused(
        error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND'
          ? new AppError('address-refused', { host }, error)
          : error,
      );
    });
    server.listen(port, host, done);
  });
}
