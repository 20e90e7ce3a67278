import type { Tx } from '#kit/db.ts'
import { organisationsAll, type Permit } from '#rooms/access'
import { type InquiryStanding, inquiryStanding, waitsForDesk } from '../inquiries/inquiries.rules.ts'
import { type Inquiry, inquiryRows } from '../inquiries/inquiries.sql.ts'
import { isOpen, questionStanding } from '../knowledge/asking/asking.rules.ts'
import { questionRows } from '../knowledge/asking/asking.sql.ts'
import { isStale } from '../listings/listings.rules.ts'
import { listings } from '../listings/listings.sql.ts'
import { callsOf, signalsSeen } from '../signals/signals.sql.ts'
import { confirmings } from '../starting/confirming/confirming.sql.ts'
import { stepQuestionsOpen } from '../starting/questions/questions.ts'
import { townsToVerify } from '../starting/signing-up/signing-up.ts'

/** How many inquiries stand on the first page. */
const FIRST = 5

/** What waits for the desk of the network, and who takes part: of a cooperative only what it shares. */
export async function networkToday(tx: Tx, permit: Permit<'home.network'>) {
  const { today } = permit
  const inquiries = (await inquiryRows(tx, permit.organisation, { open: true }))
    .map((inquiry): { readonly inquiry: Inquiry; readonly standing: InquiryStanding } => ({ inquiry, standing: inquiryStanding(inquiry, today) }))
    .filter(({ inquiry, standing }) => waitsForDesk(standing, inquiry.askerWaits))
    .toSorted((a, b) => a.inquiry.lastDay.localeCompare(b.inquiry.lastDay))
  const questions = (await questionRows(tx, { unanswered: true })).filter((each) => isOpen(questionStanding(each, today)))
  const steps = await stepQuestionsOpen(tx, permit)
  const calling = new Set((await callsOf(tx, permit)).flatMap(({ cooperative, doneAt }) => (doneAt === null ? [cooperative] : [])))
  const calls = [...(await signalsSeen(tx)).keys()].filter((cooperative) => !calling.has(cooperative))
  const begins = (await confirmings(tx)).filter(({ answer }) => !answer).length + (await townsToVerify(tx, permit)).length
  return {
    first: inquiries.slice(0, FIRST),
    late: inquiries.filter(({ standing }) => standing === 'late').length,
    counts: {
      inquiries: inquiries.length,
      questions: questions.length + steps.length,
      calls: calls.length,
      begins,
      entries: (await listings(tx)).filter((entry) => isStale(entry, today)).length,
    },
    // Those that the network has yet to confirm are not among them.
    organisations: (await organisationsAll(tx)).filter(({ provisional }) => !provisional),
  }
}

export type NetworkToday = Awaited<ReturnType<typeof networkToday>>
