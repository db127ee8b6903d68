import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './tests/support/chromium.ts';

const port = Number(process.env.SITE_PORT ?? 4448);
const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/browser/before.ts',
  projects: [
    { name: 'journeys', testMatch: '**/*.spec.ts' },
    // What no play met is asked only when all of them were driven.
    ...(process.env['EXAMPLES'] === 'all'
      ? [{ name: 'after', testMatch: '**/*.after.ts', dependencies: ['journeys'] }]
      : []),
  ],
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  // A browser on a machine that does other work misses a click now and then: what passes at once the second time is told.
  retries: 1,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Pacific/Chatham',
    trace: 'on-first-retry',
    // What moves is half-way when it is pressed.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { args: chromiumArguments, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  webServer: {
    command: 'node tests/support/site.ts',
    url: `http://localhost:${port}/`,
    env: { SITE_PORT: String(port) },
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
