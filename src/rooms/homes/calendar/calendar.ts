import { type Day, dayOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, organisationsAll, type Permit, staff } from '#rooms/access'
import { cooperationAgreements, cooperationStanding, versionsAll } from '#rooms/agreements'
import { resolutions } from '#rooms/assembly'
import { cooperativeOf, membersAreLiable } from '#rooms/organisations'
import { waitingRows } from '../homes.sql.ts'
import { calendar as words } from './calendar.nl.ts'
import { calendarOf, isTicked, type YearDuty } from './calendar.rules.ts'
import { deleteDone, insertDone, tickedDuties } from './calendar.sql.ts'

/** What the cooperative must do by which day, late first, up to twelve months ahead. Eight queries, however many members there are. */
export async function yearCalendar(tx: Tx, permit: AnyPermit): Promise<YearDuty[]> {
  const { today, organisation } = permit
  const cooperative = await cooperativeOf(tx, permit)
  const waiting = await waitingRows(tx, permit)
  const decided = (await resolutions(tx, permit)).filter(({ replacedBy }) => replacedBy === null)
  const since = (await organisationsAll(tx)).find(({ id }) => id === organisation)?.since
  const ends = (what: 'consentEnding' | 'consentAsked' | 'statementToSend'): Day[] =>
    waiting.flatMap((each) => (each.what === what && each.until ? [each.until] : []))
  const until = <T extends { readonly until: Day | null }>(all: readonly T[]) => all.flatMap((each) => (each.until ? [{ ...each, until: each.until }] : []))
  return calendarOf({
    today,
    since: since ? dayOf(since) : today,
    membersLiable: membersAreLiable(cooperative.legalName) === true,
    korSince: cooperative.korSince,
    korUntil: cooperative.korUntil,
    adopted: new Set(decided.flatMap(({ about, aboutYear }) => (about === 'annualAccounts' && aboutYear ? [aboutYear] : []))),
    more: new Map(
      decided.flatMap(({ about, aboutYear, months }) => (about === 'accountsExtension' && aboutYear && months ? [[aboutYear, months] as const] : [])),
    ),
    agreements: until((await versionsAll(tx, permit)).filter(({ proposedAt }) => proposedAt !== null)),
    cooperations: until((await cooperationAgreements(tx, permit)).filter((each) => cooperationStanding(each) !== 'declined')).map((each) => ({
      id: each.id,
      municipality: each.municipalityName,
      until: each.until,
    })),
    roles: until((await staff(tx, permit)).filter(({ role }) => role !== 'member')),
    consents: [...ends('consentEnding'), ...ends('consentAsked')],
    statements: ends('statementToSend'),
    ticked: await tickedDuties(tx, permit),
  })
}

/** Writes down that a duty was done. Refuses what is not on the calendar now, and what the house knows by itself; again changes nothing. */
export async function tickDuty(tx: Tx, permit: Permit<'calendar.tick'>, key: string): Promise<void> {
  const duty = (await yearCalendar(tx, permit)).find((each) => each.key === key)
  if ((await tickedDuties(tx, permit)).has(key)) return
  if (!duty || !isTicked(duty.kind)) return refuse(words.refusals.notHere)
  if (await insertDone(tx, permit, key)) await happened(tx, permit, 'duty.done', { duty: key })
}

/** Takes back that a duty was done; what was never done stays as it is. */
export async function untickDuty(tx: Tx, permit: Permit<'calendar.tick'>, key: string): Promise<void> {
  if (await deleteDone(tx, permit, key)) await happened(tx, permit, 'duty.undone', { duty: key })
}
