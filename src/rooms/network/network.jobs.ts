import { job, type MemberId } from '#rooms/access'
import { forgetInquiries, tellDesk } from './inquiries/inquiries.ts'
import { jobs as introductions } from './introductions/introductions.jobs.ts'
import { forgetOfferings, tellOfQuestion } from './offerings/offerings.ts'

export const jobs = {
  'inquiry.tell': job('inquiry.keep', (tx, permit, facts) => tellDesk(tx, permit, facts.inquiry ?? '')),
  'inquiry.forget': job('inquiry.keep', (tx, permit) => forgetInquiries(tx, permit)),
  'offering.tell': job('offering.sweep', (tx, permit, facts) => tellOfQuestion(tx, permit, facts.member as MemberId)),
  'offering.forget': job('offering.sweep', (tx, permit) => forgetOfferings(tx, permit)),
  ...introductions,
}
