import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** Something the browser sent, whole. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  /** To another origin than the site's: such a thing is not passed on. */
  readonly foreign: boolean;
  readonly head: Buffer;
  body: Buffer;
}

/**
 * Stands between the browser and the rest of the world: page, worker, beacon or browser itself, nothing leaves but through
 * here. What is for the site is passed on, what is for another origin is noted and refused.
 */
export interface Exit {
  /** "http://127.0.0.1:4321", for the browser. */
  readonly address: string;
  readonly sent: readonly Sent[];
  close(): Promise<void>;
}

export async function startExit(site: { readonly origin: string }): Promise<Exit> {
  const own = new URL(site.origin);
  const sent: Sent[] = [];
  const tunnels = new Set<Socket>();

  const note = (message: IncomingMessage, foreign: boolean): Sent => {
    const { method = '', url = '', rawHeaders } = message;
    const one: Sent = { method, url, foreign, head: Buffer.from(rawHeaders.join('\n')), body: Buffer.alloc(0) };
    sent.push(one);
    return one;
  };

  const pass = (from: IncomingMessage, to: ServerResponse): void => {
    const url = new URL(from.url ?? '', site.origin);
    const one = note(from, url.host !== own.host);
    const pieces: Buffer[] = [];
    from.on('data', (piece: Buffer) => {
      pieces.push(piece);
      one.body = Buffer.concat(pieces);
    });
    if (one.foreign) {
      from.resume();
      to.writeHead(502).end();
      return;
    }
    const onward = request(
      {
        host: '127.0.0.1',
        port: own.port,
        path: url.pathname + url.search,
        method: from.method,
        headers: from.headers,
      },
      (answer) => {
        to.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(to);
      },
    );
    onward.on('error', () => to.destroy());
    // A page that goes away gives up what it asked for.
    to.on('close', () => onward.destroy());
    from.pipe(onward);
  };

  const server = createServer(pass);
  // What is not plain http: WebSocket and https.
  server.on('connect', (from: IncomingMessage, socket: Socket) => {
    const one = note(from, from.url !== own.host);
    if (one.foreign) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const onward = connect(Number(own.port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    socket.on('data', (piece: Buffer) => {
      one.body = Buffer.concat([one.body, piece]);
    });
    tunnels.add(socket);
    for (const end of [socket, onward]) end.on('error', () => [socket, onward].forEach((each) => void each.destroy()));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    close: async () => {
      for (const socket of tunnels) socket.destroy();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
