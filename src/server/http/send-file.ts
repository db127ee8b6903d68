import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding, type SiteFile } from './site.ts';

const year = 365 * 24 * 60 * 60;

/** Sends a file of the site: compressed as at build time, not again when the browser has it. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: SiteFile, status = 200): void {
  const encoding = chooseEncoding(request.headers['accept-encoding'], file);
  const chosen = (encoding === null ? undefined : file.encoded[encoding]) ?? file;
  const etag = `"${file.etag}${encoding === null ? '' : `-${encoding}`}"`;
  response.setHeader('content-type', file.type);
  response.setHeader('etag', etag);
  response.setHeader('cache-control', file.immutable ? `public, max-age=${year}, immutable` : 'no-cache');
  response.setHeader('vary', 'accept-encoding');
  if (file.policy !== null) response.setHeader('content-security-policy', file.policy);
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (status === 200 && known?.includes(etag)) {
    response.writeHead(304).end();
    return;
  }
  if (encoding !== null) response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', chosen.size);
  response.writeHead(status);
  if (request.method === 'HEAD') response.end();
  else {
    const stream = createReadStream(chosen.path);
    // Gone since the start (a new build over a running server): the length is promised, so cut the answer short.
    stream.on('error', () => response.destroy());
    response.on('close', () => stream.destroy());
    stream.pipe(response);
  }
}
