import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumArguments, ensureChromium } from '../../support/chromium.ts';
import type { Site } from '../../support/site.ts';
import { type Exit, startExit } from '../exit.ts';
import type { Marker } from '../markers.ts';
import type { Finder } from './finder.ts';
import { type Stores, storesOf } from './stores.ts';

/**
 * What Chromium asks its maker on its own account (what forms are made of, who is signed in) is not the page's doing, and
 * is turned off: then whatever leaves is the page's. Given once more, the list of features replaces Playwright's, which
 * stands here whole.
 */
const quietArguments = (origin: string): readonly string[] => [
  `--disable-features=${[
    'AutofillServerCommunication',
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsUpgrades',
    'HttpsFirstBalancedModeAutoEnable',
    'LensOverlay',
    'MediaRouter',
    'PaintHolding',
    'ThirdPartyStoragePartitioning',
    'AvoidCorsURLLoaderRestartOnRedirect',
    'OptimizationHints',
    'NetworkTimeServiceQuerying',
    'AimEnabled',
    'PreconnectToSearch',
    'SkipListAccountsWithoutGaiaCookies',
  ].join()}`,
  `--gaia-url=${origin}`,
  `--component-updater=url-source=${origin}/404`,
];

/** Where something typed was found again. */
export interface Leak {
  readonly marker: Marker;
  readonly place: string;
  readonly encoding: string;
}

/** A browser whose every trace is kept: what it sent, said, stored and wrote in its profile folder. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly exit: Exit;
  /** Reads the device's stores now. */
  look(whole?: boolean): Promise<Stores>;
  /** Closes the browser; from then on its profile can be read. */
  close(): Promise<void>;
  /** All that was seen, place by place. The profile's files when it is closed. */
  traces(): Iterable<Trace>;
  /** "GET http://elsewhere/": what was asked of another origin. */
  foreign(): readonly string[];
  /** Throws the profile away. */
  forget(): void;
}

/** `text`: words and data, in which a short marker counts too. */
export type Trace = { readonly place: string } & ({ readonly bytes: Buffer } | { readonly text: string });

export async function watch(
  site: Pick<Site, 'origin'>,
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<Watched> {
  const exit = await startExit(site);
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  // The browser's own look at passwords: a blinded print of each goes to its maker, who says whether it was stolen once.
  mkdirSync(join(profile, 'Default'));
  writeFileSync(
    join(profile, 'Default/Preferences'),
    JSON.stringify({ profile: { password_manager_leak_detection: false } }),
  );
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    args: [...chromiumArguments, ...quietArguments(site.origin)],
    // Loopback addresses too: nothing goes round the proxy.
    proxy: { server: exit.address, bypass: '<-loopback>' },
    baseURL: site.origin,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    locale: 'fr-FR',
    timezoneId: 'Pacific/Chatham',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const said: string[] = [];
  const frames: (string | Buffer)[] = [];
  const files: Buffer[] = [];
  const reading: Promise<unknown>[] = [];
  const seen = new Map<string, Set<string>>();
  const keep = (place: string, text: string) => seen.set(place, (seen.get(place) ?? new Set()).add(text));
  context.on('console', (message) => said.push(message.text()));
  context.on('weberror', (error) => said.push(String(error.error().stack)));
  const follow = (page: Page) => {
    page.on('framenavigated', (frame) => keep('history', frame.url()));
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => frames.push(payload)));
    page.on('download', (download) => {
      keep('downloads', `${download.url()} ${download.suggestedFilename()}`);
      // One that was given up has no file.
      const read = download.path().then((path) => void files.push(readFileSync(path)));
      reading.push(read.catch(() => undefined));
    });
  };
  context.on('page', follow);
  const page = context.pages()[0] ?? (await context.newPage());
  follow(page);

  let closed = false;
  return {
    page,
    context,
    exit,
    async look(whole = false) {
      const stores = await storesOf(page, whole);
      for (const [place, text] of Object.entries(stores)) keep(place, text);
      return stores;
    },
    async close() {
      if (closed) return;
      closed = true;
      // Its files go with the browser.
      await Promise.all(reading);
      await context.close();
      await exit.close();
    },
    *traces() {
      for (const { method, url, head, body } of exit.sent) {
        yield { place: 'request address', text: `${method} ${url}` };
        yield { place: 'request headers', bytes: head };
        if (body.length > 0) {
          const path = URL.parse(url)?.pathname ?? url;
          const plain = isZipped(body) ? gunzipSync(body) : body;
          yield { place: `request body (${method} ${path})`, text: plain.toString('latin1') };
        }
      }
      for (const payload of frames) yield { place: 'websocket', text: payload.toString('latin1') };
      for (const bytes of files) yield { place: 'download contents', bytes };
      for (const words of said) yield { place: 'console', text: words };
      for (const [place, texts] of seen) for (const text of texts) yield { place, text };
      if (closed) for (const path of filesIn(profile)) yield { place: `profile`, bytes: readFileSync(path) };
    },
    foreign: () => exit.sent.filter(({ foreign }) => foreign).map(({ method, url }) => `${method} ${url}`),
    forget: () => rmSync(profile, { recursive: true, force: true }),
  };
}

const isZipped = (body: Buffer): boolean => body[0] === 0x1f && body[1] === 0x8b;

export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

/** A search, place after place. */
export interface Search {
  readonly leaks: Leak[];
  /** Pieces looked at, by place. */
  readonly looked: Map<string, number>;
}

export function search(traces: Iterable<Trace>, finder: Finder, { leaks, looked }: Search): void {
  const known = new Set<string>();
  for (const trace of traces) {
    looked.set(trace.place, (looked.get(trace.place) ?? 0) + 1);
    for (const { marker, encoding } of 'text' in trace ? finder.inText(trace.text) : finder.inBytes(trace.bytes)) {
      const key = `${marker.id} ${trace.place} ${encoding}`;
      if (known.has(key)) continue;
      known.add(key);
      leaks.push({ marker, place: trace.place, encoding });
    }
  }
}
