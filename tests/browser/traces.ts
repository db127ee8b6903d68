import type { Page } from '@playwright/test';
import { learnerKey } from '#training';

/** In the page: something in every store that a page can write. */
export async function leaveTraces(trace: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('autre', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('choses').put(trace, 1);
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  database.close();
  await (await caches.open('autre')).put(`/s/${trace}/`, new Response(trace));
  // biome-ignore lint/suspicious/noDocumentCookie: read back by the test through the browser
  document.cookie = `autre=${trace}; path=/`;
  localStorage.setItem('autre', trace);
  sessionStorage.setItem('autre', trace);
  history.replaceState({ trace }, '');
  window.name = trace;
}

/** A learner has joined a group on this device: their card, as `/rejoindre/` keeps it. */
export async function join(page: Page, nickname = 'Tulipe', group = 'Jeudi matin'): Promise<void> {
  const card = { learner: 'a'.repeat(32), token: 'b'.repeat(64), nickname, group, assignment: null };
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [learnerKey, JSON.stringify(card)] as const);
}
