import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { matchedRoutes } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import { refuse } from '#kit/refusal.ts'
import type { Settings } from '#kit/settings.ts'
import type { Language } from '#kit/text.ts'
import { routes as access, chosenLanguage, chosenSeat, type Env, formToken, type World, whoEnters } from '#rooms/access'
import { routes as agreements } from '#rooms/agreements'
import { routes as assembly } from '#rooms/assembly'
import { routes as banking } from '#rooms/banking'
import { routes as coaching } from '#rooms/coaching'
import { routes as consent } from '#rooms/consent'
import { routes as departure } from '#rooms/departure'
import { routes as homes } from '#rooms/homes'
import { routes as invoicing } from '#rooms/invoicing'
import { routes as law } from '#rooms/law'
import { routes as ledger } from '#rooms/ledger'
import { routes as members } from '#rooms/members'
import { routes as network } from '#rooms/network'
import { routes as organisations } from '#rooms/organisations'
import { routes as outcomes } from '#rooms/outcomes'
import { routes as oversight } from '#rooms/oversight'
import { routes as settlement } from '#rooms/settlement'
import { routes as spending } from '#rooms/spending'
import { serveAsset } from '#ui/assets.ts'
import { signInRoutes } from './demo-sign-in.tsx'
import { errorTexts } from './errors.en.ts'
import { notFound, onError } from './errors.tsx'
import { sendKept } from './kept.ts'
import { footOf, homeOf, navOf } from './nav.ts'
import { packed } from './packed.ts'

/** The table of contents: every room that answers, in the order of its floor. */
const ROOMS = [
  access,
  organisations,
  ledger,
  law,
  members,
  consent,
  coaching,
  agreements,
  assembly,
  invoicing,
  spending,
  banking,
  settlement,
  outcomes,
  network,
  departure,
  oversight,
  homes,
]

export type Program = { readonly world: World; readonly settings: Settings; readonly kind: 'demo' | 'real' }

/** What may be told of a request: the pattern of its address, never the address itself. */
export type Answered = { readonly method: string; readonly route: string; readonly status: number; readonly ms: number }

/** The whole application; tests use this one too, never a copy. `answered` hears of every request what a log may hold. */
export function makeApp(program: Program, answered?: (facts: Answered) => void): Hono<Env> {
  const app = new Hono<Env>()
  app.onError(onError)
  app.notFound(notFound)
  if (answered) {
    app.use(async (c, next) => {
      const from = performance.now()
      await next()
      const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? '*'
      answered({ method: c.req.method, route, status: c.res.status, ms: Math.round(performance.now() - from) })
    })
  }
  // A picture brings a narrower policy of its own: that of the house would take its place.
  app.use(async (c, next) => {
    await next()
    if (c.var.ownPolicy) c.res.headers.set('Content-Security-Policy', c.var.ownPolicy)
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  )
  app.use(async (c, next) => {
    await next()
    c.set('ownPolicy', c.res.headers.get('Content-Security-Policy') ?? undefined)
  })
  app.get('/gezondheid', async (c) => {
    try {
      await program.world.database.pool.query('select 1')
      return c.json({ live: true, ready: true })
    } catch {
      return c.json({ live: true, ready: false }, 503)
    }
  })
  app.get('/bestanden/:name', (c) => serveAsset(c.req.param('name'), c.req.header('accept-encoding') ?? ''))
  app.use(packed())
  app.use(async (c, next) => {
    c.set('world', program.world)
    c.set('settings', program.settings)
    c.set('kind', program.kind)
    c.set('embedded', program.world.database.kind === 'embedded')
    c.set('person', null)
    c.set('seats', [])
    c.set('seat', null)
    c.set('language', chosenLanguage(c) ?? 'nl')
    c.set('nav', navOf)
    c.set('foot', footOf)
    c.set('csrf', formToken(c))
    c.set('keys', [])
    c.header('Cache-Control', 'private, no-store')
    // Told before there is an answer: to add it afterwards, the packing would take the whole answer apart and send it in pieces.
    c.header('Vary', 'Accept-Encoding')
    await next()
  })
  app.use(sendKept)
  app.use(async (c, next) => {
    const { person, seats, halfway, enteredBy } = await whoEnters(c)
    c.set('person', person)
    c.set('seats', seats)
    c.set('halfway', halfway)
    c.set('enteredBy', enteredBy)
    const chosen = chosenSeat(c)
    c.set('seat', seats.find((seat) => seat.id === chosen) ?? seats[0] ?? null)
    if (person) c.set('language', person.language as Language)
    await next()
  })
  // Behind a proxy the address of a request begins with http: the setting says where this house really stands.
  const home = new URL(program.settings.baseUrl ?? 'http://localhost').origin
  app.use(csrf({ origin: (origin, c) => origin === home || origin === new URL(c.req.url).origin }))
  app.use(bodyLimit({ maxSize: 12 * 1024 * 1024, onError: (c) => refuse(errorTexts(c.var.language).tooBig) }))
  app.get('/start', (c) => c.redirect(c.var.seat ? homeOf(c.var.seat.role, c.var.seat.provisional) : c.var.halfway ? '/inloggen/tweede-stap' : '/', 303))
  if (program.kind === 'demo') app.route('/', signInRoutes)
  for (const room of ROOMS) app.route('/', room)
  return app
}
