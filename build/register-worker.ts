/**
 * Asks the browser to keep the site for the days without network. After the page has loaded, and a desk has all it
 * needs (`replique:rest`), so as not to take the line from what the learner waits for; nothing happens over plain http,
 * where browsers have no worker.
 */
if ('serviceWorker' in navigator) {
  const register = () => {
    navigator.serviceWorker.register('/sw.js').catch(() => undefined); // practice goes on, online only
  };
  if (document.querySelector('astro-island')) addEventListener('replique:rest', register, { once: true });
  else addEventListener('load', register);
}
