import { withoutBsn } from '#kit/bsn.ts'
import { addDays, type Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { colleaguesOn } from '../handing/handing.sql.ts'
import { leaveMessage } from '../messages/messages.ts'
import { type Permit, type PersonId, personOf } from '../permit.ts'
import { nl } from './absence.nl.ts'
import { type Absence, checkAbsence } from './absence.rules.ts'
import { absencesFrom, insertAbsence, insertAbsenceEnd, lockAbsences } from './absence.sql.ts'

export type AbsenceView = {
  readonly mine: readonly Absence[]
  /** For whom this person stands in, now or later. */
  readonly standsIn: readonly Absence[]
  readonly colleagues: readonly { readonly person: PersonId; readonly name: string }[]
  readonly today: Day
}

/** The own absences that are not over, for whom one stands in, and who could stand in. Two queries. */
export async function absenceView(tx: Tx, permit: Permit<'absence.write'>): Promise<AbsenceView> {
  const all = await absencesFrom(tx, permit)
  return {
    mine: all.filter((each) => each.professional === permit.person),
    standsIn: all.filter((each) => each.deputy === permit.person),
    colleagues: (await colleaguesOn(tx, permit.organisation, 'caseManager', permit.today)).filter(({ person }) => person !== permit.person),
    today: permit.today,
  }
}

/**
 * Lets a colleague stand in for the own cases from a day until a day; in those days, and no other, that colleague may open them. Gives its id. Refuses days
 * that cannot be, a colleague who is no case manager here then or is away, and a note with a BSN.
 */
export async function beAway(
  tx: Tx,
  permit: Permit<'absence.write'>,
  wanted: { readonly deputy: PersonId; readonly from: Day; readonly until: Day; readonly note: string },
): Promise<string> {
  await lockAbsences(tx, permit)
  checkAbsence({ ...wanted, professional: personOf(permit) }, await absencesFrom(tx, permit), permit.today)
  for (const on of [wanted.from, wanted.until]) {
    const there = await colleaguesOn(tx, permit.organisation, 'caseManager', on)
    if (!there.some(({ person }) => person === wanted.deputy)) refuse(nl.refusals.notHere, {}, { field: 'deputy' })
  }
  const id = newId(permit.now.epochMilliseconds)
  await insertAbsence(tx, permit, { ...wanted, id, note: withoutBsn(wanted.note, 'note', permit.language) })
  await happened(tx, permit, 'absence.written', { absence: id, deputy: wanted.deputy })
  await leaveMessage(tx, permit, { person: wanted.deputy, kind: 'standIn', link: '/afwezig', role: 'caseManager' })
  return id
}

/** Ends an own absence: yesterday was its last day, so that from today on only oneself opens the own cases; one that has not begun never counts. Refuses (missing) another, and one that is over. */
export async function beBack(tx: Tx, permit: Permit<'absence.write'>, id: string): Promise<void> {
  const found = (await absencesFrom(tx, permit)).find((each) => each.id === id && each.professional === permit.person)
  if (!found) refuse(nl.refusals.missing, {}, { kind: 'missing' })
  if (!(await insertAbsenceEnd(tx, permit, id, addDays(permit.today, -1)))) refuse(nl.refusals.missing, {}, { kind: 'missing' })
  await happened(tx, permit, 'absence.ended', { absence: id })
}
