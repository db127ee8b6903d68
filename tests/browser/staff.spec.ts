import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type Site, startSite } from '../support/site.ts';
import { violations } from './axe.ts';
import { standsWithLargeLetters, tooWide } from './examine.ts';

const scenario = 'caf/declaration-trimestrielle';
const password = 'quatre mots au hasard';
const hex = (bytes: number) => randomBytes(bytes).toString('hex');

/** A server of one's own: these tests make the first trainer. */
let site: Site;
let groupPath = '';
let code = '';
test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.beforeAll(async () => {
  site = await startSite({ env: { ALLOWED_HOSTS: 'lan.test' } });
});
test.afterAll(() => site.stop());

/** Each page once at each width; light on one, dark on the other. */
const views = [
  { colorScheme: 'light', size: { width: 1280, height: 800 } },
  { colorScheme: 'dark', size: { width: 360, height: 740 } },
] as const;

async function isAccessible(page: Page): Promise<void> {
  for (const { colorScheme, size } of views) {
    // A colour on its way to another is neither.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState === 'finished'));
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page), 'nothing sticks out').toEqual([]);
  }
  await standsWithLargeLetters(page, page.url());
}

/** What the page's own browser gets: it alone knows the name of the plain-http network. */
const ask = (page: Page, path: string) =>
  page.evaluate(async (asked) => {
    const answer = await fetch(asked);
    return { status: answer.status, text: answer.ok ? await answer.text() : '' };
  }, path);

async function signIn(page: Page, name: string, origin = site.lanOrigin): Promise<void> {
  await page.goto(`${origin}/formateur/connexion`);
  await page.getByLabel('Votre nom').fill(name);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('button', { name: 'Se déconnecter' })).toBeVisible();
}

async function invited(page: Page, role: string, context: BrowserContext, name: string): Promise<Page> {
  await page.goto(`${site.lanOrigin}/formateur/equipe`);
  await page.getByLabel(role).check();
  await page.getByRole('button', { name: 'Créer un lien d’invitation' }).click();
  const link = await page.locator('#adresse').textContent();
  const other = await context.newPage();
  await other.goto(link ?? '');
  await other.getByLabel('Votre nom').fill(name);
  await other.getByLabel('Choisissez un mot de passe').fill(password);
  await other.getByRole('button', { name: 'Créer mon compte' }).click();
  await expect(other.getByRole('button', { name: 'Se déconnecter' })).toBeVisible();
  return other;
}

const join = async (body: object) =>
  (
    await fetch(`${site.origin}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).json();

/** A device of its own, as the recorder speaks for it; `as`: who it is in the group. */
function recorder(as: object = {}) {
  const hash = readdirSync(`dist/client/contenu/${scenario}`).map((file) => file.split('.')[0])[0];
  const [run, secret, mine, edition] = [hex(16), hex(16), hex(16), `${scenario}@${hash}`];
  let seq = 0;
  const send = async (...happenings: readonly object[]) => {
    const events = happenings.map((happening) => ({ ...happening, run, seq, at: seq++ * 1000 }));
    const body = JSON.stringify({ run, secret, scenario: edition, device: mine, ...as, events });
    const answer = await fetch(`${site.origin}/api/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([answer.status, await answer.json()]).toEqual([200, { stored: happenings.length, refused: [] }]);
  };
  const started = (variant: string | null) => ({
    type: 'RunStarted',
    scenario: edition,
    persona: 'amina',
    variant,
    level: 'guide-moi',
    conditions: [],
    screenSize: 'phone',
    pointer: 'touch',
  });
  return { run, send, started };
}

/** A learner of the group who has just begun. */
async function device(nickname: string) {
  const { learner, token } = (await join({ code, nickname })) as { learner: string; token: string };
  const { run, send, started } = recorder({ learner, token });
  await send(started(null), { type: 'ScreenShown', screen: 'connexion' });
  return { run, send };
}

/** Somebody who practises outside any group. */
async function alone(variant: string | null, ...happenings: readonly object[]): Promise<void> {
  const { send, started } = recorder();
  await send(started(variant), ...happenings);
}

test('the first trainer comes in by a link that works once, on a plain-http network', async ({ page }) => {
  const path = /\/formateur\/lien\/[\w-]+/.exec(site.said())?.[0] ?? '';
  await page.goto(site.lanOrigin + path);
  await isAccessible(page);
  await page.getByLabel('Votre nom').fill('Nadia');
  await page.getByLabel('Choisissez un mot de passe').fill(password);
  await page.getByRole('button', { name: 'Créer mon compte' }).click();
  await expect(page.getByRole('heading', { name: 'Mes groupes' })).toBeVisible();
  await isAccessible(page);
  await page.goto(site.lanOrigin + path);
  await expect(page.getByRole('heading', { name: 'Ce lien ne marche plus' })).toBeVisible();
});

test('a group, its card, its learners and who is stuck, without touching the page', async ({ page }) => {
  await signIn(page, 'nadia');
  await page.getByLabel('Nom du groupe').fill('Jeudi <b>matin</b>');
  await page.getByRole('button', { name: 'Créer le groupe' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jeudi <b>matin</b>');
  await expect(page.getByText('Personne n’est encore entré.')).toBeVisible();
  await isAccessible(page);
  await page.getByLabel('Démarche à pratiquer', { exact: true }).and(page.getByRole('combobox')).selectOption(scenario);
  await page.getByRole('button', { name: 'Donner au groupe' }).click();
  groupPath = new URL(page.url()).pathname;
  code = (await page.locator('.code--big').textContent()) ?? '';
  expect(await join({ code })).toMatchObject({ group: { name: 'Jeudi <b>matin</b>' }, assignment: { scenario } });

  await expect(page.getByText('En direct')).toBeVisible();
  const mesange = await device('Mésange');
  const room = page.getByRole('table', { name: 'Tout le groupe' });
  await expect(room.getByRole('row', { name: /Mésange/ })).toContainText('Se connecter');
  await mesange.send({ type: 'StuckOpened', screen: 'connexion', field: 'nir', rules: ['same-rule-again'] });
  await expect(page.getByRole('listitem').filter({ hasText: 'Mésange' }).first()).toContainText(
    /Bloqué·e depuis .* : « .+ » est refusé plusieurs fois/,
  );
  await expect(page.getByRole('status').filter({ hasText: 'Mésange est bloqué·e.' })).toHaveCount(1);
  await (await device('Cerisier')).send({ type: 'HandRaised', screen: 'connexion' });
  await expect(page.locator('[data-urgent]').first()).toContainText('Cerisier');
  await isAccessible(page);
  // A card a person on a phone, and not a table undone.
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.locator('.room td').first()).toHaveCSS('border-top-width', '0px');
  await expect(page.locator('.room caption')).toHaveCSS('display', 'block');

  const { text: csv } = await ask(page, `${groupPath}/tableau.csv`);
  expect(csv).toContain('essai;Mésange;');
  expect(csv).toContain('aide_aux_demarches_administratives');
  await page.getByRole('link', { name: 'Carte à imprimer ou à projeter' }).click();
  await expect(page.getByText(code)).toBeVisible();
  await isAccessible(page);
});

test('what is another’s does not exist', async ({ page, browser }) => {
  await signIn(page, 'Nadia');
  for (const [role, name] of [
    ['Formateur ou formatrice', 'Paul'],
    ['Concepteur ou conceptrice', 'Inès'],
  ] as const) {
    const context = await browser.newContext();
    const other = await invited(page, role, context, name);
    for (const under of ['', '/carte', '/effacer', '/tableau', '/tableau.csv', '/flux']) {
      expect((await ask(other, groupPath + under)).status, `${name} ${under}`).toBe(404);
    }
    const team = await ask(other, '/formateur/equipe');
    expect(team.status).toBe(name === 'Paul' ? 200 : 404);
    await context.close();
  }
  await isAccessible(page);
  const stranger = await fetch(site.origin + groupPath, { redirect: 'manual' });
  expect([stranger.status, stranger.headers.get('location')]).toEqual([
    303,
    `/formateur/connexion?vers=${encodeURIComponent(groupPath)}`,
  ]);
});

test('what a learner did is erased on demand, without scripts, once the trainer is sure', async ({ page, browser }) => {
  const { run } = await device('Dune');
  await device('Corail');
  await signIn(page, 'Nadia');
  await page.goto(`${site.lanOrigin}${groupPath}/effacer`);
  await isAccessible(page);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await signIn(plain, 'Nadia');
  await plain.goto(site.lanOrigin + groupPath);
  await plain.locator('summary', { hasText: 'Gérer le groupe' }).click();
  await plain.getByRole('link', { name: 'Effacer des essais' }).click();

  await plain.getByLabel('Code personnel, ou code d’un essai').fill('0'.repeat(32));
  await plain.getByRole('button', { name: 'Chercher' }).click();
  await expect(plain.getByRole('alert')).toContainText(
    'Aucun essai de ce groupe, ni hors de tout groupe, n’a ce code.',
  );
  await plain.getByLabel('Code personnel, ou code d’un essai').fill(run);
  await plain.getByRole('button', { name: 'Chercher' }).click();
  await expect(plain.getByRole('heading', { name: 'Effacer cet essai de Dune ?' })).toBeVisible();
  await expect(plain.getByText('On ne peut pas revenir en arrière.')).toBeVisible();
  await plain.getByRole('link', { name: 'Non, ne rien effacer' }).click();
  expect((await ask(page, `${groupPath}/tableau.csv`)).text).toContain(run);
  await plain.goto(`${site.lanOrigin}${groupPath}/effacer`);
  await plain.getByRole('link', { name: 'Dune un essai' }).click();
  await plain.getByLabel(run).check();
  await plain.getByRole('button', { name: 'Continuer' }).click();
  await plain.getByRole('button', { name: 'Oui, effacer cet essai' }).click();
  await expect(plain.getByRole('status')).toHaveText('L’essai est effacé.');
  expect((await ask(page, `${groupPath}/tableau.csv`)).text).not.toContain('essai;Dune;');

  await page.getByRole('link', { name: /Corail/ }).click();
  await isAccessible(page);
  await page.getByLabel(/^Tout : un essai/).check();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('heading', { name: 'Effacer tout ce qu’a fait Corail ?' })).toBeVisible();
  await isAccessible(page);
  await page.getByRole('button', { name: 'Oui, tout effacer' }).click();
  await expect(page.getByRole('status')).toHaveText('Tout ce qu’a fait Corail est effacé.');
  await expect(page.getByRole('link', { name: /Corail/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /Dune/ })).toContainText('aucun essai');
  await context.close();
});

test('a form from another site is refused', async () => {
  const form = new URLSearchParams({ nom: 'Nadia', 'mot-de-passe': password });
  const answer = await fetch(`${site.origin}/formateur/connexion`, {
    method: 'POST',
    body: form,
    headers: { origin: 'https://ailleurs.example' },
  });
  expect(answer.status).toBe(403);
});

test('a designer sees that eleven people are needed', async ({ page }) => {
  await signIn(page, 'Inès');
  await isAccessible(page);
  await page.goto(`${site.lanOrigin}/concepteur/${scenario}`);
  await expect(page.getByRole('heading', { name: 'Pas encore assez de monde' })).toBeVisible();
  await isAccessible(page);
});

test('a designer compares two wordings, and is told when nothing may be concluded', async ({ page }) => {
  const shown = (screen: string) => ({ type: 'ScreenShown', screen });
  const left = (screen: string) => ({ type: 'RunLeft', screen, reason: 'other' });
  const ended = { type: 'RunEnded', screen: 'mot-de-passe-oublie', ending: 'enregistree' };
  const many = (count: number, variant: string | null, ...steps: readonly object[]) =>
    Promise.all(Array.from({ length: count }, () => alone(variant, shown('connexion'), ...steps)));
  await many(20, null, shown('mot-de-passe-oublie'), ended);
  await many(15, null, shown('mot-de-passe-oublie'), left('mot-de-passe-oublie'));
  await many(10, 'mots-simples', shown('mot-de-passe-oublie'), ended);
  await signIn(page, 'Inès');
  const address = `${site.lanOrigin}/concepteur/${scenario}`;
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Pas encore assez de monde pour comparer' })).toBeVisible();
  expect((await ask(page, `${address}/chiffres.csv`)).text).not.toContain('Mots habituels');
  await isAccessible(page);

  await many(25, 'mots-simples', shown('mot-de-passe-oublie'), ended);
  await many(12, 'mots-simples', shown('mot-de-passe-oublie'), left('mot-de-passe-oublie'));
  await page.reload();
  const variant = page.getByRole('article', { name: 'Variante « mots-simples »' });
  await expect(variant.getByRole('cell', { name: 'Numéro écrit sur votre carte Vitale' })).toBeVisible();
  await expect(variant).toContainText(
    // A sign is tied to its word.
    /Vont au bout\s*On ne peut pas conclure\s: le vrai écart est entre −3 et \+37 points/,
  );
  await expect(variant).toContainText('35 arrivent, 15 s’arrêtent : 43 %');
  await expect(variant).toContainText('47 arrivent, 12 s’arrêtent : 26 %');
  await isAccessible(page);
  await expect(variant.locator('.rewordings caption'), 'on a phone, not a letter a line').toHaveCSS('display', 'block');

  await many(60, 'mots-simples', shown('mot-de-passe-oublie'), ended);
  await page.reload();
  await expect(variant).toContainText(
    /Plus de gens vont au bout avec «\smots-simples\s»\s: de \d+ à \d+ points de plus/,
  );
  await expect(variant).toContainText('Moins de gens s’arrêtent ici avec « mots-simples »');
  const { text: csv } = await ask(page, `${address}/chiffres.csv`);
  expect(csv).toContain('Mots habituels;Mot de passe oublié;;s’arrêtent ici;15;35;0,4286;');
  expect(csv).toContain('mots-simples;Mot de passe oublié;;s’arrêtent ici;12;107;0,1121;');
  expect(csv).toMatch(/mots-simples;;;écart avec les mots habituels : vont au bout;;;0,\d+;0,\d+;0,\d+;Plus de gens/);

  // Late filers are done too. 142 started: 20 + 95 ended on time, then 30 + 30 more late: 175 of 202.
  const late = { ...ended, ending: 'enregistree-en-retard' };
  await many(30, null, shown('mot-de-passe-oublie'), late);
  await many(30, 'mots-simples', shown('mot-de-passe-oublie'), late);
  await page.reload();
  await expect(page.locator('.figures__one', { hasText: 'sont allées au bout' })).toContainText('87 %');
  const { text: after } = await ask(page, `${address}/chiffres.csv`);
  expect(after).toContain('Tous ensemble;;;vont au bout;175;202;0,8663;');
});

test('everything but watching works without scripts', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, 'Nadia');
  await page.getByLabel('Nom du groupe').fill('Sans script');
  await page.getByRole('button', { name: 'Créer le groupe' }).click();
  await expect(page.getByText('Personne n’est encore entré.')).toBeVisible();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
  await context.close();
});

test('a wrong password is said in a sentence, and the name typed stays', async ({ page }) => {
  await page.goto(`${site.lanOrigin}/formateur/connexion`);
  await expect(page.getByRole('button', { name: 'clé d’accès' })).toHaveCount(0);
  await isAccessible(page);
  await page.getByLabel('Votre nom').fill('Nadia');
  await page.getByLabel('Mot de passe', { exact: true }).fill('un autre mot de passe');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('alert')).toContainText('Nom ou mot de passe incorrect.');
  await expect(page.getByLabel('Votre nom')).toHaveValue('Nadia');
});

test('a passkey is added, then opens the account, where the context is secure', async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page, 'Nadia', site.origin);
  await page.goto(`${site.origin}/formateur/compte`);
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
  await expect(page.getByText('La clé d’accès est ajoutée.')).toBeVisible();
  await expect(page.getByText('Une clé d’accès ouvre ce compte.')).toBeVisible();
  await isAccessible(page);
  const device = async () =>
    (await page.context().cookies(`${site.origin}/formateur`)).some(({ name }) => name === 'replique.device');
  await page.getByRole('button', { name: 'Me déconnecter et oublier cet appareil' }).click();
  expect(await device()).toBe(false);
  await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click();
  await expect(page.getByRole('heading', { name: 'Mes groupes' })).toBeVisible();
  expect(await device()).toBe(true);

  await page.goto(`${site.origin}/formateur/compte`);
  await page.getByText('Supprimer cette clé : Clé ajoutée le').click();
  await page.getByRole('button', { name: 'Oui, supprimer cette clé' }).click();
  await expect(page.getByText('La clé est supprimée : elle n’ouvre plus ce compte.')).toBeVisible();
  await expect(page.getByText('Aucune clé d’accès pour ce compte.')).toBeVisible();
  await isAccessible(page);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click();
  await expect(page.getByText(/La clé d’accès n’a pas/)).toBeVisible();
});
