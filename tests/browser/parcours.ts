import { type ConsoleMessage, expect, type Locator, type Page } from '@playwright/test';

/** Panes of the desk, as their tabs name them. */
export type Volet = 'Site' | 'Papiers' | 'Téléphone' | 'Mails' | 'Courrier' | 'Coach';

/**
 * A learner at the desk, in the learner's words. Finds what it acts on as they do: by the labels they read.
 * It listens to the page: a word on the console or a request that leaves the site fails `fermer`.
 */
export class Parcours {
  readonly page: Page;
  readonly #scenario: string;
  readonly #faults: string[] = [];

  constructor(page: Page, scenario: string) {
    this.page = page;
    this.#scenario = scenario;
    page.on('console', this.#hear);
    page.on('pageerror', this.#catch);
  }

  readonly #hear = (message: ConsoleMessage) => {
    if (message.type() === 'error' || message.type() === 'warning') this.#faults.push(`console: ${message.text()}`);
  };
  readonly #catch = (error: Error) => this.#faults.push(`page: ${error.message}`);

  /** The drawn site. */
  get fenetre(): Locator {
    return this.page.getByRole('region', { name: 'Le site (imité)' });
  }

  /**
   * Opens the exercise. `demande` is what a trainer's link carries: `persona=karim&conditions=slow`. In the usual words
   * unless it says otherwise: a drawn wording would change labels from one test to the next.
   */
  async ouvrir(demande = ''): Promise<void> {
    const asked = new URLSearchParams(demande);
    if (!asked.has('variante')) asked.set('variante', '');
    await this.page.goto(`/s/${this.#scenario}/?${asked}`);
    await this.pret();
  }

  /** Waits until the exercise lives: before that the page can be read and typed in, and nothing more. */
  async pret(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector('[data-ready=true]') !== null);
  }

  /** The input under a label. */
  champ(label: string | RegExp): Locator {
    return this.fenetre.getByLabel(label, { exact: typeof label === 'string' }).first();
  }

  async remplir(label: string | RegExp, valeur: string): Promise<void> {
    await this.champ(label).fill(valeur);
    await this.champ(label).blur();
  }

  /** Ticks a box, or chooses a radio. Within `question` when several share a label (« Oui »). */
  async choisir(choix: string | RegExp, question?: string | RegExp): Promise<void> {
    const where = question === undefined ? this.fenetre : this.fenetre.getByRole('group', { name: question });
    await where.getByLabel(choix, { exact: typeof choix === 'string' }).check();
  }

  /** Presses a button or a link of the site, and waits until the site has answered. */
  async appuyer(nom: string | RegExp): Promise<void> {
    await this.fenetre.getByRole('button', { name: nom, exact: typeof nom === 'string' }).click();
    await this.repos();
  }

  /** All that the exercise may need has come: it now goes on without a network. The font waits for the same moment. */
  async toutEstLa(): Promise<void> {
    await this.page.waitForFunction(() => 'font' in document.documentElement.dataset);
    await this.page.waitForLoadState('networkidle');
  }

  /** The site neither loads nor calls. Looked at with each frame: `expect` would come back after a tenth of a second. */
  async repos(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector('[data-busy=true]') === null);
  }

  /** The site neither loads nor calls, and shows this screen; or the run has ended with this meaning. */
  async montre(ecran: string, fin?: string): Promise<void> {
    const seen = fin === undefined ? `[data-screen="${ecran}"]` : `[data-meaning="${fin}"]`;
    await this.page
      .waitForFunction(
        (there) => document.querySelector('[data-busy=true]') === null && document.querySelector(there) !== null,
        seen,
        { timeout: 10_000 },
      )
      .catch(async (error) => {
        const shown = await this.page.locator('[data-screen], [data-meaning]').first().innerText({ timeout: 1000 });
        throw new Error(`« ${ecran} » never shows, but: ${shown}`, { cause: error });
      });
  }

  async deplier(titre: string | RegExp): Promise<void> {
    await this.fenetre.locator('summary').filter({ hasText: titre }).click();
  }

  /** Chooses one of the persona's documents for a file field. */
  async joindre(champ: string, document: string | RegExp): Promise<void> {
    await this.fenetre.getByRole('button', { name: new RegExp(`document : ${champ}`) }).click();
    await this.fenetre.getByRole('button', { name: document }).click();
  }

  /** Opens a pane of the desk. */
  async volet(nom: Volet): Promise<void> {
    const tab = this.page.getByRole('navigation', { name: 'Autour du site' }).getByRole('button', { name: nom });
    await tab.click();
    // Who looks at once whether the site shows would see it as it was before.
    await expect(tab).toHaveAttribute('aria-current', 'true');
  }

  /** On a phone one pane at a time: back to the site. Nothing to do on a wide screen. */
  async revenirAuSite(): Promise<void> {
    if (!(await this.page.locator('[data-screen], [data-meaning]').first().isVisible())) await this.volet('Site');
  }

  /** Reads the newest six-digit code in the mailbox, as a person does: opens the mail and reads it. */
  async lireLeCode(sujet: string | RegExp = /code/i): Promise<string> {
    const code = /\b(\d{6})\b/.exec(await (await this.#ouvrirLeMail(sujet)).innerText())?.[1];
    expect(code, 'no six-digit code in the mail').toBeDefined();
    await this.revenirAuSite();
    return code ?? '';
  }

  /** Reads what may be copied from the newest mail of that subject: a code, a number. */
  async lireDansLeMail(sujet: string | RegExp, quoi: string): Promise<string> {
    const lu = await (await this.#ouvrirLeMail(sujet)).locator(`[data-item="${quoi}"]`).innerText();
    await this.revenirAuSite();
    return lu;
  }

  async #ouvrirLeMail(sujet: string | RegExp): Promise<Locator> {
    await this.volet('Mails');
    const pane = this.page.locator('div[data-pane=mail]').last();
    const back = pane.getByRole('button', { name: 'Retour aux messages' });
    if (await back.isVisible()) await back.click();
    // Messages of the run have a rank (« code#2 »); those that stood there before do not. It may still be on its way.
    await pane.locator('button[data-key*="#"]').filter({ hasText: sujet }).first().click({ timeout: 20_000 });
    return pane;
  }

  async reculer(): Promise<void> {
    await this.page.goBack();
    await this.repos();
  }

  /** Reloads the real page, as F5 does. */
  async recharger(): Promise<void> {
    await this.page.reload();
    await this.pret();
    await this.repos();
  }

  /** The title of the screen that the learner sees. */
  async estSur(titre: string | RegExp): Promise<void> {
    await expect(this.fenetre.getByRole('heading', { level: 1 })).toHaveText(titre);
  }

  async voit(texte: string | RegExp): Promise<void> {
    await expect(this.page.getByText(texte).filter({ visible: true }).first()).toBeVisible();
  }

  /** The run has ended with this title. */
  async aFini(titre: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: titre })).toBeVisible();
    await expect(this.fenetre).toHaveCount(0);
  }

  /** What must never have happened. */
  fermer(): void {
    this.page.off('console', this.#hear);
    this.page.off('pageerror', this.#catch);
    expect(this.#faults).toEqual([]);
  }
}
