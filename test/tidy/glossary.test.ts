import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { gate } from './gate.ts'
import { at, house, nodesOf, parse, readSources, type Source } from './sources.ts'

const reads = [/^docs\/glossary\.md$/, /^src\/.*(?<!\.test)\.tsx?$/]

gate({
  rule: 'a type behind a front door is made of words of the glossary',
  reads,
  planted: 'glossary',
  find: (sources) => {
    const known = knownWords(glossaryOf(sources))
    return sources
      .filter(({ path }) => /^src\/rooms\/[^/]+\/index\.ts$/.test(path))
      .flatMap((door) =>
        exportedTypes(door).flatMap(({ name, node }) =>
          isMadeOf(wordsOf(name), known) ? [] : [at(door, node, `${name} is not in docs/glossary.md (or was it called otherwise?)`)],
        ),
      )
  },
})

gate({
  rule: 'a word that the glossary refuses is in no name of a room',
  reads,
  planted: 'glossary-not',
  find: (sources) => {
    const refused = new Set(rowsOf(glossaryOf(sources)).flatMap(({ not }) => coded(not)))
    return sources
      .filter(({ path }) => path.startsWith('src/rooms/'))
      .flatMap((source) =>
        [...nodesOf(source)].flatMap((node) => {
          const name = declaredName(node)
          const word = name && wordsOf(name.text).find((part) => refused.has(part) || refused.has(part.replace(/s$/, '')))
          return name && word ? [at(source, name, `${name.text}: the glossary does not want "${word}"`)] : []
        }),
      )
  },
})

describe('the glossary', () => {
  test('gives every word of the code one meaning', () => {
    const words = rowsOf(glossaryOf(readSources(house, reads))).flatMap(({ code }) => coded(code))
    expect(words.length).toBeGreaterThan(100)
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })
})

type Row = { readonly code: string; readonly not: string }

function glossaryOf(sources: readonly Source[]): string {
  const source = sources.find(({ path }) => path === 'docs/glossary.md')
  if (!source) throw new Error('there is no docs/glossary.md')
  return source.text
}

function rowsOf(glossary: string): Row[] {
  return glossary
    .split('\n')
    .filter((line) => line.startsWith('|') && line.includes('`'))
    .map((line) => line.split('|'))
    .map(([, , code = '', , not = '']) => ({ code, not }))
}

/** The words between backticks. */
function coded(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
}

function knownWords(glossary: string): Set<string> {
  const plain = glossary.split('\n## Gewone woorden')[1] ?? ''
  return new Set([...rowsOf(glossary).flatMap(({ code }) => coded(code)), ...coded(plain)].map((word) => wordsOf(word).join(' ')))
}

/** `ConsentRequestId` is consent, request, id. */
function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase())
}

/** Whether the words can be cut into ideas of the list, singular or plural. */
function isMadeOf(words: readonly string[], known: ReadonlySet<string>): boolean {
  if (words.length === 0) return true
  return words.some((_, index) => {
    const idea = words.slice(0, index + 1).join(' ')
    const said = known.has(idea) || known.has(idea.replace(/s$/, '')) || known.has(idea.replace(/ies$/, 'y'))
    return said && isMadeOf(words.slice(index + 1), known)
  })
}

function exportedTypes(door: Source): { name: string; node: ts.Node }[] {
  return parse(door).statements.flatMap((statement): { name: string; node: ts.Node }[] => {
    if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) return [{ name: statement.name.text, node: statement }]
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause)) return []
    return statement.exportClause.elements.filter((element) => statement.isTypeOnly || element.isTypeOnly).map((node) => ({ name: node.name.text, node }))
  })
}

/** The name that a node gives to something of ours: a function, a type, a value, a parameter, a property of a type. */
function declaredName(node: ts.Node): ts.Identifier | null {
  const declares =
    ts.isFunctionDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isPropertySignature(node)
  return declares && node.name && ts.isIdentifier(node.name) ? node.name : null
}
