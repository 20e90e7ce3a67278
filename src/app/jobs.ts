import { onHappened } from '#kit/happened.ts'
import { claimJob, type Handler, type Jobs } from '#kit/jobs.ts'
import { onMail } from '#kit/mail.ts'
import type { PostOffice } from '#kit/post.ts'
import { sweep } from '#kit/sweep.ts'
import {
  clearPieces,
  clearSignIn,
  errandJob,
  errandsInHand,
  forgetErrands,
  forgetLooks,
  forgetMessages,
  type Job,
  job,
  mailMessage,
  mailMessages,
  organisationsAll,
  type World,
} from '#rooms/access'
import { forgetNeeds } from '#rooms/coaching'
import { forgetAnswers } from '#rooms/homes'
import { jobs as agreements } from '../rooms/agreements/agreements.jobs.ts'
import { errands as banking } from '../rooms/banking/banking.jobs.ts'
import { jobs as coaching } from '../rooms/coaching/coaching.jobs.ts'
import { jobs as consent } from '../rooms/consent/consent.jobs.ts'
import { jobs as departure } from '../rooms/departure/departure.jobs.ts'
import { jobs as invoicing } from '../rooms/invoicing/invoicing.jobs.ts'
import { jobs as law } from '../rooms/law/law.jobs.ts'
import { jobs as ledger } from '../rooms/ledger/ledger.jobs.ts'
import { jobs as members } from '../rooms/members/members.jobs.ts'
import { jobs as network } from '../rooms/network/network.jobs.ts'
import { jobs as outcomes } from '../rooms/outcomes/national/national.jobs.ts'
import { jobs as oversight } from '../rooms/oversight/oversight.jobs.ts'
import { errands as closing, jobs as settlement } from '../rooms/settlement/settlement.jobs.ts'
import { jobs as spending } from '../rooms/spending/spending.jobs.ts'
import { exporting } from './export-errand.ts'
import { REACTIONS } from './reactions.ts'
import { SCHEDULE } from './schedule.ts'

/** All work that can be asked for later, from the rooms, by its name. */
const JOBS = {
  'message.mail': mailMessage,
  'errand.run': errandJob({ ...banking, ...closing, 'export.make': exporting }),
  'errand.clear': job('export.make', clearPieces),
  ...ledger,
  ...law,
  ...members,
  ...consent,
  ...coaching,
  ...agreements,
  ...invoicing,
  ...spending,
  ...settlement,
  ...oversight,
  ...outcomes,
  ...departure,
  ...network,
} satisfies Readonly<Record<string, Job>>

export type JobName = keyof typeof JOBS

/** Ties what happens to what follows, and mail to its way out; gives what does the work. */
export function connectJobs(world: World, jobs: Jobs, post: PostOffice | null): Handler {
  onHappened(async (tx, { organisation, kind, facts }) => {
    for (const job of REACTIONS[kind] ?? []) await jobs.enqueue(tx, { job, organisation, facts })
  })
  onMail(post && ((tx, mail) => jobs.enqueue(tx, { job: 'mail.deliver', organisation: mail.organisation, facts: { mail: mail.id } })))
  return async (order) => {
    if (order.job === 'mail.deliver') return post?.deliver(world.database, order.facts.mail ?? '', order.organisation, world.clock.now())
    if (order.job === 'house.sweep') return sweepHouse(world)
    if (order.job === 'house.messages') return mailMessages(world)
    if (order.organisation === null) return spread(world, jobs, order)
    const job: Job | undefined = JOBS[order.job as JobName]
    if (!job) throw new Error(`there is no job ${order.job}`)
    await job(world, order)
  }
}

/** Asks again for what was in hand in the background when the program stopped: the queue itself notices only after minutes. */
export async function takeUpErrands(world: World, jobs: Jobs): Promise<void> {
  const orders = await errandsInHand(world)
  await world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, async (tx) => {
    for (const order of orders) await jobs.enqueue(tx, order)
  })
}

async function sweepHouse({ database, clock }: World): Promise<void> {
  const organisations = await database.unit({ role: 'opbloei_app', organisation: null, person: null }, organisationsAll)
  const ids = organisations.map(({ id }) => id)
  await sweep(database, ids, clock.now(), async (tx) => {
    await clearSignIn(tx, clock.now())
    await forgetLooks(tx, clock.now())
    await forgetMessages(tx, clock.now())
    await forgetErrands(tx, clock.now())
    await forgetAnswers(tx, clock.now())
    await forgetNeeds(tx, clock.now())
  })
}

/** What the clock asks of all becomes a job for each organisation it is meant for, once. */
async function spread(world: World, jobs: Jobs, order: Parameters<Handler>[0]): Promise<void> {
  const kind = SCHEDULE.find((each) => each.job === order.job)?.for
  await world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, async (tx) => {
    if (!(await claimJob(tx, order.id, world.clock.now()))) return
    for (const organisation of await organisationsAll(tx)) {
      if (organisation.kind === kind) await jobs.enqueue(tx, { job: order.job, organisation: organisation.id, facts: order.facts })
    }
  })
}
