import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { log } from '#kit/log.ts'
import { refuse } from '#kit/refusal.ts'
import type { Env } from '../env.ts'
import { digestOf } from './sealed.ts'
import { textsOf } from './sign-in.en.ts'
import { countTry } from './sign-in.sql.ts'

/** How long a code and its link are good. */
export const CODE_MINUTES = 10

/** How long a session lives without being used. */
export const SESSION_DAYS = 14
/** The list of own devices tells a day: a session is marked as seen often enough to be right about it. */
export const SESSION_SEEN_MINUTES = 60

/** How often something may be tried in a quarter of an hour: for one address of mail, person or form, and for one place on the net. */
const LIMITS = {
  send: { self: 5, place: 40 },
  code: { self: 10, place: 80 },
  second: { self: 8, place: 80 },
  /** Opening the page of one invoice by its link. */
  link: { self: 120, place: 400 },
  /** Opening what somebody shows, asks to sign or asks after, by a link of its own. */
  shared: { self: 120, place: 400 },
  passkey: { self: 10, place: 80 },
  paper: { self: 10, place: 40 },
  // One line of a library or an office may serve many people.
  apply: { self: 40, place: 60 },
  // Making a paper that anybody may ask for costs time of the machine: it is counted by place, hardly together.
  openPaper: { self: 600, place: 60 },
  /** A flyer, which one office may take for all its towns. */
  flyer: { self: 1200, place: 400 },
  refer: { self: 40, place: 60 },
  /** Wanting to begin, by address of mail. */
  begin: { self: 40, place: 60 },
  /** Saying whether an answer was of use. */
  opinion: { self: 120, place: 400 },
} as const

const MINUTES = 15

/** Counts a try to sign in or to apply; refuses with 429 when there were too many. What is counted is a digest of whom and whence. */
export async function limited(c: Context<Env>, what: keyof typeof LIMITS, self: string): Promise<void> {
  const { settings, world } = c.var
  const now = world.clock.now()
  const tries = await world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, async (tx) => {
    const own = await countTry(tx, digestOf(settings.secret, `limit ${what}`, self), now, MINUTES)
    return { self: own, place: await countTry(tx, digestOf(settings.secret, `limit ${what} place`, whence(c)), now, MINUTES) }
  })
  const over = (['self', 'place'] as const).find((side) => tries[side] > LIMITS[what][side])
  if (!over) return
  log.warn({ what, over }, 'tried too often')
  refuse(textsOf(c.var.language).refusals.tooOften, {}, { kind: 'often' })
}

/** Where a request comes from: the last address that a proxy of ours added, when the settings say there is one. */
function whence(c: Context<Env>): string {
  const proxies = c.var.settings.trustProxy ?? 0
  if (proxies > 0) {
    const told = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
    return told.at(-proxies) ?? 'unknown'
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}
