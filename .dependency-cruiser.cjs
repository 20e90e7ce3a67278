// The walls of the house (ARCHITECTURE.md), made from the map in src/app/rooms.ts. test/tidy/walls.test.ts proves
// with planted violations that every rule here is awake.
const { roomNames, roomsBelow } = require('./src/app/rooms.ts')

const oneOf = (names) => `(?:${names.join('|')})`
const test = '\\.(?:test|story|browser)\\.tsx?$'
/** Packages that only compute: no clock, no network, no files. */
const purePackages = ['ibantools']
const pkg = (names) => `(?:^|/)node_modules/${oneOf(names)}/`

/** A room may use itself and the front doors of the rooms on lower floors. */
const floors = roomNames.map((room) => ({
  name: `looks-down:${room}`,
  comment: `${room} may use only rooms on a lower floor: ${roomsBelow(room).join(', ') || 'none'}`,
  severity: 'error',
  from: { path: `^src/rooms/${room}/` },
  to: { path: '^src/rooms/', pathNot: `^src/rooms/${oneOf([room, ...roomsBelow(room)])}/` },
}))

/** The names to import by; everything else is inside a room. */
const doors = roomNames.map((room) => ({
  name: `front-door:${room}`,
  comment: 'a room has one front door, index.ts, and beside it rules.ts for what is pure',
  severity: 'error',
  from: { path: '^src/rooms/', pathNot: `^src/rooms/${room}/` },
  to: { path: `^src/rooms/${room}/`, pathNot: `^src/rooms/${room}/(?:index|rules)\\.ts$` },
}))

module.exports = {
  forbidden: [
    ...floors,
    ...doors,
    {
      name: 'front-door:outside',
      comment: 'what is no room uses front doors too; the app also mounts routes and lists jobs and words',
      severity: 'error',
      from: { path: '^(?:src/(?:app|demo)|scripts)/' },
      to: { path: '^src/rooms/[^/]+/', pathNot: ['^src/rooms/[^/]+/index\\.ts$', '\\.(?:routes|api|jobs)\\.tsx?$'] },
    },
    {
      name: 'no-relative-leaving',
      comment: 'a relative import that leaves a room hides which door it uses',
      severity: 'error',
      from: { path: '^src/rooms/([^/]+)/' },
      to: { path: '^src/', pathNot: '^src/rooms/$1/', dependencyTypesNot: ['aliased', 'aliased-subpath-import'] },
    },
    {
      name: 'only-listed-rooms',
      comment: 'a room stands in the map of src/app/rooms.ts',
      severity: 'error',
      from: { path: '^src/rooms/', pathNot: `^src/rooms/${oneOf(roomNames)}/` },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'types may name each other inside a room; what runs may not',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pure-rules',
      comment: 'a rule imports rules and texts of its own room, pure kit, pure doors of rooms below, and types from front doors',
      severity: 'error',
      from: { path: '^src/rooms/([^/]+)/.*\\.rules\\.ts$' },
      to: {
        pathNot: [
          '^src/rooms/$1/.*\\.(?:rules|nl|en)\\.ts$',
          '^src/rooms/(?!$1/)[^/]+/rules\\.ts$',
          '^src/kit/(?:money|day|text|refusal|part|reading)\\.ts$',
          pkg(purePackages),
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-rules-types',
      comment: 'types too come from the own room, from kit or through a front door',
      severity: 'error',
      from: { path: '^src/rooms/([^/]+)/.*\\.rules\\.ts$' },
      to: { pathNot: ['^src/rooms/$1/', '^src/rooms/[^/]+/index\\.ts$', '^src/kit/'], dependencyTypes: ['type-only'] },
    },
    {
      name: 'pure-door',
      comment: 'the door for what is pure shows rules of its own room and nothing else',
      severity: 'error',
      from: { path: '^src/rooms/([^/]+)/rules\\.ts$' },
      to: { pathNot: '^src/rooms/$1/.*\\.rules\\.ts$' },
    },
    {
      name: 'pure-door-for-rules',
      comment: 'who is no rule uses the front door: one way in for each',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/rooms/[^/]+/.*\\.rules\\.ts$', test] },
      to: { path: '^src/rooms/[^/]+/rules\\.ts$' },
    },
    {
      name: 'kit-and-ui-know-no-room',
      severity: 'error',
      from: { path: '^src/(?:kit|ui)/' },
      to: { path: '^src/(?:rooms|app|demo)/' },
    },
    { name: 'nothing-leans-on-the-app', severity: 'error', from: { path: '^src/(?:rooms|kit|ui)/' }, to: { path: '^src/(?:app|demo)/' } },
    {
      name: 'only-sql-speaks-kysely',
      comment: 'queries stand in *.sql.ts; src/kit/db.ts hands out the transaction, and kit writes its own few tables',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.sql\\.ts$', '^src/kit/(?:db|happened|jobs|migrate|types)\\.ts$', test] },
      to: { path: pkg(['kysely', 'pg']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-access-signs-in',
      comment: 'better-auth changes often; only access and the app know it',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(?:rooms/access|app)/' },
      to: { path: pkg(['better-auth', '@better-auth']) },
    },
    {
      name: 'pages-do-not-ask',
      comment: 'a page is data in, HTML out',
      severity: 'error',
      from: { path: ['^src/rooms/.+/pages/', '^src/ui/'] },
      to: { path: ['\\.sql\\.ts$', '^src/kit/db\\.ts$'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'run-time-packages-only',
      comment: 'the program runs without the packages of developers',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'can-be-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/tidy/planted/' },
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    builtInModules: { add: [] },
  },
}
