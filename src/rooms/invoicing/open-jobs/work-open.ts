import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { quoteRows } from '../quotes/quotes.sql.ts'
import { quoteStanding } from '../quotes/quoting.rules.ts'
import { openJobStanding } from './open-jobs.rules.ts'
import { jobRows } from './open-jobs.sql.ts'

/** Work of a member that is not done yet: quotes that a customer can still accept or did, and jobs that the member announced or joined. */
export type WorkOpen = {
  readonly quotes: readonly { readonly id: string; readonly number: string; readonly customer: string; readonly accepted: boolean; readonly workOn: Day }[]
  readonly jobs: readonly { readonly id: string; readonly title: string; readonly workOn: Day; readonly own: boolean }[]
}

/** The work of a member that is still open on the day of the permit: of quotes what can be accepted, or was for a day to come; of jobs those to come. */
export async function workOpen(tx: Tx, permit: AnyPermit, member: MemberId): Promise<WorkOpen> {
  const quotes = (await quoteRows(tx, permit)).filter((quote) => quote.member === member)
  const jobs = (await jobRows(tx, permit)).filter((job) => job.workOn >= permit.today && openJobStanding(job, permit.today) !== 'withdrawn')
  return {
    quotes: quotes.flatMap((quote) => {
      const standing = quoteStanding(quote, permit.today)
      const document = quote.document
      if (!document || !(standing === 'open' || (standing === 'accepted' && document.workOn >= permit.today))) return []
      return [{ id: quote.id, number: quote.number, customer: document.buyer.name, accepted: standing === 'accepted', workOn: document.workOn }]
    }),
    jobs: jobs
      .filter((job) => job.announcedBy === member || job.hands.some((hand) => hand.member === member))
      .map((job) => ({ id: job.id, title: job.title, workOn: job.workOn, own: job.announcedBy === member })),
  }
}
