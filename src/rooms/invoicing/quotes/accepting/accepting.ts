import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { storeFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { leaveMessage, type Permit } from '#rooms/access'
import { quoteTexts } from '../quotes.en.ts'
import { insertAnswer } from '../quotes.sql.ts'
import { quoteStanding } from '../quoting.rules.ts'
import { askPart, quoteForChange } from '../quoting.ts'
import type { AcceptedBy, QuoteId } from '../quoting.types.ts'
import { instalmentsDue } from './accepting.sql.ts'

export type RecordedAcceptance = { readonly name: string; readonly on: Day; readonly how: Exclude<AcceptedBy, 'link'>; readonly file: File | null }

/**
 * Writes down that the customer accepted the newest version on paper or by phone, on the day it was said; a picture or a PDF of the paper may go along. What
 * follows is what follows on the link. Refuses a day before the quote was sent, after its last day or still to come, and (conflict) what was answered,
 * withdrawn or is being changed.
 */
export async function recordAcceptance(tx: Tx, permit: Permit<'quote.recordAcceptance'>, id: QuoteId, said: RecordedAcceptance): Promise<void> {
  const quote = await quoteForChange(tx, permit, id)
  const { refusals } = quoteTexts(permit.language)
  const { document } = quote
  if (!document || quote.withdrawn || quote.outcome) return refuse(refusals.cannotRecord, {}, { kind: 'conflict' })
  if (said.on > permit.today) refuse(refusals.dayToCome, {}, { field: 'on' })
  if (said.on < document.sentOn) refuse(refusals.beforeSending, {}, { field: 'on' })
  if (quoteStanding(quote, said.on) !== 'open') refuse(refusals.afterLastDay, {}, { field: 'on' })
  const answer = { quote: id, version: quote.version, outcome: 'accepted' as const, name: said.name, reason: null }
  const paper = said.file ? await keepPaper(tx, permit, said.file) : null
  if (!(await insertAnswer(tx, permit, answer, { how: said.how, said_on: said.on, paper }))) refuse(refusals.cannotRecord, {}, { kind: 'conflict' })
  await happened(tx, permit, 'quote.accepted', { quote: id, member: quote.member, what: 'accepted' })
}

async function keepPaper(tx: Tx, permit: Permit<'quote.recordAcceptance'>, file: File): Promise<string> {
  const kept = { name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) }
  return storeFile(tx, permit, kept, { field: 'file', only: ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'] })
}

/**
 * Asks for the invoice of each instalment of an accepted quote whose day has come; the member reads that the draft waits. Each once, however often this runs:
 * what somebody asked for by hand or threw away does not come again. The end of the work is asked for by whoever did it.
 */
export async function askInstalments(tx: Tx, permit: Permit<'invoice.request'>): Promise<void> {
  for (const { quote, part } of await instalmentsDue(tx, permit)) {
    const { member } = await quoteForChange(tx, permit, quote)
    const invoice = await askPart(tx, permit, quote, part)
    await leaveMessage(tx, permit, { person: member, kind: 'quotePartDue', link: `/facturen/${invoice}`, role: 'member' })
  }
}
