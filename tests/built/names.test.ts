import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cleanLabel } from '#training';
import { names } from '../fuzz/names.ts';
import { type Site, startSite } from '../support/site.ts';
import { type Client, firstToken, invite, openAccount, openGroup } from './staff.ts';

let site: Site;
let nadia: Client;
beforeAll(async () => {
  site = await startSite();
  nadia = await openAccount(site, firstToken(site), 'Nadia');
});
afterAll(() => site.stop());

/** What of a page would run: markup that came with a name. */
function broughtBy(html: string): readonly string[] {
  const { document } = new JSDOM(html).window;
  const ours = new Set(['script', 'img']);
  return [...document.querySelectorAll('main *')]
    .filter((each) => ours.has(each.localName) || [...each.attributes].some(({ name }) => /^on/.test(name)))
    .map((each) => each.outerHTML.slice(0, 120))
    .filter((html) => /alert|pirate|onerror/.test(html));
}

it('a group’s or a colleague’s name does no harm on any page, card, stream or sheet', async () => {
  let made = 0;
  for (const name of names) {
    const label = cleanLabel(name.toWellFormed().slice(0, 300));
    const group = await openGroup(nadia, name);
    if (label === null) {
      expect(group).toBe('');
      continue;
    }
    made += 1;
    for (const page of ['/formateur', group, `${group}/carte`, `${group}/effacer`, `${group}/tableau`]) {
      const { status, text } = await nadia.get(page);
      expect(status, page).toBe(200);
      expect(broughtBy(text), name).toEqual([]);
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      if (page !== `${group}/tableau`) expect(new JSDOM(text).window.document.body.textContent).toContain(label);
    }
    const sheet = await nadia.get(`${group}/tableau.csv`);
    expect(sheet.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.csv"$/);
    expect(sheet.text).not.toMatch(/(^|;|\n|")[=+@\t＝＋＠]/);
  }
  expect(made).toBeGreaterThan(20);

  const colleague = '"><img src=x onerror=alert(1)>';
  await openAccount(site, await invite(nadia, 'trainer'), colleague);
  const { text } = await nadia.get('/formateur/equipe');
  expect(broughtBy(text)).toEqual([]);
  expect(new JSDOM(text).window.document.body.textContent).toContain(colleague);
});

it('a nickname is one of the list, or refused', async () => {
  const group = await openGroup(nadia, 'Surnoms');
  const code = /[C-Y3-9]{4}-[C-Y3-9]{4}/.exec((await nadia.get(group)).text)?.[0] ?? '';
  for (const nickname of names) {
    const answer = await fetch(`${site.origin}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, nickname }),
    });
    const said = await answer.text();
    expect(said).not.toContain('"token"');
    expect([200, 400, 404, 409]).toContain(answer.status);
  }
  expect((await nadia.get(group)).text).not.toMatch(/alert\(1\)|pirate/);
});

it('markup that a name brought would be seen', () => {
  expect(broughtBy('<main><img src="x" onerror="alert(1)"></main>')).toHaveLength(1);
});
