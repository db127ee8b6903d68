import { createHash } from 'node:crypto';

/**
 * Asks the browser to keep the site for the days without network; it begins with all that the page needs, so it waits
 * for that. Nothing happens over plain http, where browsers have no worker, nor in development, which has none to offer.
 */
const keepSite = 'if("serviceWorker"in navigator)navigator.serviceWorker.register("/sw.js").catch(function(){});';

/** Where `src/leaving` is served: built to this address (build/leaving-script.ts), read as it is in development. */
export const leavingScript = import.meta.env.PROD ? '/leaving.js' : '/src/leaving/main.ts';

/**
 * The one script that stands in the page itself: it must run before the first paint (chosen theme) and needs no
 * request. Once the page is usable (a desk says when: `replique:rest`) it brings the font and the offline worker, and on a
 * desk « Effacer et partir »; it serves the clear/dark switch. Kept in ES5: an old phone that cannot read it still has the page.
 */
export const headScript = [
  '(function(){var r=document.documentElement,k="replique.theme";',
  'try{var t=localStorage.getItem(k);if(t==="dark"||t==="light")r.dataset.theme=t}catch(e){}',
  'var f=function(){r.dataset.font=""},w=function(){',
  import.meta.env.PROD ? keepSite : '',
  `},p=function(){var e=document.createElement("script");e.type="module";e.src="${leavingScript}";r.appendChild(e);f()};`,
  'addEventListener("replique:rest",function(){p();w()});',
  'addEventListener("load",function(){if(document.querySelector("astro-island")){setTimeout(p,9e3);return}w();',
  'window.requestIdleCallback?requestIdleCallback(f,{timeout:2000}):setTimeout(f,200)});',
  'addEventListener("click",function(e){if(!e.target.closest||!e.target.closest("[data-theme-switch]"))return;',
  'var d=r.dataset.theme||(matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light");',
  'r.dataset.theme=d==="dark"?"light":"dark";try{localStorage.setItem(k,r.dataset.theme)}catch(e){}})})()',
].join('');

/** For the content-security policy. */
export const headScriptHash = `sha256-${createHash('sha256').update(headScript).digest('base64')}` as const;
