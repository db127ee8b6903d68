import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Serves the peers as our server serves the site: compressed at build, brotli when the browser takes it. */
export async function servePeers(folder: string): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const accepted = request.headers['accept-encoding'] ?? '';
    const [suffix, encoding] = accepted.includes('br') ? ['.br', 'br'] : ['.gz', 'gzip'];
    if (!existsSync(file)) response.writeHead(404).end();
    else if (existsSync(file + suffix))
      response
        .writeHead(200, { 'content-type': types[extname(file)], 'content-encoding': encoding })
        .end(readFileSync(file + suffix));
    else response.writeHead(200, { 'content-type': types[extname(file)] }).end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
