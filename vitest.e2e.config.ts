import { defineConfig } from 'vitest/config'

// What crosses processes: real Electron, real Chromium, real PostgreSQL. One file at a time.
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 90_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 15_000 } },
    globalSetup: ['tests/e2e/setup.ts'],
    allowOnly: false,
  },
})
