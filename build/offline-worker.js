// The offline worker. `build/offline.ts` puts the manifest in and writes it to the site as `sw.js`.
const manifest = /* manifest */ null;
const prefix = 'replique-';
const cacheName = prefix + manifest.version;
/** How long a page may be late before the copy is shown, in milliseconds. */
const patience = 4000;
const kept = new Set([...manifest.shell, ...Object.values(manifest.pages).flat()]);

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      await keep(manifest.shell);
      // Scenarios kept by an older version are kept by this one too, so that an update never takes one away.
      for (const old of await caches.keys()) {
        if (!old.startsWith(prefix) || old === cacheName) continue;
        for (const request of await (await caches.open(old)).keys()) await keepPage(new URL(request.url).pathname);
      }
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const old of await caches.keys()) if (old.startsWith(prefix) && old !== cacheName) await caches.delete(old);
      await self.clients.claim();
      // The page that installed the worker was opened before it could listen.
      for (const client of await self.clients.matchAll({ type: 'window' }))
        await keepPage(new URL(client.url).pathname);
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const path = request.mode === 'navigate' ? asPage(url.pathname) : url.pathname;
  if (!kept.has(path)) return;
  if (request.mode === 'navigate') {
    event.waitUntil(keepPage(path));
    event.respondWith(freshPage(request, path));
  } else {
    event.respondWith(copyFirst(request, path));
  }
});

/** "/s/x" and "/s/x/" are one page. */
function asPage(path) {
  return path.endsWith('/') || path.endsWith('.html') ? path : `${path}/`;
}

async function freshPage(request, path) {
  const copy = await (await caches.open(cacheName)).match(path);
  if (!copy) return fetch(request);
  const late = new Promise((done) => setTimeout(done, patience, copy));
  return Promise.race([fetch(request).catch(() => copy), late]);
}

async function copyFirst(request, path) {
  return (await (await caches.open(cacheName)).match(path)) ?? fetch(request);
}

async function keepPage(path) {
  const files = manifest.pages[asPage(path)];
  if (files) await keep(files).catch(() => undefined); // offline now: the next opening tries again
}

async function keep(files) {
  const cache = await caches.open(cacheName);
  const missing = [];
  for (const file of new Set(files)) if (!(await cache.match(file))) missing.push(file);
  await cache.addAll(missing);
}
