import { createHash } from 'node:crypto'
import { withoutBsn } from '#kit/bsn.ts'
import { dayOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId } from '#kit/ids.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { leaveMessage, lookedBefore, type MemberId, type OrganisationId, organisationName, type Permit, personOf, staff } from '#rooms/access'
import { needsConsent } from '../benefit.rules.ts'
import { texts } from '../members.en.ts'
import { beginFile, writeBenefit } from '../members.ts'
import type { Application, MemberFacts } from '../members.types.ts'
import {
  type Answers,
  applicationByToken,
  applicationForTaking,
  deleteOld,
  insertApplication,
  markAnswered,
  markDeclined,
  markSent,
  markTaken,
  openApplications,
  saveAnswers,
} from './application.sql.ts'
import { addressIn, type Question } from './questions.rules.ts'

/** Days that an application is kept (decisions 8): unsent, declined, and sent; the comments on the columns promise the same. */
const KEPT = { begun: 14, declined: 30, sent: 365 } as const

/** A token holds the cooperative in its first half, so that one address is enough to come back to. */
export function tokenFor(cooperative: OrganisationId, secret: string, id: string): string {
  const rest = createHash('sha256').update(`application ${secret} ${id}`).digest().subarray(0, 16)
  return Buffer.concat([Buffer.from(cooperative.replaceAll('-', ''), 'hex'), rest]).toString('base64url')
}

/** The cooperative a token belongs to, or null for something that is no token. */
export function cooperativeIn(token: string): OrganisationId | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 32) return null
  const hex = bytes.subarray(0, 16).toString('hex')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  return isId(id) ? (id as OrganisationId) : null
}

/** Begins an application without an account, with what somebody chose to send along; the same form sent twice begins one. */
export async function beginApplication(tx: Tx, permit: Permit<'application.write'>, id: string, token: string, brought: string | null = null): Promise<void> {
  await insertApplication(tx, permit.organisation, id, hashOf(token), { language: permit.language, at: permit.now, brought })
}

/** Whether an application was begun with this token. */
export async function isBegun(tx: Tx, permit: Permit<'application.write'>, token: string): Promise<boolean> {
  return (await applicationByToken(tx, permit.organisation, hashOf(token))) !== null
}

/** The application behind a token. Refuses (missing) an unknown one, also after it was thrown away. */
export async function applicationOf(tx: Tx, permit: Permit<'application.write'>, token: string): Promise<Application> {
  return (await applicationByToken(tx, permit.organisation, hashOf(token))) ?? refuse(texts[permit.language].refusals.noApplication, {}, { kind: 'missing' })
}

/** Keeps the answer to one question. Refuses once it was sent, and prose that holds a BSN. */
export async function answer(
  tx: Tx,
  permit: Permit<'application.write'>,
  token: string,
  question: Question,
  answers: Omit<Answers, 'unsure'>,
  unsure: boolean,
): Promise<void> {
  const before = await applicationOf(tx, permit, token)
  if (before.sentAt) refuse(texts[permit.language].refusals.sentAlready, {}, { kind: 'conflict' })
  if (answers.idea) withoutBsn(answers.idea, 'idea')
  if (answers.note) withoutBsn(answers.note, 'note')
  const others = before.unsure.filter((other) => other !== question)
  await saveAnswers(tx, permit.organisation, before.id, { ...answers, unsure: unsure ? [...others, question] : others })
}

/** Sends it to the coach's list. Refuses without a name and a way to answer; sending twice is one sending. */
export async function sendApplication(tx: Tx, permit: Permit<'application.write'>, token: string): Promise<void> {
  const application = await applicationOf(tx, permit, token)
  if (application.sentAt) return
  if (!application.firstName) refuse(texts[permit.language].refusals.nameMissing, {}, { field: 'firstName' })
  if (!application.reach) refuse(texts[permit.language].refusals.reachMissing, {}, { field: 'reach' })
  await markSent(tx, permit.organisation, application.id, permit.now)
  await happened(tx, permit, 'application.sent', { application: application.id })
}

/** The coach's list: sent, and taken up by nobody yet. */
export function applications(tx: Tx, permit: Permit<'application.read'>): Promise<Application[]> {
  return openApplications(tx, permit.organisation)
}

/** A coach takes up an application and begins a file; gives the member. Refuses the second time. */
export async function takeApplication(
  tx: Tx,
  permit: Permit<'application.take'>,
  id: string,
  facts: { readonly name: string; readonly email: string | null; readonly phone: string | null; readonly municipality: OrganisationId | null },
): Promise<MemberId> {
  const application =
    (await applicationForTaking(tx, permit.organisation, id)) ?? refuse(texts[permit.language].refusals.noApplication, {}, { kind: 'missing' })
  if (application.takenAt) refuse(texts[permit.language].refusals.takenAlready, {}, { kind: 'conflict' })
  if (application.declinedAt) refuse(texts[permit.language].refusals.declinedAlready, {}, { kind: 'conflict' })
  const person: MemberFacts = {
    firstName: application.firstName ?? facts.name,
    name: facts.name,
    email: facts.email,
    phone: facts.phone,
    street: null,
    postCode: null,
    city: null,
    language: application.language,
  }
  const on = dayOf(application.sentAt ?? permit.now)
  const member = await beginFile(tx, permit, { ...person, stage: 'applied', on, coach: personOf(permit) })
  const source = application.benefit ?? 'unknown'
  // Without the municipality we do not know who decides, so the source stays unknown until the coach has asked.
  if (!needsConsent(source) || facts.municipality) await writeBenefit(tx, permit, member, { source, municipality: facts.municipality, from: on })
  await markTaken(tx, permit.organisation, id, member, permit.now)
  await lookedBefore(tx, permit, 'application', id, member)
  await happened(tx, permit, 'application.taken', { application: id, member })
  return member
}

/**
 * Writes back to somebody who applied, and with `declined` closes the application. With an e-mail address the words go there; without one whoever
 * writes calls instead. Gives whether a mail went out. Refuses one that was taken up or declined.
 */
export async function writeBack(
  tx: Tx,
  permit: Permit<'application.answer'>,
  id: string,
  answer: { readonly words: string; readonly declined: boolean },
): Promise<boolean> {
  const { refusals } = texts[permit.language]
  const application = (await applicationForTaking(tx, permit.organisation, id)) ?? refuse(refusals.noApplication, {}, { kind: 'missing' })
  if (application.takenAt) refuse(refusals.takenAlready, {}, { kind: 'conflict' })
  if (application.declinedAt) refuse(refusals.declinedAlready, {}, { kind: 'conflict' })
  const to = addressIn(application)
  if (!to && !answer.declined) refuse(refusals.noAddress, {}, { field: 'words' })
  if (to) {
    const mail = texts[application.language].mails[answer.declined ? 'declined' : 'answered']
    const cooperative = (await organisationName(tx, permit.organisation)) ?? ''
    const words = { name: application.firstName ?? '', cooperative, words: withoutBsn(answer.words, 'words') }
    await queueMail(tx, permit, { to, subject: fill(mail.subject, words), text: fill(mail.text, words) })
  }
  await (answer.declined ? markDeclined : markAnswered)(tx, permit, id)
  await happened(tx, permit, answer.declined ? 'application.declined' : 'application.answered', { application: id })
  return to !== null
}

/** Tells the coaches that somebody applied, without particulars; where nobody is a coach, the board. */
export async function tellOfApplication(tx: Tx, permit: Permit<'application.tell'>): Promise<void> {
  const here = await staff(tx, permit)
  const coaches = here.filter(({ role }) => role === 'coach')
  for (const { person, role } of coaches.length > 0 ? coaches : here.filter((each) => each.role === 'board')) {
    await leaveMessage(tx, permit, { person, kind: 'applicationWaits', link: '/aanmeldingen', role })
  }
}

/** Throws away what was kept long enough: unsent for fourteen days, declined for thirty, sent for a year; gives how many. */
export function forgetApplications(tx: Tx, permit: Permit<'application.write'>): Promise<number> {
  const before = (days: number) => permit.now.subtract({ hours: days * 24 })
  return deleteOld(tx, permit.organisation, { begun: before(KEPT.begun), declined: before(KEPT.declined), sent: before(KEPT.sent) })
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
