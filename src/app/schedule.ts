import type { Rhythm } from '#kit/jobs.ts'
import type { JobName } from './jobs.ts'

/** What comes back by itself: when, in Amsterdam's time, and for each organisation of which kind. */
export const SCHEDULE: readonly { readonly job: JobName; readonly cron: string; readonly for: 'cooperative' | 'municipality' | 'network' }[] = [
  { job: 'ledger.seal', cron: '*/10 * * * *', for: 'cooperative' },
  { job: 'ledger.verify', cron: '40 3 * * *', for: 'cooperative' },
  { job: 'application.forget', cron: '15 3 * * *', for: 'cooperative' },
  { job: 'coaching.forget', cron: '30 3 * * *', for: 'cooperative' },
  { job: 'work.forget', cron: '16 3 * * *', for: 'cooperative' },
  { job: 'relocation.forget', cron: '19 3 * * *', for: 'cooperative' },
  { job: 'offering.forget', cron: '17 3 * * *', for: 'cooperative' },
  { job: 'start.watch', cron: '16 3 * * *', for: 'network' },
  { job: 'inquiry.forget', cron: '18 3 * * *', for: 'network' },
  { job: 'knowledge.lookAfter', cron: '25 9 * * *', for: 'cooperative' },
  { job: 'knowledge.lookAfterTowns', cron: '25 9 * * *', for: 'municipality' },
  { job: 'question.forget', cron: '19 3 * * *', for: 'network' },
  { job: 'whatIf.forget', cron: '25 3 * * *', for: 'cooperative' },
  { job: 'partner.forget', cron: '28 3 * * *', for: 'cooperative' },
  { job: 'errand.clear', cron: '35 3 * * *', for: 'cooperative' },
  { job: 'quote.forget', cron: '25 3 * * *', for: 'cooperative' },
  { job: 'quote.askInstalments', cron: '30 6 * * *', for: 'cooperative' },
  { job: 'invoice.relieveVat', cron: '45 4 * * *', for: 'cooperative' },
  { job: 'invoice.remind', cron: '0 10 * * 1-5', for: 'cooperative' },
  { job: 'consent.remindDesk', cron: '5 9 * * *', for: 'municipality' },
  { job: 'consent.remindMembers', cron: '5 9 * * *', for: 'cooperative' },
  { job: 'consent.sendLetters', cron: '* * * * *', for: 'municipality' },
  { job: 'followUp.invite', cron: '15 9 * * *', for: 'cooperative' },
  { job: 'introduction.askBack', cron: '20 9 * * *', for: 'cooperative' },
  { job: 'introduction.askBackTowns', cron: '20 9 * * *', for: 'municipality' },
  { job: 'introduction.forget', cron: '19 3 * * *', for: 'cooperative' },
  { job: 'introduction.forgetTowns', cron: '19 3 * * *', for: 'municipality' },
  { job: 'watch.askAll', cron: '50 4 * * *', for: 'municipality' },
  { job: 'signal.look', cron: '45 4 * * *', for: 'cooperative' },
  { job: 'signal.forget', cron: '19 3 * * *', for: 'network' },
  { job: 'figures.count', cron: '10 4 * * *', for: 'cooperative' },
  { job: 'figures.tell', cron: '10 5 * * *', for: 'network' },
  { job: 'statement.remind', cron: '0 9 * * *', for: 'cooperative' },
]

/** The same as times alone, with what the house itself does: clearing away at night, and mail that waited for its hour. */
export const rhythms: readonly Rhythm[] = [
  ...SCHEDULE.map(({ job, cron }) => ({ job, cron })),
  { job: 'house.sweep', cron: '20 3 * * *' },
  { job: 'house.messages', cron: '*/10 * * * *' },
]
