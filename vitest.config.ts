import { defineConfig } from 'vitest/config';

/** Folders whose tests need a server of some kind; everything else under tests/ is a unit test. */
const withServers = [
  'tests/db/**',
  'tests/http/**',
  'tests/routes/**',
  'tests/api/**',
  'tests/e2e/**',
  '**/*.store.test.ts',
];

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    // Modules hold no state of a portal: a worker loads them once, not anew for each file.
    isolate: false,
    // Otherwise a style that is written into a page would be empty here.
    css: { include: [/\.css\?raw$/] },
    projects: [
      {
        extends: true,
        // Property tests take their time on a busy machine.
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: withServers,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: ['tests/db/**/*.test.ts', 'tests/**/*.store.test.ts'],
          globalSetup: ['tests/support/postgres-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'http',
          include: ['tests/{http,routes,api}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.store.test.ts'],
          globalSetup: ['tests/support/postgres-setup.ts', 'tests/support/seed-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.{ts,tsx}'],
          globalSetup: [
            'tests/support/postgres-setup.ts',
            'tests/support/browser-setup.ts',
            'tests/support/seed-setup.ts',
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
