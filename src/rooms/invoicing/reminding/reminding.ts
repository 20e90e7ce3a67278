import { addDays, clockTime, type Day, daysBetween } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type Permit, personOf } from '#rooms/access'
import { texts as invoiceTexts } from '../invoicing.en.ts'
import { invoiceById, lockInvoice } from '../invoicing.sql.ts'
import type { InvoiceId } from '../invoicing.types.ts'
import { mailAddress, notePaper } from '../paper/delivery.ts'
import { openInvoice } from '../payments/collecting.ts'
import { remindingTexts } from './reminding.en.ts'
import { nl } from './reminding.nl.ts'
import { atDaytime, costsNamed, goesByItself, haltOf, nextStep, outOfOrder, type RemindingScheme, type RemindingStep, STEPS } from './reminding.rules.ts'
import {
  endPause,
  insertPause,
  insertStep,
  type PauseReason,
  type PauseRow,
  type RemindingRow,
  remindingRows,
  type StepRow,
  saveScheme,
  schemeOf,
} from './reminding.sql.ts'

export type RemindingStanding = {
  readonly past: readonly StepRow[]
  readonly pauses: readonly PauseRow[]
  readonly halt: ReturnType<typeof haltOf>
  readonly next: { readonly step: RemindingStep; readonly from: Day } | null
}

export type RemindingLine = { readonly invoice: Pick<RemindingRow, 'id' | 'number' | 'customerName' | 'member' | 'open' | 'dueOn'> } & RemindingStanding

/** A member asks for at most so many days of rest for a customer. */
const MEMBER_DAYS = 30

/** Where reminding stands for each open invoice that is overdue, the longest first. One query, however many there are. */
export async function remindingLines(tx: Tx, permit: AnyPermit): Promise<RemindingLine[]> {
  return (await remindingRows(tx, permit, null)).map((row) => ({ invoice: row, ...standingFrom(row, permit.today) }))
}

/** Of the lines those whose next step may be done on the day. */
export function dueToday(lines: readonly RemindingLine[], today: Day): RemindingLine[] {
  return lines.filter((line) => line.halt === null && line.next !== null && line.next.from <= today)
}

/** Where reminding stands for one invoice, for its page. Refuses (missing) what is out of reach. */
export async function remindingOf(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<RemindingStanding> {
  const [row] = await remindingRows(tx, permit, invoice)
  return row ? standingFrom(row, permit.today) : refuse(invoiceTexts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

/**
 * Does the next step by hand: a mail follows, or without an e-mail address it is a letter to print and post; of a telephone call the words are kept.
 * The first friendly one may go on the day after the last day to pay. Refuses before that day, what is paused or asked about, a call without
 * words, a write-off (which is proposed elsewhere), and (conflict) when nothing is open or the next step is not due.
 */
export async function remind(tx: Tx, permit: Permit<'invoice.remind'>, id: InvoiceId, words: string | null = null): Promise<void> {
  await openInvoice(tx, permit, id)
  const { refusals } = invoiceTexts[permit.language]
  const own = remindingTexts(permit.language).refusals
  const { halt, next, past } = await remindingOf(tx, permit, id)
  if (halt === 'notDue') refuse(refusals.notDueYet)
  if (halt === 'question') refuse(own.question)
  if (halt === 'paused') refuse(own.paused)
  if (halt === 'proposed') refuse(own.proposed)
  if (!next) return refuse(own.allDone, {}, { kind: 'conflict' })
  if (next.from > permit.today && past.length > 0) refuse(refusals.remindedBefore, {}, { kind: 'conflict' })
  if (next.step === 'writeOff') return refuse(own.writeOffNext)
  if (next.step === 'call' && !words) refuse(own.noWords, {}, { field: 'words' })
  await doStep(tx, permit, id, next.step, words)
}

/** Sends the mails and letters that were chosen from the list of today. What was settled, paused or sent meanwhile is passed over. Gives how many went. */
export async function remindChosen(tx: Tx, permit: Permit<'invoice.remind'>, chosen: readonly InvoiceId[]): Promise<number> {
  const wanted = new Set(chosen)
  let sent = 0
  for (const { invoice, next } of dueToday(await remindingLines(tx, permit), permit.today)) {
    if (!wanted.has(invoice.id) || !next || next.step === 'call' || next.step === 'writeOff') continue
    await doStep(tx, permit, invoice.id, next.step, null)
    sent++
  }
  return sent
}

/** The two friendly mails go by themselves where the treasurer switched that on: at daytime on a working day, to customers with an e-mail address. Gives how many. */
export async function remindByItself(tx: Tx, permit: Permit<'invoice.remind'>): Promise<number> {
  if (!atDaytime(permit.today, Number(clockTime(permit.now).slice(0, 2))) || !(await schemeOf(tx, permit)).automatic) return 0
  let sent = 0
  for (const { invoice, next } of dueToday(await remindingLines(tx, permit), permit.today)) {
    if (!next || !goesByItself(next.step)) continue
    const full = await invoiceById(tx, permit, invoice.id)
    if (!full || !(await mailAddress(tx, permit, full))) continue
    await doStep(tx, permit, invoice.id, next.step, null)
    sent++
  }
  return sent
}

/**
 * Nobody is reminded of an invoice up to and with a day, or until somebody ends it. A member may ask it for the own customer, for thirty days
 * at most. Refuses (missing) what is out of reach, a day that has passed, and (conflict) when a pause runs already.
 */
export async function pauseReminding(
  tx: Tx,
  permit: Permit<'invoice.pauseReminding'>,
  id: InvoiceId,
  pause: { readonly why: PauseReason; readonly words: string; readonly until: Day | null },
): Promise<void> {
  const invoice = await ownInvoice(tx, permit, id)
  const { refusals } = remindingTexts(permit.language)
  const { until } = pause
  if (until !== null && until < permit.today) refuse(refusals.past, {}, { field: 'until' })
  const office = permit.reach === 'organisation'
  if (!office && (until === null || daysBetween(permit.today, until) > MEMBER_DAYS)) refuse(refusals.tooLong, { days: MEMBER_DAYS }, { field: 'until' })
  const running = (await remindingOf(tx, permit, id)).pauses.find((each) => !each.ended)
  if (running && (running.until === null || permit.today <= running.until)) refuse(refusals.pausedBefore, {}, { kind: 'conflict' })
  if (running) await endPause(tx, permit, id)
  const why = office ? pause.why : 'member'
  await insertPause(tx, permit, { ...pause, why, id: newId(permit.now.epochMilliseconds), invoice: id, by: personOf(permit) })
  await happened(tx, permit, 'invoice.remindingPaused', { invoice: id, member: invoice.member })
}

/** Reminding goes on. A member ends only what was asked by the member. Refuses (missing) what is out of reach, and (conflict) where no pause runs. */
export async function resumeReminding(tx: Tx, permit: Permit<'invoice.pauseReminding'>, id: InvoiceId): Promise<void> {
  const invoice = await ownInvoice(tx, permit, id)
  const { refusals } = remindingTexts(permit.language)
  const running = (await remindingOf(tx, permit, id)).pauses.find((each) => !each.ended)
  if (running && permit.reach !== 'organisation' && running.by !== permit.person) refuse(refusals.notYours, {}, { kind: 'forbidden' })
  if (!(await endPause(tx, permit, id))) refuse(refusals.notPaused, {}, { kind: 'conflict' })
  await happened(tx, permit, 'invoice.remindingResumed', { invoice: id, member: invoice.member })
}

/** Keeps how the cooperative reminds. Refuses steps that are not later than the one before. */
export async function setReminding(tx: Tx, permit: Permit<'invoice.setReminding'>, scheme: RemindingScheme): Promise<void> {
  const wrong = outOfOrder(scheme.after)
  if (wrong) refuse(remindingTexts(permit.language).refusals.order, {}, { field: wrong })
  await saveScheme(tx, permit, scheme)
  await happened(tx, permit, 'invoice.remindingSet', {})
}

/** How the cooperative reminds: days after the last day to pay, per step. One query. */
export function remindingScheme(tx: Tx, permit: AnyPermit): Promise<RemindingScheme> {
  return schemeOf(tx, permit)
}

/** The steps in their order, with what each is called in Dutch. */
export const remindingWords = { steps: STEPS, names: nl.step }

/** Proposes how long a pause lasts: two weeks. */
export function usualPause(today: Day): Day {
  return addDays(today, 14)
}

async function doStep(tx: Tx, permit: Permit<'invoice.remind'>, id: InvoiceId, step: Exclude<RemindingStep, 'writeOff'>, words: string | null): Promise<void> {
  const invoice = await openInvoice(tx, permit, id)
  const address = await mailAddress(tx, permit, invoice)
  const how = step === 'call' ? 'phone' : address ? 'mail' : 'paper'
  const costs = costsNamed(await schemeOf(tx, permit), step, invoice.document.buyer.kind)
  if (!(await insertStep(tx, permit, { invoice: id, step, how, words, costs })))
    refuse(invoiceTexts[permit.language].refusals.remindedBefore, {}, { kind: 'conflict' })
  if (step === 'call') return void (await happened(tx, permit, 'invoice.called', { invoice: id, member: invoice.member }))
  await notePaper(tx, permit, id, 'reminder', address)
  await happened(tx, permit, 'invoice.reminded', { invoice: id, member: invoice.member })
}

function standingFrom(row: RemindingRow, today: Day): RemindingStanding {
  const { open, dueOn, asked: question, proposed, pauses, steps: past } = row
  return { past, pauses, halt: haltOf({ open, dueOn, question, proposed, pauses }, today), next: dueOn ? nextStep(row.scheme, dueOn, past) : null }
}

async function ownInvoice(tx: Tx, permit: Permit<'invoice.pauseReminding'>, id: InvoiceId) {
  await lockInvoice(tx, permit, id)
  const invoice = await invoiceById(tx, permit, id)
  return invoice && covers(permit, invoice.member) ? invoice : refuse(invoiceTexts[permit.language].refusals.missing, {}, { kind: 'missing' })
}
