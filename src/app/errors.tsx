import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ComponentChildren } from 'preact'
import { newId } from '#kit/ids.ts'
import { log } from '#kit/log.ts'
import { Refusal, type RefusalKind } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { accessTextsOf, type Env, formKeys, seatsFor, show } from '#rooms/access'
import { ButtonLink } from '#ui/buttons.tsx'
import { ActionButton } from '#ui/fields.tsx'
import { errorTexts } from './errors.en.ts'

const STATUS = { rule: 422, forbidden: 403, missing: 404, conflict: 409, often: 429 } as const satisfies Record<RefusalKind, number>
const TITLES = {
  rule: 'ruleTitle',
  forbidden: 'forbiddenTitle',
  missing: 'missingTitle',
  conflict: 'conflictTitle',
  often: 'oftenTitle',
} as const satisfies Record<RefusalKind, string>

/** The one place that speaks to people about what went wrong: a refusal in its own sentence, anything else as our mistake with a number. */
export function onError(error: Error, c: Context<Env>): Response | Promise<Response> {
  const words = errorTexts(c.var.language)
  const { refusals } = accessTextsOf(c.var.language ?? 'nl')
  if (error instanceof Refusal) {
    if (error.kind === 'forbidden' && !c.var.person && c.req.method === 'GET') {
      return c.redirect(`${signInOf(c)}?naar=${encodeURIComponent(c.req.path)}`, 303)
    }
    if (error.sentence.what === refusals.signInFirst.what) return signedOut(c)
    // An id of somebody else answers exactly like an id that does not exist.
    const sentence = error.kind === 'missing' ? refusals.noSuchThing : error.sentence
    const elsewhere = c.req.method === 'GET' ? seatsFor(error, c.var.seats ?? [], c.var.seat) : []
    return show(c, {
      title: words[TITLES[error.kind]],
      status: STATUS[error.kind],
      body: (
        <Problem title={words[TITLES[error.kind]]} what={sentence.what} next={elsewhere.length > 0 ? words.otherRole : sentence.next} home={words.home}>
          {elsewhere.map(({ id, role }) => (
            <ActionButton key={id} action="/rol" keys={formKeys(c)} hidden={{ rol: id, naar: c.req.path }}>
              {fill(words.goOnAs, { role: accessTextsOf(c.var.language).roles[role] })}
            </ActionButton>
          ))}
        </Problem>
      ),
    })
  }
  // What stands before the rooms refuses in its own way: a form from another site, a body that is no form.
  if (error instanceof HTTPException && error.status < 500) {
    const { what, next } = refusals.formExpired
    return show(c, { title: words.forbiddenTitle, status: 403, body: <Problem title={words.forbiddenTitle} what={what} next={next} home={words.home} /> })
  }
  const number = newId().slice(-6).toUpperCase()
  log.error(
    { number, method: c.req.method, route: c.req.routePath, error: error.name, code: (error as { code?: string }).code, stack: stackOf(error) },
    'fault',
  )
  if (!c.var.world) return c.text(fill(words.fault, { number }), 500)
  return show(c, {
    title: words.faultTitle,
    status: 500,
    body: <Problem title={words.faultTitle} what={fill(words.fault, { number })} next={words.faultNext} home={words.home} />,
  })
}

/** A form that came when its sender was signed out meanwhile: the way back to its page, where the script types again what was typed. */
function signedOut(c: Context<Env>): Response | Promise<Response> {
  const words = errorTexts(c.var.language)
  return show(c, {
    title: words.signedOutTitle,
    status: 403,
    body: (
      <div class="narrow stack">
        <h1>{words.signedOutTitle}</h1>
        <p class="lead">{words.signedOut.what}</p>
        <p>{words.signedOut.next}</p>
        <p data-unreceived hidden>
          {words.typedKept}
        </p>
        <p>
          <ButtonLink href={`${signInOf(c)}?naar=${encodeURIComponent(pageOfForm(c))}`} look="primary">
            {words.signIn}
          </ButtonLink>
        </p>
      </div>
    ),
  })
}

const signInOf = (c: Context<Env>) => (c.var.halfway ? '/inloggen/tweede-stap' : '/inloggen')

/** The page on which a form stood, as the browser tells it of pages of this house. */
function pageOfForm(c: Context<Env>): string {
  const from = URL.parse(c.req.header('referer') ?? '')
  return from ? `${from.pathname}${from.search}` : '/start'
}

export function notFound(c: Context<Env>): Response | Promise<Response> {
  const words = errorTexts(c.var.language)
  const { what, next } = accessTextsOf(c.var.language ?? 'nl').refusals.noSuchThing
  return show(c, { title: words.missingTitle, status: 404, body: <Problem title={words.missingTitle} what={what} next={next} home={words.home} /> })
}

function Problem(props: { title: string; what: string; next: string; home: string; children?: ComponentChildren }) {
  return (
    <div class="narrow stack">
      <h1>{props.title}</h1>
      <p class="lead">{props.what}</p>
      <p>{props.next}</p>
      {props.children}
      <p>
        <a href="/start">{props.home}</a>
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
