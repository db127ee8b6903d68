import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { largestBody } from '../intake/batch.ts';
import { type EventsReply, receiveEvents, refuseBatch } from '../intake/receive.ts';
import type { AddressOf } from './address.ts';
import { readBody } from './body.ts';
import type { Limits } from './limits.ts';
import { isFromAnotherSite } from './origin.ts';

/** What it takes of the application. */
interface Receiving {
  readonly config: Pick<Config, 'publicUrl'>;
  readonly published: Pick<App['published'], 'idsOf'>;
  readonly intake: Pick<App['intake'], 'take'>;
}

/** `POST /api/events`: JSON, or text/plain as beacons send it. */
export async function answerEvents(
  request: IncomingMessage,
  response: ServerResponse,
  { config, published, intake }: Receiving,
  limits: Limits,
  addressOf: AddressOf = ({ socket }) => socket.remoteAddress ?? '',
): Promise<void> {
  response.setHeader('cache-control', 'no-store');
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    response.writeHead(405).end();
    return;
  }
  if (!limits.allows(addressOf(request))) {
    response.setHeader('retry-after', '5');
    response.writeHead(429).end();
    return;
  }
  if (isFromAnotherSite(request.headers, config.publicUrl)) return reply(response, refuseBatch('wrong-origin'));
  const body = await readBody(request, largestBody);
  if (body === null) {
    // The rest of the body is not read: the connection cannot serve again.
    response.setHeader('connection', 'close');
    return reply(response, refuseBatch('too-large'));
  }
  reply(response, await receiveEvents(body.toString('utf8'), published, intake));
}

function reply(response: ServerResponse, { status, body }: EventsReply): void {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.writeHead(status).end(JSON.stringify(body));
}
