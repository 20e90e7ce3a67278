import type { JobName } from './jobs.ts'

/**
 * What follows when something happened: kind → jobs, in a transaction of their own after the commit. Money and standing
 * never move here. A kind that is not listed has no consequence beyond its row.
 */
export const REACTIONS: Readonly<Record<string, readonly JobName[]>> = {
  'consent.moreAsked': ['consent.tell'],
  'consent.granted': ['consent.tell'],
  'consent.refused': ['consent.tell'],
  'consent.leftUnprocessed': ['consent.tell'],
  'consent.suspended': ['consent.tell'],
  'consent.resumed': ['consent.tell'],
  'consent.consentWithdrawn': ['consent.tell'],
  'agreement.proposed': ['agreement.tell'],
  'agreement.proposedToMore': ['agreement.tell'],
  'invoice.sent': ['invoice.mail'],
  'invoice.credited': ['invoice.mail'],
  'invoice.reminded': ['invoice.mailReminder'],
}
