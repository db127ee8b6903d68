/**
 * Asks the browser to keep the site for the days without network. After the page has loaded, so as not to take the
 * line from what the learner waits for; nothing happens over plain http, where browsers have no worker.
 */
if ('serviceWorker' in navigator)
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => undefined); // practice goes on, online only
  });
