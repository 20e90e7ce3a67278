import { asSystem, type Job, job, type MemberId, type OrganisationId } from '#rooms/access'
import { tellOfWork, type WorkTold } from './between/telling.ts'
import type { InvoiceId } from './invoicing.types.ts'
import type { OpenJobId } from './open-jobs/open-jobs.rules.ts'
import { type JobTold, tellAnnouncer, tellHand, tellMembers } from './open-jobs/telling.ts'
import type { Paper } from './paper/delivery.sql.ts'
import { mailInvoice, noteFailure } from './paper/mailing.ts'
import { relieveVat } from './payments/writing-off.ts'
import { askInstalments } from './quotes/accepting/accepting.ts'
import { mailQuote, tellOfQuote } from './quotes/customer/answering.ts'
import { askDeposit, forgetQuotes } from './quotes/quoting.ts'
import type { QuoteId } from './quotes/quoting.types.ts'
import { mailReminder } from './reminding/letters.ts'
import { remindByItself } from './reminding/reminding.ts'
import { tellReminded, tellShare } from './sharing/telling.ts'

// A credit note has its own paper; the fact names both.
const subject = (facts: Readonly<Record<string, string>>) => (facts.creditNote ?? facts.invoice) as InvoiceId

const quoteOf = (facts: Readonly<Record<string, string>>) => facts.quote as QuoteId
const whatOf = ({ what }: Readonly<Record<string, string>>) => (what === 'accepted' || what === 'declined' ? what : 'asked')

const toldOfWork = (what: WorkTold) => job('memberWork.tell', (tx, permit, facts) => tellOfWork(tx, permit, facts.work ?? '', facts.member as MemberId, what))

const toldOfJob = (what: JobTold) => job('openJob.tell', (tx, permit, facts) => tellHand(tx, permit, facts.job ?? '', facts.member as MemberId, what))

/** A paper that cannot be made is a failed job, and the page of the invoice says so. */
function noted(what: Paper, work: Job): Job {
  return async (world, order) => {
    try {
      await work(world, order)
    } catch (error) {
      const organisation = order.organisation as OrganisationId
      await asSystem(world, organisation, 'invoice.mail', (tx, permit) => noteFailure(tx, permit, subject(order.facts), what))
      throw error
    }
  }
}

export const jobs = {
  'invoice.mail': noted('invoice', (world, order) =>
    job('invoice.mail', (tx, permit, facts) => mailInvoice(tx, permit, subject(facts), world.baseUrl))(world, order),
  ),
  'invoice.mailReminder': noted('reminder', (world, order) =>
    job('invoice.mail', (tx, permit, facts) => mailReminder(tx, permit, subject(facts), world.baseUrl))(world, order),
  ),
  'invoice.remind': job('invoice.remind', (tx, permit) => remindByItself(tx, permit)),
  'invoice.tellShareAsked': job('invoice.tellShare', (tx, permit, facts) => tellShare(tx, permit, facts.member as MemberId, 'shareAsked')),
  'invoice.tellShareSet': job('invoice.tellShare', (tx, permit, facts) => tellShare(tx, permit, facts.member as MemberId, 'shareSet')),
  'invoice.tellReminded': job('invoice.tellShare', (tx, permit, facts) => tellReminded(tx, permit, facts.invoice as InvoiceId)),
  'memberWork.tellAsked': toldOfWork('memberWorkAsked'),
  'memberWork.tellRecorded': toldOfWork('memberWorkRecorded'),
  'memberWork.tellAnswered': toldOfWork('memberWorkAnswered'),
  'memberWork.tellWithdrawn': toldOfWork('memberWorkWithdrawn'),
  'memberWork.tellUndone': toldOfWork('memberWorkUndone'),
  'openJob.tellMembers': job('openJob.tell', (tx, permit, facts) => tellMembers(tx, permit, facts.job as OpenJobId, facts.person as MemberId)),
  'openJob.tellJoined': job('openJob.tell', (tx, permit, facts) => tellAnnouncer(tx, permit, facts.job as OpenJobId)),
  'openJob.tellChosen': toldOfJob('openJobChosen'),
  'openJob.tellFull': toldOfJob('openJobFull'),
  'openJob.tellWithdrawn': toldOfJob('openJobWithdrawn'),
  'quote.mail': ((world, order) =>
    job('quote.mail', (tx, permit, facts) => mailQuote(tx, permit, quoteOf(facts), Number(facts.version), world.baseUrl))(world, order)) satisfies Job,
  'quote.tell': job('quote.mail', (tx, permit, facts) => tellOfQuote(tx, permit, quoteOf(facts), whatOf(facts))),
  'quote.askDeposit': job('invoice.request', (tx, permit, facts) => askDeposit(tx, permit, quoteOf(facts))),
  'quote.askInstalments': job('invoice.request', (tx, permit) => askInstalments(tx, permit)),
  'quote.forget': job('quote.forget', (tx, permit) => forgetQuotes(tx, permit)),
  'invoice.relieveVat': job('invoice.relieveVat', (tx, permit) => relieveVat(tx, permit)),
}
