import type { Hono } from 'hono'
import ts from 'typescript'
import { type Action, type Env, isAction } from '#rooms/access'
import { nodesOf, parse, type Source } from './tidy/sources.ts'

export type Route = { readonly method: string; readonly path: string }
export type KnownRoute = Route & {
  /** The actions its handler asks a permit for; empty when it is open, or when somebody forgot. */
  readonly actions: readonly Action[]
  /** Whether it writes down a look: `looked…(…)` in it, or in a function of its room that it calls. */
  readonly looked?: boolean
}

/** Every address that the application really answers, from its own table; what runs before each is no address. */
export function mountedRoutes(app: Hono<Env>): Route[] {
  const seen = new Set<string>()
  return app.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('/*') && !seen.has(`${method} ${path}`) && seen.add(`${method} ${path}`))
    .map(({ method, path }) => ({ method, path }))
}

/** What each handler asks for, read from the sources: `act(c, 'invoice.read', …)` in it, or in a function of its room that it calls. */
export function routesInSources(sources: readonly Source[]): KnownRoute[] {
  return sources.flatMap((source) => {
    const folder = /^src\/rooms\/[^/]+\//.exec(source.path)?.[0] ?? source.path
    const functions = namedFunctions(sources.filter(({ path }) => path.startsWith(folder)))
    return [...nodesOf(source)].flatMap((node) => {
      const route = routeOf(node)
      if (!route) return []
      const found = callsIn(route.handlers, functions)
      return [{ method: route.method, path: route.path, actions: [...found.actions], looked: found.looked }]
    })
  })
}

function routeOf(node: ts.Node): (Route & { handlers: readonly ts.Node[] }) | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null
  const method = node.expression.name.text
  const [path, ...handlers] = node.arguments
  if (
    !['get', 'post', 'put', 'delete', 'patch'].includes(method) ||
    !path ||
    !ts.isStringLiteralLike(path) ||
    !path.text.startsWith('/') ||
    handlers.length === 0
  )
    return null
  return { method: method.toUpperCase(), path: path.text, handlers }
}

function namedFunctions(sources: readonly Source[]): Map<string, ts.Node> {
  const found = new Map<string, ts.Node>()
  for (const source of sources) {
    for (const statement of parse(source).statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name) found.set(statement.name.text, statement)
      if (ts.isVariableStatement(statement)) {
        for (const each of statement.declarationList.declarations)
          if (each.initializer && ts.isIdentifier(each.name)) found.set(each.name.text, each.initializer)
      }
    }
  }
  return found
}

function callsIn(nodes: readonly ts.Node[], functions: ReadonlyMap<string, ts.Node>): { actions: Set<Action>; looked: boolean } {
  const actions = new Set<Action>()
  const seen = new Set<string>()
  let looked = false
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node)) {
      const name = node.expression.getText()
      if (/^(?:act|change)$/.test(name))
        for (const argument of node.arguments) if (ts.isStringLiteralLike(argument) && isAction(argument.text)) actions.add(argument.text)
      if (/^looked(?:AtStranger)?$/.test(name)) looked = true
    }
    const inner = ts.isIdentifier(node) && !seen.has(node.text) ? functions.get(node.text) : undefined
    if (inner) {
      seen.add((node as ts.Identifier).text)
      visit(inner)
    }
    ts.forEachChild(node, visit)
  }
  nodes.forEach(visit)
  return { actions, looked }
}
