import { containsBsn } from '#kit/bsn.ts'
import { rowsOfCsv } from '#kit/csv.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { giveRole, type MemberId, type Permit, relate, staff } from '#rooms/access'
import { type Municipality, municipalities } from '#rooms/organisations'
import { needsConsent } from '../benefit.rules.ts'
import { texts } from '../members.en.ts'
import { insertMember, insertStep, insertTrade } from '../members.sql.ts'
import { writeBenefit } from '../members.ts'
import { nl } from './adding.nl.ts'
import { keepNumber, nextMemberNumber, numberTaken, setNumber, takenInRegister } from './adding.sql.ts'
import { type ExistingMember, type Known, type ReadMembers, readExisting, trialEnd, wrongWithDays } from './existing.rules.ts'
import { personOfNewFile } from './person.ts'

/** More at once would keep the register locked too long. */
const MOST = 1000

export type Coach = { readonly person: MemberId; readonly name: string }

/** Who may be chosen when a member is added: the coaches who work here today, and the municipalities. */
export async function choicesForAdding(tx: Tx, permit: Permit<'member.add'>): Promise<{ coaches: Coach[]; municipalities: Municipality[] }> {
  const coaches = (await staff(tx, permit)).filter(({ role }) => role === 'coach').map(({ person, name }) => ({ person, name }))
  return { coaches, municipalities: await municipalities(tx, permit) }
}

/**
 * Begins a file of somebody who took part before the cooperative began here, with the days as they were and the old number (register: BW2 61).
 * Refuses days that do not fit, a number that is taken, a benefit without its municipality, and somebody who is in the register already.
 */
export async function addExisting(tx: Tx, permit: Permit<'member.add'>, fact: ExistingMember): Promise<MemberId> {
  const { coaches } = await choicesForAdding(tx, permit)
  if (fact.coach && !coaches.some(({ person }) => person === fact.coach)) refuse(nl.refusals.noCoach, {}, { field: 'coach' })
  return write(tx, permit, fact)
}

/** Reads a file of members against the register of today; nothing is written. Refuses what is no csv, nothing at all, and too much. */
export async function readMembers(tx: Tx, permit: Permit<'member.add'>, text: string): Promise<ReadMembers> {
  const rows = rowsOfCsv(text) ?? refuse(nl.refusals.notCsv, {}, { field: 'lines' })
  if (rows.every((row) => row.every((cell) => cell.trim() === ''))) refuse(nl.refusals.notBrought, {}, { field: 'lines' })
  if (rows.length > MOST + 1) refuse(nl.refusals.tooMany, {}, { field: 'lines' })
  const choices = await choicesForAdding(tx, permit)
  const towns = choices.municipalities.flatMap(({ id, code, name }) => [[code.toLowerCase(), id] as const, [name.toLowerCase(), id] as const])
  const known: Known = {
    ...(await takenInRegister(tx, permit.organisation)),
    municipalities: new Map(towns),
    coaches: new Map(choices.coaches.map(({ person, name }) => [name.toLowerCase(), person])),
    today: permit.today,
    holdsBsn: containsBsn,
  }
  return readExisting(rows, known)
}

/** Adds all members that were read, in the order of the file, or nobody. Refuses while a line is wrong. Gives how many. */
export async function addAllExisting(tx: Tx, permit: Permit<'member.add'>, read: ReadMembers): Promise<number> {
  if (read.problems.length > 0) refuse(nl.refusals.hasProblems)
  if (read.members.length === 0) refuse(nl.refusals.notBrought, {}, { field: 'lines' })
  // Old numbers first: whoever has none gets the next one after the highest.
  for (const member of read.members.toSorted((a, b) => Number(a.number === null) - Number(b.number === null))) await write(tx, permit, member)
  return read.members.length
}

async function write(tx: Tx, permit: Permit<'member.add'>, fact: ExistingMember): Promise<MemberId> {
  const { trialFrom, memberSince, number, trade, benefit, coach } = fact
  const wrong = wrongWithDays(fact, permit.today)
  if (wrong === 'future')
    refuse(texts[permit.language].refusals.dayInFuture, {}, { field: trialFrom && trialFrom > permit.today ? 'trialFrom' : 'memberSince' })
  if (wrong) refuse(nl.refusals[wrong], {}, { field: wrong === 'trialEnd' ? 'trialUntil' : memberSince ? 'memberSince' : 'trialFrom' })
  if (number !== null && !memberSince) refuse(nl.refusals.numberOnTrial, {}, { field: 'number' })
  if (needsConsent(benefit.source) && !benefit.municipality) refuse(texts[permit.language].refusals.municipalityMissing, {}, { field: 'municipality' })
  const first = trialFrom ?? memberSince ?? permit.today
  const person = { name: fact.name, email: fact.email, language: fact.language }
  const member = await personOfNewFile(tx, permit, person, coach)
  const contact = { firstName: fact.firstName, phone: fact.phone, street: null, postCode: null, city: null }
  await insertMember(tx, permit.organisation, member, { ...person, ...contact }, permit.now)
  await giveRole(tx, permit, member, 'member', permit.today)
  if (coach) await relate(tx, permit, 'coach', member, coach)
  const step = { until: null, reason: null, destination: null, recordedAt: permit.now }
  if (trialFrom) await insertStep(tx, permit, member, { ...step, stage: 'trial', on: trialFrom, until: trialEnd(fact) })
  if (memberSince) {
    await insertStep(tx, permit, member, { ...step, stage: 'member', on: memberSince })
    await giveNumber(tx, permit, member, number)
  }
  if (trade) await insertTrade(tx, permit, member, { ...trade, from: first })
  if (benefit.source !== 'unknown') await writeBenefit(tx, permit, member, { ...benefit, from: first })
  await happened(tx, permit, 'member.added', { member })
  return member
}

async function giveNumber(tx: Tx, permit: Permit<'member.add'>, member: MemberId, number: number | null): Promise<void> {
  if (number === null) return setNumber(tx, permit.organisation, member, await nextMemberNumber(tx, permit.organisation))
  await keepNumber(tx, permit.organisation, number)
  if (await numberTaken(tx, permit.organisation, number)) refuse(nl.refusals.numberTaken, {}, { field: 'number' })
  await setNumber(tx, permit.organisation, member, number)
}
