import { job, type MemberId } from '#rooms/access'
import { forgetInquiries, tellDesk } from './inquiries/inquiries.ts'
import { jobs as introductions } from './introductions/introductions.jobs.ts'
import { jobs as asking } from './knowledge/asking/asking.jobs.ts'
import { jobs as owning } from './knowledge/owning/owning.jobs.ts'
import { jobs as lending } from './lending/borrowing/telling.ts'
import { forgetQuestions, tellOfQuestion, tellOfQuote } from './offerings/asking/asking.ts'
import { tellProposed } from './offerings/keeping/changing.ts'
import { forgetOfferings } from './offerings/offerings.ts'
import { jobs as papers } from './papers/versions/telling.ts'
import { jobs as signals } from './signals/signals.jobs.ts'
import { jobs as starting } from './starting/starting.jobs.ts'

export const jobs = {
  ...papers,
  ...starting,
  ...signals,
  'inquiry.tell': job('inquiry.keep', (tx, permit, facts) => tellDesk(tx, permit, facts.inquiry ?? '')),
  'inquiry.forget': job('inquiry.keep', (tx, permit) => forgetInquiries(tx, permit)),
  'offering.tell': job('offering.sweep', (tx, permit, facts) => tellOfQuestion(tx, permit, facts.member as MemberId)),
  'offering.tellQuote': job('offering.sweep', (tx, permit, facts) =>
    tellOfQuote(tx, permit, { member: facts.member as MemberId, quote: facts.quote ?? '', by: facts.by ?? '' }),
  ),
  'offering.tellProposed': job('offering.sweep', (tx, permit, facts) => tellProposed(tx, permit, facts.offering ?? '', facts.member as MemberId)),
  'offering.forget': job('offering.sweep', async (tx, permit) => {
    await forgetQuestions(tx, permit)
    await forgetOfferings(tx, permit)
  }),
  ...introductions,
  ...asking,
  ...owning,
  ...lending,
}
