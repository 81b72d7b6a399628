import { existsSync } from 'node:fs'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

// The tables that sync, named by the store itself. Writes to them belong in api/store, where commitChanges ends them.
const tableFile = new URL('./api/store/synced-tables.ts', import.meta.url)
const syncedTables = existsSync(tableFile)
  ? Object.values(await import(tableFile.href)).filter(Array.isArray).flat().filter(name => typeof name === 'string')
  : []

const everywhere = [
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that holds the thing.' },
  {
    selector: "CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|todo|skipIf|runIf|fails)$/]",
    message: 'No focused or skipped test: mend it or delete it.',
  },
  { selector: 'TSEnumDeclaration', message: 'Node runs the code by stripping types: use a union of literals.' },
]
const inCode = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: one thing has one name everywhere.' },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time comes in: take a Clock (domain/ports.ts) and call clock.now(). Only edge/ reads the real one.',
  },
  {
    selector: "MemberExpression[object.name='DateTime'][property.name=/^(now|local|utc)$/]:not([parent.arguments.length>0])",
    message: 'Time comes in: DateTime.fromMillis(nowMs, { zone }) with the time of a Clock.',
  },
  {
    selector: "MemberExpression[object.name='performance'][property.name='now']",
    message: 'Monotonic time comes in by a Clock (domain/ports.ts). Only edge/ reads the real one.',
  },
  {
    selector: "CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate)$/], " +
      "CallExpression[callee.object.name=/^(window|globalThis)$/][callee.property.name=/^(setTimeout|setInterval|setImmediate)$/]",
    message: 'Waiting comes in: take a Clock (domain/ports.ts) and use clock.sleep(ms) or its timers. Only edge/ has real ones.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Randomness comes in (domain/ports.ts), so that a test can seed it. Only edge/ has the real one.',
  },
  {
    selector: "CallExpression[callee.name='randomUUID'], CallExpression[callee.property.name='randomUUID']",
    message: 'Ids come in: take Ids (domain/ports.ts) and call ids.next(). Only edge/ makes real ones.',
  },
]
const noHtml = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML'], AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/], " +
      "CallExpression[callee.property.name='insertAdjacentHTML']",
    message: 'Customer text is never HTML: render it as text.',
  },
]
const noSyncedWrites = syncedTables.length === 0 ? [] : [
  {
    selector: `TemplateElement[value.raw=/(insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+(${syncedTables.join('|')})\\b/i]`,
    message: 'Synced tables are written in api/store only, in a transaction that ends in commitChanges.',
  },
]

const edgeImports = {
  paths: [
    { name: 'uuid', message: 'Ids come in: take Ids (domain/ports.ts). Only edge/ makes real ones.' },
    { name: 'node:timers/promises', message: 'Waiting comes in: take a Clock (domain/ports.ts). Only edge/ has real timers.' },
    { name: 'electron', importNames: ['ipcMain'], message: 'IPC goes through the one wrapper in main/ipc/, which checks sender and frame.' },
    { name: 'node:crypto', importNames: ['randomUUID'], message: 'Ids come in: take Ids (domain/ports.ts). Only edge/ makes real ones.' },
  ],
}
const without = (...names) => ({ paths: edgeImports.paths.filter(({ name }) => !names.includes(name)) })

const edges = ['**/edge/**']
const tests = ['**/*.test.{ts,tsx}', 'tests/**', 'build/**', 'vitest*.config.ts']
const code = '{domain,protocol,db,core,main,preload,renderer,webchat,api}/**/*.{ts,tsx}'

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'release/', '.cache/', 'coverage/', 'test-results/', '**/*.cjs', '**/*.mjs', '**/*.js'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    // One program for all rooms: each room's own would be read eleven times over. What a room may use, tsc -b checks.
    languageOptions: { parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', ...everywhere],
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  { files: ['api/seed/**', 'tests/fixtures/**'], rules: { 'max-lines': 'off' } },
  {
    files: [code],
    ignores: [...tests, ...edges],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...inCode, ...noHtml],
      'no-restricted-imports': ['error', edgeImports],
      'no-console': 'error',
    },
  },
  {
    files: ['api/**/*.ts'],
    ignores: [...tests, ...edges, 'api/store/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...inCode, ...noSyncedWrites] },
  },
  {
    files: ['main/ipc/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-imports': ['error', without('electron')] },
  },
  {
    files: ['core/**/*.ts'],
    ignores: [...tests, ...edges],
    rules: {
      'no-restricted-imports': ['error', {
        paths: [...without('electron').paths,
          { name: 'electron', allowImportNames: ['net', 'MessagePortMain'], message: 'The core has no windows: of Electron it takes net and the types of its ports only.' }],
      }],
    },
  },
  {
    files: ['{renderer,webchat}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended']],
    rules: {
      // Both are about things not in use here: the React compiler, and classes whose methods lose their `this`.
      'react-hooks/incompatible-library': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: tests,
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
)
