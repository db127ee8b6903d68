import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Site, startSite } from '../support/site.ts';
import { clientOf, cookiesOf, firstToken, invite, openAccount, password } from './staff.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

it('a trainer for whom a colleague made a link is told who, and when; a device they know is not shut out', async () => {
  const nadia = await openAccount(site, firstToken(site), 'Nadia');
  const paul = await openAccount(site, await invite(nadia, 'trainer'), 'Paul');
  const team = (await nadia.get('/formateur/equipe')).text;
  const qui = /Paul[\s\S]*?name="qui" value="([^"]+)"/.exec(team)?.[1] ?? '';
  expect((await paul.get('/formateur')).text).not.toContain('a fait un lien');
  await nadia.send('/formateur/equipe', { action: 'mot-de-passe', qui });
  for (const path of ['/formateur', '/formateur/compte', '/concepteur']) {
    expect((await paul.get(path)).text, path).toMatch(/Nadia a fait un lien le .+ à .+\. Il n’a pas servi\./);
    expect((await nadia.get(path)).text, path).not.toContain('a fait un lien');
  }

  const signIn = (cookie = '', name = 'Nadia', typed = password) =>
    clientOf(site, cookie).send('/formateur/connexion', { nom: name, 'mot-de-passe': typed });
  const out = await nadia.send('/formateur/deconnexion', {});
  expect(out.headers.getSetCookie().join()).not.toContain('replique.device');
  const device = nadia.cookie.split('; ').find((each) => each.startsWith('replique.device=')) ?? '';
  expect(device).not.toBe('');
  // The room's address uses up its tries.
  for (let turn = 0; turn < 60; turn++) await signIn('', `Personne ${turn}`, 'au hasard');
  expect((await signIn()).status).toBe(429);
  const back = await signIn(device);
  expect(back.status).toBe(303);
  // Forgotten even when the session has ended meanwhile, in another tab or by itself.
  const ended = await clientOf(site, device).send('/formateur/deconnexion', { appareil: 'oublier' });
  expect(ended.status).toBe(303);
  expect(ended.headers.getSetCookie().join()).toMatch(/replique\.device=; Max-Age=0; Path=\/formateur/);
  const forgotten = await clientOf(site, cookiesOf(back)).send('/formateur/deconnexion', { appareil: 'oublier' });
  expect(forgotten.headers.getSetCookie().join()).toMatch(/replique\.device=; Max-Age=0; Path=\/formateur/);
});
