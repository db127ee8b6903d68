import type { IncomingMessage } from 'node:http';

/** The most that a form or a request of a page may hold, bytes. */
export const largestForm = 256 * 1024;

/** What was sent; null when it is larger than `largest` bytes, said or not: the rest of it is not read. */
export async function readBody(request: IncomingMessage, largest: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > largest) return null;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > largest) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
