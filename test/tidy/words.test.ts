import ts from 'typescript'
import { gate } from './gate.ts'
import { at, type Finding, lines, nodesOf, parse, type Source } from './sources.ts'

gate({
  rule: 'every refusal says what is the matter and what you can do now',
  reads: [/\.nl\.ts$/, /\.en\.ts$/],
  planted: 'refusals',
  find: (sources) => sources.flatMap(refusalsOf),
})

gate({
  rule: 'every word a person sees stands in a text file',
  reads: [/^src\/(?:rooms|ui)\/.*\.tsx$/],
  planted: 'page-words',
  find: (sources) =>
    sources.flatMap((source) =>
      [...nodesOf(source)].flatMap((node) => {
        if (ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text.replace(/&\w+;/g, '')))
          return [at(source, node, `writes "${node.text.trim().slice(0, 40)}" in the page`)]
        return spokenAttribute(node) ? [at(source, node, `writes ${node.getText().slice(0, 50)} in the page`)] : []
      }),
    ),
})

gate({
  rule: 'a field for many words is prose, so that it takes no BSN',
  reads: [/^src\/(?:rooms|app)\/.*\.tsx?$/],
  planted: 'prose',
  find: (sources) =>
    sources.flatMap((source) => [...nodesOf(source)].flatMap((node) => (wordyText(source, node) ? [at(source, node, 'is text where prose belongs')] : []))),
})

gate({
  rule: 'markup carries no style and no script of its own',
  reads: [/^src\/.*\.tsx$/],
  planted: 'markup',
  find: (sources) =>
    sources.flatMap((source) =>
      [...nodesOf(source)].flatMap((node) => {
        if (!ts.isJsxAttribute(node)) return []
        const name = node.name.getText()
        if (name === 'style') return [at(source, node, 'an inline style, which the content policy refuses')]
        if (/^on[A-Za-z]+$/.test(name) && node.initializer && ts.isJsxExpression(node.initializer) === false)
          return [at(source, node, 'an inline script, which the content policy refuses')]
        return name === 'dangerouslySetInnerHTML' && !source.path.startsWith('src/ui/') ? [at(source, node, 'raw HTML outside src/ui')] : []
      }),
    ),
})

gate({
  rule: 'no test is left out, no wish without an issue, no path of one machine',
  reads: [/^(?:src|test|scripts|checks|bench|bin|db|docs)\/.*\.(?:tsx?|mjs|sql|md|typ)$/, /^[A-Za-z.-]+\.(?:md|json|ts|cjs|yml)$/],
  planted: 'marks',
  find: (sources) =>
    sources
      .filter(({ path }) => path !== 'test/tidy/words.test.ts')
      .flatMap((source) => [
        ...(/\.(?:test|story|browser)\.tsx?$/.test(source.path)
          ? lines(source, /\b(?:it|test|describe)\.(skip|only|todo|fixme)\b/, ([, mark]) => `leaves tests out with .${mark}`)
          : []),
        ...(source.path.endsWith('.md') ? [] : lines(source, /\b(TODO|FIXME|XXX)\b(?!\(#\d+\))/, ([, mark]) => `${mark} without the number of its issue`)),
        ...lines(
          source,
          /(?:^|[\s'"`(=:])(\/(?:work|home|root|Users|tmp\/[a-z]+-)\b\/?[\w.-]*|[A-Z]:\\\\Users)/,
          ([, path]) => `names a path of one machine: ${path}`,
        ),
      ]),
})

gate({
  rule: 'a decision record has its four parts',
  reads: [/^docs\/decisions\/.*\.md$/],
  planted: 'decisions',
  find: (sources) =>
    sources
      .filter(
        ({ path, text }) =>
          !/\/\d{4}-[a-z0-9-]+\.md$/.test(path) ||
          !['## Context', '## Decision', '## Consequences', '## What would change our mind'].every((part) => text.includes(`\n${part}\n`)),
      )
      .map(({ path }) => ({ path, line: 1, what: 'is not numbered, or misses context, decision, consequences or what would change our mind' })),
})

gate({
  rule: 'a link in a paper leads somewhere',
  reads: [/\.(?:md|svg|png|webp|json|yml|sql|ts|tsx|mjs)$/, /^LICENSE$/],
  planted: 'links',
  find: (sources) => {
    const present = new Set(sources.flatMap(({ path }) => path.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'))))
    return sources
      .filter(({ path }) => path.endsWith('.md'))
      .flatMap((source) =>
        lines(source, /\]\((?!https?:|mailto:|#)([^)#\s]+)/, ([, target = '']) => {
          const path = new URL(target, `file:///${source.path}`).pathname.slice(1).replace(/\/$/, '')
          return present.has(decodeURIComponent(path)) ? null : `leads nowhere: ${target}`
        }),
      )
  },
})

/** Walks `refusals: {…}` of a text file: every leaf is { what, next } with something in it. */
function refusalsOf(source: Source): Finding[] {
  const tables = [...nodesOf(source)]
    .filter((node) => ts.isPropertyAssignment(node) && node.name.getText() === 'refusals')
    .map((node) => (node as ts.PropertyAssignment).initializer)
  return tables.filter(ts.isObjectLiteralExpression).flatMap((table) =>
    table.properties.flatMap((property) => {
      if (!ts.isPropertyAssignment(property) || !ts.isObjectLiteralExpression(property.initializer)) return [at(source, property, 'is no { what, next }')]
      const filled = (name: string) => {
        const part = property.initializer
        const found = ts.isObjectLiteralExpression(part) && part.properties.find((inner) => inner.name?.getText() === name)
        return found && ts.isPropertyAssignment(found) && !/^(['"`])\s*\1$/.test(found.initializer.getText(parse(source)))
      }
      return filled('what') && filled('next') ? [] : [at(source, property, `${property.name.getText()} does not say both what and next`)]
    }),
  )
}

/** Fields that hold a list of numbers, an address or a file, however long they may be. */
const NOT_PROSE = ['nummers', 'website', 'email', 'lines']

/** `text(200)` and longer, from the forms: at that length people write sentences about people. */
function wordyText(source: Source, node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !['text', 'optionalText'].includes(node.expression.getText()) || !source.text.includes("'#kit/form.ts'")) return false
  const [length] = node.arguments
  const field = ts.isPropertyAssignment(node.parent) ? node.parent.name.getText() : ''
  if (NOT_PROSE.includes(field)) return false
  return !length || (ts.isNumericLiteral(length) && Number(length.text.replaceAll('_', '')) >= 200)
}

/** `aria-label="…"` and its kind with Dutch written in place. */
function spokenAttribute(node: ts.Node): boolean {
  if (!ts.isJsxAttribute(node) || !['aria-label', 'title', 'placeholder', 'alt', 'label', 'heading', 'summary'].includes(node.name.getText())) return false
  return node.initializer !== undefined && ts.isStringLiteral(node.initializer) && /\p{L}{2,}/u.test(node.initializer.text)
}
