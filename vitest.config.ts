import { defineConfig } from 'vitest/config';

/** Long enough for a cold, busy machine; a test that waits is a test to mend, not to give time. */
const patience = 60_000;

const shared = { setupFiles: ['tests/support/setup.ts'], testTimeout: patience, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'rooms',
          include: ['src/**/*.test.ts', 'mocks/**/*.test.ts', 'build/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['src/server/**', 'tests/browser/**', 'tests/built/**'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'interface',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx', 'tests/**/*.test.tsx'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'server',
          include: ['src/server/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-for-vitest.ts'],
        },
      },
      // Reads dist/: `npm run build` first.
      { extends: true, test: { ...shared, name: 'gates', include: ['tests/built/**/*.test.ts'] } },
    ],
  },
});
