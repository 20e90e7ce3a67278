import type { JobName } from './jobs.ts'

/**
 * What follows when something happened: kind → jobs, in a transaction of their own after the commit. Money and standing
 * never move here. A kind that is not listed has no consequence beyond its row.
 */
export const REACTIONS: Readonly<Record<string, readonly JobName[]>> = {
  'invoice.sent': ['invoice.mail'],
  'invoice.credited': ['invoice.mail'],
  'invoice.reminded': ['invoice.mailReminder'],
}
