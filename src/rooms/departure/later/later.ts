import { createHash, randomBytes } from 'node:crypto'
import { addDays, dayOf, longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import type { MemberId, OrganisationId, Permit } from '#rooms/access'
import { findMember } from '#rooms/members'
import { cooperativeOf } from '#rooms/organisations'
import { departureTexts } from '../departure.en.ts'
import type { DepartureId } from '../departure.rules.ts'
import { departureById } from '../wizard/wizard.ts'
import { laterTexts } from './later.en.ts'
import { invitationsDue, KEPT_MONTHS, type LaterAnswers, type LaterMonths, LINK_DAYS, linkWorks, reminderDue } from './later.rules.ts'
import {
  deleteAnswersBefore,
  type Invitation,
  insertInvitation,
  insertLaterAnswer,
  insertReminder,
  insertWish,
  invitationRows,
  peopleToAsk,
} from './later.sql.ts'

/**
 * Asks whoever left and agrees to it how it goes, half a year, a year and two years after the last day: one invitation each time and at most one reminder, by mail.
 * Who has no address is not asked. Erases answers older than two years. Gives how many mails were written; `made` hears each link, which is kept nowhere.
 */
export async function askThoseWhoLeft(
  tx: Tx,
  permit: Permit<'followUp.invite'>,
  baseUrl: string | undefined,
  made: (token: string) => void = () => {},
): Promise<number> {
  await deleteAnswersBefore(tx, permit, permit.now.toZonedDateTimeISO('Europe/Amsterdam').subtract({ months: KEPT_MONTHS }).toInstant())
  let mails = 0
  for (const { departure, member, lastDay, sent } of await peopleToAsk(tx, permit)) {
    for (const months of invitationsDue(lastDay, sent, permit.today)) {
      const token = tokenOf(permit.organisation)
      const expiresOn = addDays(permit.today, LINK_DAYS)
      const mail = { member, months, token, expiresOn, baseUrl, reminder: false }
      if (!(await hasAddress(tx, permit, member))) continue
      made(token)
      const id = newId(permit.now.epochMilliseconds)
      if (await insertInvitation(tx, permit, { id, departure, months, tokenHash: digest(token), expiresOn })) mails += await mailTo(tx, permit, mail)
    }
  }
  for (const each of await invitationRows(tx, permit, null)) {
    if (!each.agrees || !reminderDue({ ...each, sentOn: dayOf(each.sentAt) }, permit.today)) continue
    const token = tokenOf(permit.organisation)
    if (await insertReminder(tx, permit, each.id, digest(token))) mails += await mailTo(tx, permit, { ...each, token, baseUrl, reminder: true })
  }
  return mails
}

/** The cooperative that a link is of, or null for what is no link. */
export function cooperativeOfLink(token: string): OrganisationId | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 48) return null
  const hex = bytes.subarray(0, 16).toString('hex')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  return isId(id) ? (id as OrganisationId) : null
}

/** What stands at a link: the questions, or that they were answered, stopped or are over. Refuses (missing) a link that is none. */
export async function invitationAt(
  tx: Tx,
  permit: Permit<'followUp.answer'>,
  token: string,
): Promise<{ readonly standing: 'open' | 'answered' | 'stopped' | 'over'; readonly cooperative: string }> {
  const found = await byToken(tx, permit, token)
  const standing = found.answered ? 'answered' : !found.agrees ? 'stopped' : linkWorks(found, permit.today) ? 'open' : 'over'
  return { standing, cooperative: (await cooperativeOf(tx, permit)).tradeName }
}

/** Keeps the three answers of whoever holds the link; the same form twice is one answer. Refuses a link that does not work any more. */
export async function answerLater(tx: Tx, permit: Permit<'followUp.answer'>, token: string, answers: LaterAnswers): Promise<void> {
  const found = await byToken(tx, permit, token)
  if (found.answered) return
  if (!linkWorks(found, permit.today)) refuse(laterTexts(permit.language).refusals.gone, {}, { kind: 'conflict' })
  if (await insertLaterAnswer(tx, permit, found.id, answers)) await happened(tx, permit, 'followUp.answered', { invitation: found.id })
}

/** Stops all asking, by whoever holds the link; also after it is over. */
export async function stopLater(tx: Tx, permit: Permit<'followUp.answer'>, token: string): Promise<void> {
  const found = await byToken(tx, permit, token)
  if (!found.agrees) return
  await insertWish(tx, permit, found.departure, false)
  await happened(tx, permit, 'followUp.stopped', { departure: found.departure })
}

/** The member changes the mind about being asked later. Refuses somebody else's departure, and one that was called off. */
export async function chooseLater(tx: Tx, permit: Permit<'departure.agree'>, id: DepartureId, agrees: boolean): Promise<void> {
  const departure = await departureById(tx, permit, id)
  const { refusals } = departureTexts(permit.language)
  if (departure.member !== permit.person) refuse(refusals.missing, {}, { kind: 'missing' })
  if (departure.moments.calledOff) refuse(refusals.over, {}, { kind: 'conflict' })
  await insertWish(tx, permit, id, agrees)
  await happened(tx, permit, agrees ? 'followUp.agreed' : 'followUp.stopped', { departure: id })
}

async function byToken(tx: Tx, permit: Permit<'followUp.answer'>, token: string): Promise<Invitation> {
  const [found] = await invitationRows(tx, permit, digest(token))
  return found ?? refuse(laterTexts(permit.language).refusals.gone, {}, { kind: 'missing' })
}

type Asking = {
  readonly member: MemberId
  readonly months: LaterMonths
  readonly token: string
  readonly expiresOn: Parameters<typeof longDay>[0]
  readonly baseUrl: string | undefined
  readonly reminder: boolean
}

async function hasAddress(tx: Tx, permit: Permit<'followUp.invite'>, member: MemberId): Promise<boolean> {
  return Boolean((await findMember(tx, permit, member))?.email)
}

async function mailTo(tx: Tx, permit: Permit<'followUp.invite'>, asking: Asking): Promise<number> {
  const row = await findMember(tx, permit, asking.member)
  if (!row?.email) return 0
  const { mail } = laterTexts(row.language)
  const cooperative = (await cooperativeOf(tx, permit)).tradeName
  const link = `${asking.baseUrl ?? ''}/hoe-gaat-het/${asking.token}`
  const params = { name: row.firstName, cooperative, months: asking.months, link, day: longDay(asking.expiresOn, row.language) }
  await queueMail(tx, permit, { to: row.email, subject: fill(asking.reminder ? mail.reminder : mail.subject, params), text: fill(mail.text, params) })
  return 1
}

function tokenOf(cooperative: OrganisationId): string {
  return Buffer.concat([Buffer.from(cooperative.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString('base64url')
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
