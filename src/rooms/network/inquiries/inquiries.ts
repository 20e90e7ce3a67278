import { createHash, randomBytes } from 'node:crypto'
import { yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type AnyPermit, type OrganisationId, organisationsAll, type Permit, tellStaff } from '#rooms/access'
import { texts } from './inquiries.en.ts'
import { answerBy } from './inquiries.rules.ts'
import {
  deleteInquiries,
  type Inquiry,
  type InquiryFacts,
  type InquiryMessage,
  inquiryRows,
  insertEvaluation,
  insertInquiry,
  insertInquiryMessage,
  insertLink,
  messagesOf,
  nextNumber,
} from './inquiries.sql.ts'

/** How long an inquiry is kept, in days: after it was closed, and after it was asked at most. */
const KEPT = { closed: 365, asked: 730 } as const

/** The organisation whose desk answers, or null where this house has no network. */
export async function deskOrganisation(tx: Tx): Promise<OrganisationId | null> {
  return ((await organisationsAll(tx)).find(({ kind }) => kind === 'network')?.id as OrganisationId | undefined) ?? null
}

/** The secret address of an asker, made of the key of the form: the same form sent again has the same address. */
export function inquiryToken(secret: string, id: string): string {
  return createHash('sha256').update(`inquiry ${secret} ${id}`).digest('base64url').slice(0, 32)
}

/**
 * Writes down what somebody without an account asks, gives it a number and a last day, and mails where to read the answer. The same `id` once more does nothing.
 * Refuses wishes for a presentation that lie in the past.
 */
export async function ask(tx: Tx, permit: Permit<'inquiry.ask'>, id: string, facts: InquiryFacts, token: string, home: string): Promise<void> {
  const [before] = await inquiryRows(tx, permit.organisation, { id })
  if (before) return
  const words = texts(permit.language)
  if (facts.wished.some((day) => day <= permit.today)) refuse(words.refusals.past, {}, { field: 'wished1' })
  const year = yearOf(permit.today)
  const nr = `${year}-${String(await nextNumber(tx, permit.organisation, year)).padStart(4, '0')}`
  const lastDay = answerBy(facts.kind, permit.today)
  // The same form at the same moment: the other one got there first, and its number counts.
  if (!(await insertInquiry(tx, permit, facts, { id, nr, lastDay }))) return
  await insertLink(tx, permit, id, hashOf(token))
  await queueMail(tx, permit, {
    to: facts.email,
    subject: fill(words.mail.askedSubject, { nr }),
    text: fill(words.mail.asked, { nr, link: `${home}/contact/aanvraag/${token}` }),
  })
  await happened(tx, permit, 'inquiry.asked', { inquiry: id })
}

/** What the asker may read of the own inquiry, with all that was said. Refuses (missing) another address. */
export async function askedBy(tx: Tx, permit: Permit<'inquiry.ask'>, token: string): Promise<{ inquiry: Inquiry; messages: InquiryMessage[] }> {
  const [inquiry] = await inquiryRows(tx, permit.organisation, { hash: hashOf(token) })
  if (!inquiry) refuse(texts(permit.language).refusals.missing, {}, { kind: 'missing' })
  return { inquiry, messages: await messagesOf(tx, permit.organisation, inquiry.id) }
}

/** The asker writes on in the own thread; the same `id` once more does nothing. Refuses one that is closed. */
export async function writeOn(tx: Tx, permit: Permit<'inquiry.ask'>, token: string, id: string, words: string): Promise<void> {
  const { inquiry } = await askedBy(tx, permit, token)
  if (inquiry.closedAt) refuse(texts(permit.language).refusals.closed, {}, { kind: 'conflict' })
  if (await insertInquiryMessage(tx, permit, inquiry.id, id, words)) await happened(tx, permit, 'inquiry.writtenOn', { inquiry: inquiry.id })
}

/** Three answers about a presentation that was given; the first ones stay. Refuses before it was given. */
export async function evaluate(
  tx: Tx,
  permit: Permit<'inquiry.ask'>,
  token: string,
  given: { readonly clear: number; readonly useful: number; readonly words: string | null },
): Promise<void> {
  const { inquiry } = await askedBy(tx, permit, token)
  if (!inquiry.presentationOn || permit.today < inquiry.presentationOn) refuse(texts(permit.language).refusals.notGiven)
  await insertEvaluation(tx, permit, inquiry.id, given)
}

/** Tells whoever holds it, or else everybody at the desk, that something waits; never what. */
export async function tellDesk(tx: Tx, permit: Permit<'inquiry.keep'>, id: string): Promise<void> {
  const [inquiry] = await inquiryRows(tx, permit.organisation, { id })
  if (!inquiry) return
  await tellStaff(tx, permit, ['network'], [{ kind: 'inquiryWaits', link: `/netwerk/aanvragen/${id}` }], inquiry.holder)
}

/** Throws away what was kept long enough; gives how many. */
export function forgetInquiries(tx: Tx, permit: Permit<'inquiry.keep'>): Promise<number> {
  const before = (days: number) => permit.now.subtract({ hours: days * 24 })
  return deleteInquiries(tx, permit.organisation, { closed: before(KEPT.closed), asked: before(KEPT.asked) })
}

/** A key of a form as the id of what it writes. */
export function idOf(key: unknown, permit: Pick<AnyPermit, 'now'>): string {
  return typeof key === 'string' && isId(key) ? key : newId(permit.now.epochMilliseconds)
}

/** Mails the asker that something waits, with a new address of the own page. */
export async function mailAsker(
  tx: Tx,
  permit: Permit<'inquiry.handle'>,
  inquiry: Inquiry,
  what: 'answered' | 'planned' | 'closed' | 'howWasIt',
  home: string,
): Promise<void> {
  const token = randomBytes(24).toString('base64url')
  await insertLink(tx, permit, inquiry.id, hashOf(token))
  const words = texts(inquiry.language).mail
  const link = `${home}/contact/aanvraag/${token}`
  await queueMail(tx, permit, { to: inquiry.email, subject: fill(words.subject, { nr: inquiry.nr }), text: fill(words[what], { nr: inquiry.nr, link }) })
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
