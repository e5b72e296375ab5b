import { defineConfig } from 'vitest/config';

/** Figures, not checks: one file after the other, so that nothing else of ours runs meanwhile. */
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    include: ['tests/bench/**/*.bench.ts'],
    globalSetup: ['tests/support/figures-setup.ts', 'tests/support/postgres-setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
