import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { newId } from '#kit/ids.ts'
import { log } from '#kit/log.ts'
import { Refusal, type RefusalKind } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { accessTexts, type Env, show } from '#rooms/access'
import { nl } from './app.nl.ts'

const STATUS = { rule: 422, forbidden: 403, missing: 404, conflict: 409, often: 429 } as const satisfies Record<RefusalKind, number>
const TITLES: Readonly<Record<RefusalKind, string>> = {
  rule: nl.errors.ruleTitle,
  forbidden: nl.errors.forbiddenTitle,
  missing: nl.errors.missingTitle,
  conflict: nl.errors.conflictTitle,
  often: nl.errors.oftenTitle,
}

/** The one place that speaks to people about what went wrong: a refusal in its own sentence, anything else as our mistake with a number. */
export function onError(error: Error, c: Context<Env>): Response | Promise<Response> {
  if (error instanceof Refusal) {
    if (error.kind === 'forbidden' && !c.var.person && c.req.method === 'GET') {
      return c.redirect(`${c.var.halfway ? '/inloggen/tweede-stap' : '/inloggen'}?naar=${encodeURIComponent(c.req.path)}`, 303)
    }
    // An id of somebody else answers exactly like an id that does not exist.
    const sentence = error.kind === 'missing' ? accessTexts.refusals.noSuchThing : error.sentence
    return show(c, {
      title: TITLES[error.kind],
      status: STATUS[error.kind],
      body: <Problem title={TITLES[error.kind]} what={sentence.what} next={sentence.next} />,
    })
  }
  // What stands before the rooms refuses in its own way: a form from another site, a body that is no form.
  if (error instanceof HTTPException && error.status < 500) {
    const { what, next } = accessTexts.refusals.formExpired
    return show(c, { title: nl.errors.forbiddenTitle, status: 403, body: <Problem title={nl.errors.forbiddenTitle} what={what} next={next} /> })
  }
  const number = newId().slice(-6).toUpperCase()
  log.error(
    { number, method: c.req.method, route: c.req.routePath, error: error.name, code: (error as { code?: string }).code, stack: stackOf(error) },
    'fault',
  )
  if (!c.var.world) return c.text(fill(nl.errors.fault, { number }), 500)
  return show(c, {
    title: nl.errors.faultTitle,
    status: 500,
    body: <Problem title={nl.errors.faultTitle} what={fill(nl.errors.fault, { number })} next={nl.errors.faultNext} />,
  })
}

export function notFound(c: Context<Env>): Response | Promise<Response> {
  const { what, next } = accessTexts.refusals.noSuchThing
  return show(c, { title: nl.errors.missingTitle, status: 404, body: <Problem title={nl.errors.missingTitle} what={what} next={next} /> })
}

function Problem(props: { title: string; what: string; next: string }) {
  return (
    <div class="narrow stack">
      <h1>{props.title}</h1>
      <p class="lead">{props.what}</p>
      <p>{props.next}</p>
      <p>
        <a href="/start">{nl.errors.home}</a>
      </p>
    </div>
  )
}

/** Where it broke, without the message: that may hold somebody's words. */
function stackOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trim().startsWith('at ') && !line.includes('node_modules'))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?(file:\/\/)?\/.*\/src\//, '(src/'))
}
