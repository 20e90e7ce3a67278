import { job } from '#rooms/access'
import { forgetInquiries, tellDesk } from './inquiries/inquiries.ts'

export const jobs = {
  'inquiry.tell': job('inquiry.keep', (tx, permit, facts) => tellDesk(tx, permit, facts.inquiry ?? '')),
  'inquiry.forget': job('inquiry.keep', (tx, permit) => forgetInquiries(tx, permit)),
}
