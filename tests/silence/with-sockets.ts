import { createHash } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The same site behind a front that takes any WebSocket: the real server takes none, so that no frame would leave. */
export async function withSockets(origin: string): Promise<{ readonly origin: string; close(): void }> {
  const front = createServer((from, to) => {
    const { method, headers } = from;
    const onward = request(origin + from.url, { method, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(to);
    });
    onward.on('error', () => to.destroy());
    from.pipe(onward);
  });
  front.on('upgrade', ({ headers }, socket) => {
    // RFC 6455 §4.2.2: the key, this constant, their hash.
    const key = `${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.on('error', () => socket.destroy());
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  });
  await new Promise<void>((listening) => front.listen(0, listening));
  return {
    origin: `http://localhost:${(front.address() as AddressInfo).port}`,
    close: () => {
      front.closeAllConnections();
      front.close();
    },
  };
}
