import { defineConfig } from 'vitest/config'

const NEVER = ['**/node_modules/**', 'dist/**', 'release/**', '.cache/**', 'tests/e2e/**', 'tests/torture/**', 'tests/long/**']
/** What needs a process of its own: it replaces modules, or looks at processes, files and environment as a whole. */
const APART = ['tests/**/*.test.ts', 'build/**/*.test.ts', 'main/**/*.test.ts', 'protocol/versions/cast.test.ts', 'api/main.test.ts']

// Unit and integration tests. Two workers: the figures of CI are for two cores.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    projects: [
      // A worker for many files, which reads each module in once.
      { extends: true, test: { name: 'rooms', include: ['**/*.test.{ts,tsx}'], exclude: [...NEVER, ...APART], isolate: false } },
      { extends: true, test: { name: 'apart', include: APART, exclude: NEVER } },
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
