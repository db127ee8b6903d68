import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerEvents } from '../../src/server/http/events-endpoint.ts';
import type { Intake } from '../../src/server/intake/intake.ts';
import type { PublishedScenarios } from '../../src/server/intake/published.ts';

/** What came back over HTTP, whatever it is. */
export interface HttpReply {
  readonly status: number;
  readonly body: unknown;
}

/** The server's own `POST /api/events`, over HTTP, without its limit of requests per address. */
export interface Door {
  /** `said`: whether the length is told ahead, or the body comes in pieces. */
  send(text: string, said: boolean): Promise<HttpReply>;
  close(): Promise<void>;
}

export async function openDoor(
  published: Pick<PublishedScenarios, 'idsOf'>,
  intake: Pick<Intake, 'take'>,
): Promise<Door> {
  const app = { published, intake, config: { publicUrl: undefined } };
  const server = createServer((from, to) => {
    answerEvents(from, to, app, { allows: () => true }).catch(() => to.writeHead(500).end('null'));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    send: (text, said) =>
      new Promise((done, failed) => {
        const headers = said
          ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
          : { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
        const sent = request(
          { host: '127.0.0.1', port, path: '/api/events', method: 'POST', agent: false, headers },
          async (answer) => {
            const pieces: Buffer[] = [];
            for await (const piece of answer) pieces.push(piece);
            done({ status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(pieces).toString()) });
          },
        );
        // The server hangs up on a body it will not read to its end: after its answer, that is no fault.
        sent.on('error', failed);
        sent.end(text);
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
