import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { smallContent } from './scenario.ts';

/** A built site of a few files, for the server to serve. */
export function makeDist(): { readonly dist: string; remove(): void } {
  const dist = mkdtempSync(join(tmpdir(), 'dist-'));
  const client = join(dist, 'client');
  const write = (name: string, text: string, compressed = false): void => {
    const path = join(client, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    if (!compressed) return;
    writeFileSync(`${path}.br`, brotliCompressSync(text));
    writeFileSync(`${path}.gz`, gzipSync(text));
  };
  write('index.html', '<!doctype html><title>Accueil</title><p>Bonjour', true);
  write(
    's/demo/petite/index.html',
    '<!doctype html><style>p{color:red}</style><script>window.a=1</script><script type="application/json">{}</script><script src="/x.js"></script><p>Écran',
    true,
  );
  write('404.html', '<!doctype html><p>Introuvable');
  write('_astro/app.abc123.js', `export default ${JSON.stringify('x'.repeat(2000))}`, true);
  write('images/carte.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  write(`contenu/${smallContent.scenario.id}/${smallContent.scenario.hash}.json`, JSON.stringify(smallContent));
  writeFileSync(join(dist, 'imitated-names.json'), JSON.stringify(['caf', 'ants', 'ameli']));
  writeFileSync(join(dist, 'secret.txt'), 'not for anyone');
  return { dist, remove: () => rmSync(dist, { recursive: true, force: true }) };
}
