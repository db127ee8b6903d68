import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { precompress } from '../../../build/precompress.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Builds the peers that the replica is measured beside, compressed like the site. Returns their folder. */
export async function buildPeers(): Promise<string> {
  const folder = join(root, '.cache/bench/peers');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'govuk'), { recursive: true });
  const css = readFileSync(join(root, 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css'), 'utf8');
  // Its typeface is reserved to gov.uk, and fonts are counted apart.
  writeFileSync(join(folder, 'govuk/govuk-frontend.css'), css.replace(/@font-face\{[^}]*\}/g, ''));
  writeFileSync(join(folder, 'govuk/index.html'), govukPage(60));
  await build({
    root: join(import.meta.dirname, 'react'),
    base: '/react/',
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(folder, 'react'), emptyOutDir: true },
  });
  await precompress(folder);
  return folder;
}

/** A page of GOV.UK Frontend as its documentation writes it: labels, hints and inputs, no script. */
function govukPage(fields: number): string {
  const field = (at: number): string => `
        <div class="govuk-form-group">
          <label class="govuk-label" for="field-${at}">Amount received in month ${at}</label>
          <div id="hint-${at}" class="govuk-hint">As written on the payslip, before tax</div>
          <input class="govuk-input govuk-input--width-10" id="field-${at}" type="text" inputmode="decimal" aria-describedby="hint-${at}">
        </div>`;
  return `<!DOCTYPE html>
<html lang="en" class="govuk-template">
  <head>
    <meta charset="utf-8">
    <title>Statement of resources</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <link rel="stylesheet" href="/govuk/govuk-frontend.css">
  </head>
  <body class="govuk-template__body">
    <div class="govuk-width-container">
      <main class="govuk-main-wrapper" id="main-content">
        <h1 class="govuk-heading-l">Statement of resources</h1>
        <form>${Array.from({ length: fields }, (_, at) => field(at + 1)).join('')}
          <button type="submit" class="govuk-button">Continue</button>
        </form>
      </main>
    </div>
  </body>
</html>
`;
}
