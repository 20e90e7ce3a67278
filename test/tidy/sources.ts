import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const house = fileURLToPath(new URL('../..', import.meta.url))
export const planted = fileURLToPath(new URL('./planted', import.meta.url))

/** A file of the house, by its path from the root. */
export type Source = { readonly path: string; readonly text: string }
export type Finding = { readonly path: string; readonly line: number; readonly what: string }
/** Which files a gate reads: paths from the root, as patterns. */
export type Reads = readonly RegExp[]

const away = new Set(['node_modules', '.git', '.cache', '.data', 'planted', 'coverage', 'test-results'])

export function readSources(root: string, reads: Reads): Source[] {
  const found: Source[] = []
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      if (entry.isDirectory()) {
        if (!away.has(entry.name)) walk(path)
      } else if (reads.some((pattern) => pattern.test(path))) found.push({ path, text: readFileSync(join(root, path), 'utf8') })
    }
  }
  walk('')
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

const parsed = new WeakMap<Source, ts.SourceFile>()

export function parse(source: Source): ts.SourceFile {
  const known = parsed.get(source)
  if (known) return known
  const kind = source.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const file = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true, kind)
  parsed.set(source, file)
  return file
}

/** Every node of a file, the outer before the inner. */
export function* nodesOf(source: Source): Generator<ts.Node> {
  const stack: ts.Node[] = [parse(source)]
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node
    const inner: ts.Node[] = []
    ts.forEachChild(node, (child) => {
      inner.push(child)
    })
    stack.push(...inner.reverse())
  }
}

export function at(source: Source, node: ts.Node, what: string): Finding {
  return { path: source.path, line: parse(source).getLineAndCharacterOfPosition(node.getStart()).line + 1, what }
}

/** One finding per line that matches; `what` may use the match. */
export function lines(source: Source, pattern: RegExp, what: (match: RegExpExecArray) => string | null): Finding[] {
  return source.text.split('\n').flatMap((text, index) => {
    const match = pattern.exec(text)
    const said = match && what(match)
    return said ? [{ path: source.path, line: index + 1, what: said }] : []
  })
}

/** The room a path lies in, or null. */
export function roomOf(path: string): string | null {
  return /^src\/rooms\/([^/]+)\//.exec(path)?.[1] ?? null
}
