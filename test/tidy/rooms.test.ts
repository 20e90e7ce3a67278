import ts from 'typescript'
import { rooms } from '../../src/app/rooms.ts'
import { gate } from './gate.ts'
import { at, type Finding, nodesOf, parse, roomOf, type Source } from './sources.ts'

gate({
  rule: "only a room's own *.sql.ts names its tables",
  reads: [/^src\/.*\.tsx?$/, /^db\/migrations\/.*\.sql$/],
  planted: 'tables',
  find: (sources) => {
    const tables = new Set(sources.filter(({ path }) => path.endsWith('.sql')).flatMap(tablesIn))
    const actions = new Set(sources.filter(({ path }) => /\/permissions(?:\.rules\.ts|\/)/.test(path)).flatMap(keysIn))
    return sources
      .filter(({ path }) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .flatMap((source) =>
        [...nodesOf(source)].flatMap((node) => {
          if (!isText(node) || (actions.has(node.text) && !source.path.endsWith('.sql.ts'))) return []
          const owners = [...node.text.matchAll(/\b([a-z_]+)\.([a-z_]+)\b/g)].filter(([name]) => tables.has(name)).map(([, schema = '']) => schema)
          const foreign = owners.find((owner) => !mayName(source.path, owner))
          return foreign ? [at(source, node, `names a table of ${foreign}; ask its front door, or read a view of it`)] : []
        }),
      )
  },
})

gate({
  rule: 'a rule does not wait and does not ask the machine',
  reads: [/^src\/.*\.rules\.ts$/],
  planted: 'rules',
  find: (sources) => sources.flatMap((source) => [...nodesOf(source)].flatMap((node) => [...waiting(source, node), ...machine(source, node)])),
})

gate({
  rule: 'a room takes the time from its permit',
  reads: [/^src\/rooms\/.*(?<!\.test)\.tsx?$/],
  planted: 'time',
  find: (sources) => sources.flatMap((source) => [...nodesOf(source)].flatMap((node) => clock(source, node))),
})

gate({
  rule: 'a folder of a room holds at most 12 files and a file at most 300 lines',
  reads: [/^(?:src|test|scripts|checks|bench|bin)\/.*\.(?:tsx?|mjs)$/],
  planted: 'size',
  find: (sources) => {
    const long = sources
      .filter(({ text }) => text.trimEnd().split('\n').length > 300)
      .map(({ path, text }) => ({ path, line: 1, what: `has ${text.split('\n').length} lines` }))
    const folders = Map.groupBy(
      sources.filter(({ path }) => roomOf(path)),
      ({ path }) => path.slice(0, path.lastIndexOf('/')),
    )
    const full = [...folders]
      .filter(([, files]) => files.length > 12)
      .map(([folder, [first]]) => ({ path: first?.path ?? folder, line: 1, what: `${folder} is full; split it by topic` }))
    return [...long, ...full]
  },
})

gate({
  rule: 'a function behind a front door says in a sentence what it gives',
  reads: [/^src\/rooms\/.*(?<!\.test)\.tsx?$/],
  planted: 'doors',
  find: (sources) => {
    const files = new Map(sources.map((source) => [source.path, source]))
    return sources
      .filter(({ path }) => /^src\/rooms\/[^/]+\/index\.ts$/.test(path))
      .flatMap((door) => exportsOf(door, files).flatMap(({ source, node }) => undocumented(source, node)))
  },
})

gate({
  rule: 'every room that exists stands on the map',
  reads: [/^src\/rooms\/[^/]+\/index\.ts$/],
  planted: 'map',
  find: (sources) =>
    sources.filter(({ path }) => !Object.hasOwn(rooms, roomOf(path) ?? '')).map(({ path }) => ({ path, line: 1, what: 'is not in src/app/rooms.ts' })),
})

gate({
  rule: 'every room begins with a README',
  reads: [/^src\/rooms\/[^/]+\/(?:index\.ts|README\.md)$/],
  planted: 'readme',
  find: (sources) => {
    const told = new Set(sources.filter(({ path }) => path.endsWith('README.md')).map(({ path }) => roomOf(path)))
    return sources
      .filter(({ path }) => path.endsWith('index.ts') && !told.has(roomOf(path)))
      .map(({ path }) => ({ path, line: 1, what: 'has no README.md beside it' }))
  },
})

/** The tables of kit (sent forms, happenings) belong to kit and the app, and to the queries of a room that writes there in the same transaction. */
function mayName(path: string, owner: string): boolean {
  if (owner === 'kit') return /^src\/(?:kit|app)\//.test(path) || path.endsWith('.sql.ts')
  // Signing in is a part of access, with a schema and a role of its own.
  return roomOf(path) === (owner === 'signin' ? 'access' : owner) && path.endsWith('.sql.ts')
}

function keysIn(source: Source): string[] {
  return [...nodesOf(source)].flatMap((node) => (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name) ? [node.name.text] : []))
}

function tablesIn({ text }: Source): string[] {
  return [...text.matchAll(/create table (?:if not exists )?([a-z_]+\.[a-z_]+)/gi)].map(([, name = '']) => name)
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
}

function waiting(source: Source, node: ts.Node): Finding[] {
  const asyncFunction = ts.isFunctionLike(node) && ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)
  const promise = ts.isIdentifier(node) && node.text === 'Promise'
  return asyncFunction || ts.isAwaitExpression(node) || promise ? [at(source, node, 'waits')] : []
}

function machine(source: Source, node: ts.Node): Finding[] {
  const asked =
    ts.isIdentifier(node) &&
    ['process', 'fetch', 'console', 'setTimeout', 'globalThis'].includes(node.text) &&
    !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)
  const chance = ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random'
  return asked || chance ? [at(source, node, `asks the machine: ${node.getText()}`)] : clock(source, node)
}

function clock(source: Source, node: ts.Node): Finding[] {
  const now = ts.isPropertyAccessExpression(node) && ['Date.now', 'Temporal.Now'].includes(node.getText())
  const date = ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0
  return now || date ? [at(source, node, 'reads the clock of the machine')] : []
}

type Declared = { readonly source: Source; readonly node: ts.FunctionDeclaration }

/** The functions that a front door hands out, where they are written. */
function exportsOf(door: Source, files: ReadonlyMap<string, Source>): Declared[] {
  const folder = door.path.slice(0, door.path.lastIndexOf('/'))
  return parse(door).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return []
    const source = files.get(`${folder}/${statement.moduleSpecifier.text.replace(/^\.\//, '')}`)
    if (!source || !statement.exportClause || !ts.isNamedExports(statement.exportClause)) return []
    const names = new Set(statement.exportClause.elements.map((element) => (element.propertyName ?? element.name).text))
    const functions = parse(source).statements.filter(ts.isFunctionDeclaration)
    return [...names].flatMap((name) => {
      const [first, ...overloads] = functions.filter((node) => node.name?.text === name)
      return first ? [{ source, node: [first, ...overloads].find(isTold) ?? first }] : []
    })
  })
}

function isTold(node: ts.FunctionDeclaration): boolean {
  return ts.getJSDocCommentsAndTags(node).length > 0
}

function undocumented(source: Source, node: ts.FunctionDeclaration): Finding[] {
  return isTold(node) ? [] : [at(source, node, `${node.name?.text} stands behind the front door without a sentence`)]
}
