/**
 * What `/leaving.js` runs (build/leaving-script.ts): on learners' pages at once, on a desk once nothing more is waited
 * for. The style comes with it: a desk's first bytes are counted.
 */
import style from './leaving.css?inline';
import { watchLeaving } from './watch.ts';

if ('adoptedStyleSheets' in document) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
void watchLeaving();
