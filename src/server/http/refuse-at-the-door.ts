import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Answers what is no request that Node can read, with the same status as Node would, and our headers. Like Node, says
 * nothing in the middle of an answer under way: it would be taken for a part of it.
 */
export function refuseAtTheDoor(
  headers: readonly (readonly [name: string, value: string])[],
): (error: Error, socket: Duplex) => void {
  return (error, socket) => {
    const underWay = (socket as { _httpMessage?: { _headerSent?: boolean } | null })._httpMessage;
    if (!socket.writable || underWay?._headerSent) return void socket.destroy();
    const status = statuses['code' in error ? String(error.code) : ''] ?? 400;
    const lines = [['connection', 'close'], ['content-length', '0'], ...headers].map(
      ([name, value]) => `${name}: ${value}`,
    );
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n`, () => socket.destroy());
  };
}
