import { createHash } from 'node:crypto';

/**
 * The one script that stands in the page itself: it must run before the first paint (chosen theme) and needs no
 * request. It also brings the font once the page is usable (a desk says when: `replique:rest`), and serves the clear/dark switch. Kept in ES5: an old
 * phone that cannot read it still has the page.
 */
export const headScript = [
  '(function(){var r=document.documentElement,k="replique.theme";',
  'try{var t=localStorage.getItem(k);if(t==="dark"||t==="light")r.dataset.theme=t}catch(e){}',
  'var f=function(){r.dataset.font=""};addEventListener("replique:rest",f);',
  'addEventListener("load",function(){if(document.querySelector("astro-island"))setTimeout(f,9e3);else ',
  'window.requestIdleCallback?requestIdleCallback(f,{timeout:2000}):setTimeout(f,200)});',
  'addEventListener("click",function(e){if(!e.target.closest||!e.target.closest("[data-theme-switch]"))return;',
  'var d=r.dataset.theme||(matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light");',
  'r.dataset.theme=d==="dark"?"light":"dark";try{localStorage.setItem(k,r.dataset.theme)}catch(e){}})})()',
].join('');

/** For the content-security policy. */
export const headScriptHash = `sha256-${createHash('sha256').update(headScript).digest('base64')}` as const;
