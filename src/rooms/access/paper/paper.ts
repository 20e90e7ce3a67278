import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { today } from '#kit/clock.ts'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { Env } from '../env.ts'
import { acrossOrganisations, standingOf } from '../people/people.sql.ts'
import { covers, type Permit, type PersonId, personOf } from '../permit.ts'
import { limited } from '../sign-in/limits.ts'
import { digestOf, sealed, unsealed } from '../sign-in/sealed.ts'
import { beginPaperSession, endSession } from '../sign-in/session.ts'
import { textsOf } from '../sign-in/sign-in.en.ts'
import { ensureIdentity, markEntered, rolesOf } from '../sign-in/sign-in.sql.ts'
import { safePath } from '../sign-in/sign-in.ts'
import { codeFrom, PAPER_HOURS, plainCode, plainName } from './paper.rules.ts'
import { deletePaperCode, paperCodeBehind, savePaperCode } from './paper.sql.ts'

/** How long the page with the code can be opened, to print it. */
const SHOWN_MINUTES = 10

/**
 * Makes a code on paper for an own member without e-mail (decisions 9): good for two days, once, together with one of these names or numbers. Only
 * digests are kept; what comes back opens the page to print for ten minutes, for whoever made it: that page is the look that is written down. Refuses somebody who has an address to sign in with.
 */
export async function makePaperCode(tx: Tx, permit: Permit<'signInCode.print'>, person: PersonId, names: readonly string[], secret: string): Promise<string> {
  const { refusals } = textsOf(permit.language)
  if (!covers(permit, person) || person === permit.person) refuse(refusals.noPaper, {}, { kind: 'missing' })
  const code = codeFrom(randomBytes(64))
  const goodUntil = permit.now.add({ hours: PAPER_HOURS })
  await acrossOrganisations(tx, async () => {
    const { email } = await standingOf(tx, person, permit.organisation, permit.today)
    if (email) refuse(refusals.hasAddress)
    await savePaperCode(tx, {
      ...{ person, organisation: permit.organisation, printedAt: permit.now, printedBy: permit.person, goodUntil },
      codeHash: digestOf(secret, 'paper code', plainCode(code)),
      whoHashes: names.map((name) => digestOf(secret, `paper name ${person}`, plainName(name))),
    })
  })
  await happened(tx, permit, 'signInCode.printed', { person })
  return sealed(secret, 'paper page', { code, person, by: personOf(permit), good: String(goodUntil) }, permit.now, SHOWN_MINUTES)
}

/** The code behind the page to print, with its last moment; null when it is not for this person, or its ten minutes are over. */
export function paperCodeOf(permit: Permit<'signInCode.print'>, person: PersonId, seal: string, secret: string): { code: string; goodUntil: Instant } | null {
  const facts = unsealed(secret, 'paper page', seal, permit.now)
  if (!facts?.code || !facts.good || facts.person !== person || facts.by !== permit.person) return null
  return { code: facts.code, goodUntil: Temporal.Instant.from(facts.good) }
}

/** Begins a session with a code on paper and the name or number that goes with it; gives where to go. Refuses what does not fit, without saying which. */
export async function enterWithPaper(c: Context<Env>, who: string, typed: string, to: string): Promise<string> {
  await limited(c, 'paper', plainName(who))
  const { settings, world } = c.var
  const now = world.clock.now()
  const found = await world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, async (tx) => {
    const behind = await paperCodeBehind(tx, digestOf(settings.secret, 'paper code', plainCode(typed)), now)
    if (!behind?.whoHashes.includes(digestOf(settings.secret, `paper name ${behind.person}`, plainName(who)))) return null
    await deletePaperCode(tx, behind.person)
    if ((await rolesOf(tx, behind.person, today(world.clock))).length === 0) return null
    await ensureIdentity(tx, behind.person, null, now)
    await markEntered(tx, behind.person, now)
    return behind.person
  })
  if (!found) refuse(textsOf(c.var.language).refusals.wrongPaper, {}, { field: 'code' })
  await endSession(c)
  await beginPaperSession(c, found)
  return safePath(to)
}
