import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { fileOf } from '../../build/site-files.ts';
import { client, deskPages, htmlOf, pages } from './built-site.ts';

const policyOf = (page: string): string =>
  (/http-equiv="content-security-policy" content="([^"]+)"/i.exec(htmlOf(page))?.[1] ?? '').replaceAll('&#39;', "'");

describe('pages that were built', () => {
  it.each(pages)('%s says that it is an exercise, and asks not to be indexed', (page) => {
    const html = htmlOf(page);
    expect(/<title>([^<]*)<\/title>/.exec(html)?.[1]).toContain('Entraînement');
    expect(html).toMatch(/<meta name="robots" content="[^"]*noindex/);
  });

  it.each(pages)('%s talks to its own origin only', (page) => {
    const policy = policyOf(page);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-/);
    const remote = [...htmlOf(page).matchAll(/(?:href|src|action)="((?:https?:)?\/\/[^"]+)"/g)].map(
      (found) => found[1],
    );
    expect(remote).toEqual([]);
  });

  it.each(deskPages)('%s can send no form, and its fields say nothing to the browser', (page) => {
    expect(policyOf(page)).toContain("form-action 'none'");
    const fields = [...htmlOf(page).matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map((found) => found[0]);
    expect(fields.filter((field) => /\sname=/.test(field) && !/type="radio"/.test(field))).toEqual([]);
    const typed = fields.filter(
      (field) => !/type="(?:radio|checkbox|button|submit)"/.test(field) && !/<select/.test(field),
    );
    expect(typed.filter((field) => !/autocomplete="(?:off|new-password|one-time-code)"/i.test(field))).toEqual([]);
    expect(typed.filter((field) => !/spellcheck="false"/i.test(field))).toEqual([]);
  });

  it.each(pages)('%s has no link to a page that is not there', (page) => {
    const links = [...htmlOf(page).matchAll(/<a\b[^>]*\shref="(\/[^"#?]*)/g)].map((found) => found[1] ?? '');
    const drawnOnRequest = /^\/(formateur|concepteur|rejoindre|api)(\/|$)/;
    const there = (link: string): boolean =>
      [link, `${link}/`, `${link}.html`].some((path) => existsSync(fileOf(client, path))) || drawnOnRequest.test(link);
    expect([...new Set(links)].filter((link) => !there(link))).toEqual([]);
  });

  it.each(pages)('%s is valid HTML', async (page) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      elements: ['html5', { 'astro-island': { flow: true, phrasing: true } }],
      rules: {
        // What the compiler writes, and what React and Astro are free to write, is not ours to style.
        'no-inline-style': 'off',
        'doctype-style': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
        'long-title': 'off',
        'require-sri': 'off',
        'valid-autocomplete': 'off',
      },
    });
    const report = await validator.validateString(htmlOf(page));
    const faults = report.results.flatMap(({ messages }) =>
      messages.map((fault) => `${fault.ruleId}: ${fault.message}`),
    );
    expect([...new Set(faults)]).toEqual([]);
  });
});

describe('scripts that learners load', () => {
  const scripts = globSync('_astro/*.js', { cwd: client });

  it.each(scripts)('%s carries no zod, no database and no scenario parser', (script) => {
    const code = readFileSync(join(client, script), 'utf8');
    for (const trace of ['ZodError', 'better-auth', 'YAMLParseError', 'kysely']) expect(code).not.toContain(trace);
  });

  it('exist, compressed twice', () => {
    expect(scripts.length).toBeGreaterThan(0);
    const bare = scripts.filter((name) => readFileSync(join(client, name)).length >= 256);
    expect(
      bare.filter((name) => !existsSync(join(client, `${name}.br`)) || !existsSync(join(client, `${name}.gz`))),
    ).toEqual([]);
  });

  it('are all in the offline worker when a desk needs them', () => {
    const worker = readFileSync(join(client, 'sw.js'), 'utf8');
    for (const page of deskPages) expect(worker).toContain(`"${page}":[`);
    expect(worker).not.toContain('/api/');
  });
});
