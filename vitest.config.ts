import { defineConfig } from 'vitest/config'

const NEVER = ['**/node_modules/**', 'dist/**', 'release/**', '.cache/**', 'tests/e2e/**', 'tests/torture/**', 'tests/long/**']
/** What has no process, file or module of its own to keep apart: one process for all of it, which saves a start for each file. */
const PURE = ['{domain,renderer,webchat}/**/*.test.{ts,tsx}']

// Unit and integration tests. Two workers: the figures of CI are for two cores.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, exclude: NEVER, isolate: false } },
      { extends: true, test: { name: 'parts', include: ['**/*.test.{ts,tsx}'], exclude: [...NEVER, ...PURE] } },
    ],
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['api/store/vitest-global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What is waited for comes when it comes: the library's own limit of 1 s is one of the machine, not of the thing tested.
    expect: { poll: { timeout: 15_000 } },
    restoreMocks: true,
    allowOnly: false,
  },
})
