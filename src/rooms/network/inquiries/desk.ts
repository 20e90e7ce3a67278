import { addDays, type Day, dayOf, startOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type Permit, type PersonId, personOf, staff } from '#rooms/access'
import { stepQuestionsBetween } from '../starting/questions/questions.ts'
import { nl } from './desk.nl.ts'
import { firstReply, inquiryStanding, type Presentation, quarterCalled, reportOf, waitsForDesk } from './inquiries.rules.ts'
import {
  endTemplate,
  type Inquiry,
  inquiryRows,
  insertHolder,
  insertInquiryClosing,
  insertInquiryMessage,
  insertPresentation,
  insertTemplate,
  messagesOf,
  templateRows,
} from './inquiries.sql.ts'
import { mailAsker } from './inquiries.ts'

/** Who sits at the desk, each once, by name. */
async function atDesk(tx: Tx, permit: Permit<'inquiry.read' | 'inquiry.handle'>): Promise<{ id: PersonId; name: string }[]> {
  const seats = (await staff(tx, permit)).filter(({ role }) => role === 'network')
  return [...new Map(seats.map(({ person, name }) => [person, { id: person, name }])).values()]
}

/** Every inquiry that is not closed, with where it stands; what the desk has to do first, then by its last day. */
export async function deskList(tx: Tx, permit: Permit<'inquiry.read'>) {
  const names = new Map((await atDesk(tx, permit)).map(({ id, name }) => [id, name]))
  const rows = (await inquiryRows(tx, permit.organisation, { open: true })).map((inquiry) => {
    const standing = inquiryStanding(inquiry, permit.today)
    return { inquiry, standing, holder: inquiry.holder ? (names.get(inquiry.holder) ?? nl.gone) : null, waits: waitsForDesk(standing, inquiry.askerWaits) }
  })
  return rows.toSorted((a, b) => Number(b.waits) - Number(a.waits) || a.inquiry.lastDay.localeCompare(b.inquiry.lastDay))
}

/** One inquiry with all that was said and what the desk can answer with. Refuses (missing) one that is not there. */
export async function deskInquiry(tx: Tx, permit: Permit<'inquiry.read'>, id: string) {
  const inquiry = await held(tx, permit, id)
  const people = await atDesk(tx, permit)
  return {
    inquiry,
    people,
    messages: await messagesOf(tx, permit.organisation, id),
    templates: await templateRows(tx, permit.organisation),
    standing: inquiryStanding(inquiry, permit.today),
  }
}

/** Takes an inquiry, or hands it to a colleague at the desk. Refuses somebody who does not sit there, and one that is closed. */
export async function handOn(tx: Tx, permit: Permit<'inquiry.handle'>, id: string, to: string | null): Promise<void> {
  const inquiry = await stillOpen(tx, permit, id)
  const holder = (to ?? personOf(permit)) as PersonId
  if (!(await atDesk(tx, permit)).some((person) => person.id === holder)) refuse(nl.refusals.notAtDesk, {}, { field: 'holder' })
  if (inquiry.holder === holder) return
  await insertHolder(tx, permit, id, newId(permit.now.epochMilliseconds), holder)
  await happened(tx, permit, 'inquiry.handed', { inquiry: id, holder })
}

/** Answers in the thread and mails the asker that an answer waits, never the answer itself. Whoever answers one that nobody held, holds it. */
export async function answer(tx: Tx, permit: Permit<'inquiry.handle'>, id: string, words: string, home: string): Promise<void> {
  const inquiry = await stillOpen(tx, permit, id)
  if (!inquiry.holder) await handOn(tx, permit, id, null)
  await insertInquiryMessage(tx, permit, id, newId(permit.now.epochMilliseconds), words)
  await mailAsker(tx, permit, inquiry, 'answered', home)
  await happened(tx, permit, 'inquiry.answered', { inquiry: id })
}

/** Plans a presentation, or moves it. Refuses a day that is over and anything but a presentation. */
export async function planPresentation(tx: Tx, permit: Permit<'inquiry.handle'>, id: string, planned: Presentation, home: string): Promise<void> {
  const inquiry = await stillOpen(tx, permit, id)
  if (inquiry.kind !== 'presentation') refuse(nl.refusals.noPresentation)
  if (planned.on < permit.today) refuse(nl.refusals.dayOver, {}, { field: 'on' })
  if (!inquiry.holder) await handOn(tx, permit, id, null)
  await insertPresentation(tx, permit, id, newId(permit.now.epochMilliseconds), planned)
  await mailAsker(tx, permit, inquiry, 'planned', home)
  await happened(tx, permit, 'inquiry.planned', { inquiry: id })
}

/** Closes an inquiry; after a presentation the mail asks how it was. Refuses one that nobody answered, and one that is closed (conflict). */
export async function closeInquiry(tx: Tx, permit: Permit<'inquiry.handle'>, id: string, home: string): Promise<void> {
  const inquiry = await stillOpen(tx, permit, id)
  if (!inquiry.firstAnswerAt && !inquiry.presentation) refuse(nl.refusals.unanswered)
  if (!(await insertInquiryClosing(tx, permit, id))) refuse(nl.refusals.closed, {}, { kind: 'conflict' })
  await mailAsker(tx, permit, inquiry, inquiry.presentationOn && inquiry.presentationOn <= permit.today ? 'howWasIt' : 'closed', home)
  await happened(tx, permit, 'inquiry.closed', { inquiry: id })
}

/** What was asked in a quarter, counted by kind and at steps of the start path, with what people thought of presentations. Refuses (missing) a quarter that is none. */
export async function quarterReport(tx: Tx, permit: Permit<'inquiry.read'>, name: string) {
  const quarter = quarterCalled(name) ?? refuse(nl.refusals.noQuarter, {}, { kind: 'missing' })
  const rows = await inquiryRows(tx, permit.organisation, { from: startOf(quarter.from), until: startOf(addDays(quarter.until, 1)) })
  const day = (at: Temporal.Instant | null): Day | null => (at ? dayOf(at) : null)
  const asked = (await stepQuestionsBetween(tx, permit, quarter.from, quarter.until)).map((row) => ({
    ...row,
    kind: 'startStep' as const,
    firstAnswerAt: row.answeredAt,
  }))
  const lines = reportOf(
    [...rows.map((row) => ({ ...row, firstAnswerAt: firstReply(row) })), ...asked].map((row) => ({
      ...row,
      askedOn: dayOf(row.askedAt),
      firstAnswerOn: day(row.firstAnswerAt),
    })),
    permit.today,
  )
  return { quarter, today: permit.today, lines, evaluations: rows.flatMap(({ evaluation }) => (evaluation ? [evaluation] : [])) }
}

/** The answers that are kept ready. */
export function answerTemplates(tx: Tx, permit: Permit<'inquiry.template'>) {
  return templateRows(tx, permit.organisation)
}

/** Keeps an answer ready for next time. */
export async function keepTemplate(tx: Tx, permit: Permit<'inquiry.template'>, facts: { readonly title: string; readonly words: string }): Promise<void> {
  await insertTemplate(tx, permit, newId(permit.now.epochMilliseconds), facts)
}

/** Stops offering an answer; answers that were sent stay as they are. */
export async function dropTemplate(tx: Tx, permit: Permit<'inquiry.template'>, id: string): Promise<void> {
  await endTemplate(tx, permit, id)
}

async function held(tx: Tx, permit: Permit<'inquiry.read' | 'inquiry.handle'>, id: string): Promise<Inquiry> {
  const [inquiry] = await inquiryRows(tx, permit.organisation, { id })
  return inquiry ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

async function stillOpen(tx: Tx, permit: Permit<'inquiry.handle'>, id: string): Promise<Inquiry> {
  const inquiry = await held(tx, permit, id)
  return inquiry.closedAt ? refuse(nl.refusals.closed, {}, { kind: 'conflict' }) : inquiry
}
