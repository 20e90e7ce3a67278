import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Clock, systemClock, today } from '#kit/clock.ts'
import type { PersonFacts, Seat } from '../access.sql.ts'
import type { EnteredBy, Env } from '../env.ts'
import type { PersonId } from '../permit.ts'
import { SESSION_DAYS, SESSION_SEEN_MINUTES } from '../sign-in/limits.ts'
import { authOf, forAuth, passCookies, sessionCookie } from '../sign-in/session.ts'
import { type Entered, enteredWith } from './entering.sql.ts'
import { tokenSigned } from './signed.ts'

/** After so long a professional shows the second factor again. */
const STRONG_HOURS = 12

export type Visitor = {
  readonly person: PersonFacts | null
  readonly seats: readonly Seat[]
  /** Signed in, and the second step is still owed: may do nothing yet. */
  readonly halfway: PersonId | null
  readonly enteredBy: EnteredBy | null
}

const NOBODY: Visitor = { person: null, seats: [], halfway: null, enteredBy: null }

/**
 * Who asks for this page, with all roles that count today: one query, asked before the transaction of an action and never inside it. The package
 * that signs in is asked only to keep a session alive, once an hour: its own reading takes six statements for the same facts.
 */
export async function whoEnters(c: Context<Env>): Promise<Visitor> {
  const { world, settings, kind } = c.var
  const cookie = getCookie(c, sessionCookie(c))
  const token = cookie ? tokenSigned(cookie, settings.secret) : null
  if (token === null) return NOBODY
  const on = today(world.clock)
  const entered = await enteredWith(world.database.single('opbloei_signin'), token, on)
  // By the clock of the machine, as the package that signs in counts.
  const secondsLeft = entered ? (entered.expiresAt.epochMilliseconds - systemClock.now().epochMilliseconds) / 1000 : 0
  if (!entered || secondsLeft <= 0) return NOBODY
  if (secondsLeft < (SESSION_DAYS * 24 * 60 - SESSION_SEEN_MINUTES) * 60) await keepAlive(c)
  const enteredBy = wayIn(entered)
  if (owesSecondStep(entered, world.clock, kind)) return { ...NOBODY, halfway: entered.person.id, enteredBy }
  return { person: entered.person, seats: entered.seats, halfway: null, enteredBy }
}

async function keepAlive(c: Context<Env>): Promise<void> {
  const auth = await authOf(c)
  const { headers } = await auth.api.getSession({ headers: forAuth(c), returnHeaders: true })
  passCookies(c, headers)
}

/** Who works for an organisation shows a second factor in a real database; who has one shows it everywhere. */
function owesSecondStep({ hasSecondFactor, secondFactorAt, seats }: Entered, clock: Clock, kind: 'demo' | 'real'): boolean {
  const since = clock.now().subtract({ hours: STRONG_HOURS }).epochMilliseconds
  if (secondFactorAt && secondFactorAt.epochMilliseconds > since) return false
  if (hasSecondFactor) return true
  return kind === 'real' && seats.some(({ role }) => role !== 'member')
}

/** How this session was begun. A second step outdoes the first; what is older than this fact came by a mail. */
function wayIn({ secondFactorAt, enteredBy }: Entered): EnteredBy {
  if (enteredBy === 'demo' || enteredBy === 'passkey') return enteredBy
  if (secondFactorAt) return 'secondFactor'
  return (enteredBy as EnteredBy | null) ?? 'mailCode'
}
