import ts from 'typescript'
import { gate } from './gate.ts'
import { type Finding, nodesOf, type Source } from './sources.ts'

gate({
  rule: 'a flow draws exactly the states that the code knows',
  reads: [/^docs\/flows\/.*\.md$/, /^src\/rooms\/.*\.ts$/],
  planted: 'flows',
  find: (sources) =>
    sources.filter(({ path }) => path.endsWith('.md')).flatMap((paper) => diagramsOf(paper).flatMap((diagram) => compare(paper, diagram, sources))),
})

gate({
  rule: 'a migration says why, keeps no hidden clock and no rounded money',
  reads: [/^db\/migrations\/.*\.sql$/],
  planted: 'migrations',
  find: (sources) =>
    sources.flatMap((source) => [
      ...(/\/\d{4}-\d{2}-\d{2}-\d{2}[a-z]?-[a-z-]+\.sql$/.test(source.path) && /^-- \S.{10,}/.test(source.text)
        ? []
        : [{ path: source.path, line: 1, what: 'has no number, or its first line does not say why' }]),
      ...linesOf(source, /\bdefault\s+(?:now\(\)|current_(?:date|timestamp))/i, 'takes the time of the database, not of the act'),
      ...linesOf(source, /^\s*\w+\s+timestamp\b/i, 'a moment without a zone'),
      ...linesOf(source, /^\s*(?:add column )?\w+\s+(?:numeric|decimal|real|double precision|float\d?|money)\b/i, 'an amount that is not whole cents'),
    ]),
})

type Diagram = { readonly line: number; readonly text: string }

function diagramsOf(paper: Source): Diagram[] {
  return [...paper.text.matchAll(/```mermaid\n(stateDiagram-v2\n[\s\S]*?)```/g)].map((match) => ({
    line: paper.text.slice(0, match.index).split('\n').length + 2,
    text: match[1] ?? '',
  }))
}

function compare(paper: Source, { line, text }: Diagram, sources: readonly Source[]): Finding[] {
  const found = (offset: number, what: string) => [{ path: paper.path, line: line + offset, what }]
  const [, path, type = ''] = /%% states: (\S+) (\w+)/.exec(text) ?? []
  if (!path) return found(0, 'does not say which type of which file it draws: %% states: <file> <Type>')
  const source = sources.find((other) => other.path === path)
  const known = source && membersOf(source, type)
  if (!known) return found(0, `${path} has no type ${type} of plain words`)
  const rows = text.split('\n').slice(1)
  const drawn = rows.flatMap((row, index) => statesIn(row).map((state) => ({ state, index })))
  const missing = known.filter((state) => !drawn.some((one) => one.state === state))
  return [
    ...drawn.filter(({ state }) => !known.includes(state)).flatMap(({ state, index }) => found(index, `${type} knows no ${state}`)),
    ...(missing.length > 0 ? found(0, `misses ${missing.join(', ')}`) : []),
  ]
}

function statesIn(row: string): string[] {
  const [, from, to] = /^\s*(\S+)\s*-->\s*([^\s:]+)/.exec(row) ?? []
  const [, alone] = /^\s*(\w+)\s*(?::.*)?$/.exec(row) ?? []
  return [from, to, alone].filter((state): state is string => state !== undefined && state !== '[*]')
}

/** The words of `type T = 'a' | 'b'`, or of the list behind `type T = (typeof LIST)[number]`. */
function membersOf(source: Source, type: string): string[] | null {
  const nodes = [...nodesOf(source)]
  const alias = nodes.filter(ts.isTypeAliasDeclaration).find((node) => node.name.text === type)
  if (!alias) return null
  const [, list] = /\(?typeof (\w+)\)?\[number\]/.exec(alias.type.getText()) ?? []
  const holder = list ? nodes.filter(ts.isVariableDeclaration).find((node) => node.name.getText() === list)?.initializer : alias.type
  const words = [...(holder?.getText().matchAll(/'(\w+)'/g) ?? [])].map(([, word = '']) => word)
  return words.length > 0 ? words : null
}

function linesOf(source: Source, pattern: RegExp, what: string): Finding[] {
  return source.text
    .split('\n')
    .flatMap((row, index) => (pattern.test(row.replace(/--(?! planted).*/, '')) ? [{ path: source.path, line: index + 1, what }] : []))
}
