import { type Context, Hono } from 'hono'
import { amount, choice, dayField, many, optional, type Problems, prose, text, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, type MemberId, personNames, scopeOf, show } from '#rooms/access'
import { fellowNames } from '#rooms/members'
import { openJobTexts } from './open-jobs.en.ts'
import type { OpenJobId } from './open-jobs.rules.ts'
import { jobRows } from './open-jobs.sql.ts'
import { announceJob, chooseHands, joinJob, leaveJob, openJob, withdrawJob } from './open-jobs.ts'
import { JobFormPage } from './pages/form-page.tsx'
import { JobPage } from './pages/job-page.tsx'
import { JobsPage } from './pages/jobs-page.tsx'

/** Jobs that are too big for one, announced to the members of the cooperative. */
export const openJobs = new Hono<Env>()

const JobForm = z.object({
  title: prose(80),
  what: prose(600),
  place: prose(80),
  workOn: dayField(),
  aboutNet: optional(amount()),
  needed: choice(['1', '2', '3', '4']).transform(Number),
  answerUntil: dayField(),
})

const may = (c: Context<Env>, action: Parameters<typeof scopeOf>[0]) => c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null

function jobId(c: Context<Env>): OpenJobId {
  const job = c.req.param('job') ?? ''
  return isId(job) ? (job as OpenJobId) : refuse(openJobTexts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}

openJobs.get('/klussen', async (c) => {
  const found = await act(c, 'openJob.read', async (tx, permit) => ({ jobs: await jobRows(tx, permit), today: permit.today }))
  return show(c, {
    title: openJobTexts(c.var.language).title,
    body: <JobsPage {...found} mayAdd={may(c, 'openJob.announce')} language={c.var.language} />,
  })
})

async function formPage(c: Context<Env>, problems: Problems | null) {
  const today = await act(c, 'openJob.announce', async (_, permit) => permit.today)
  return show(c, {
    title: openJobTexts(c.var.language).form.title,
    body: <JobFormPage today={today} keys={formKeys(c)} problems={problems} language={c.var.language} />,
  })
}

openJobs.get('/klussen/nieuw', (c) => formPage(c, null))

openJobs.post('/klussen', (c) =>
  change(c, 'openJob.announce', {
    form: JobForm,
    run: (tx, permit, form) => announceJob(tx, permit, form),
    done: 'openJobAnnounced',
    to: (job) => `/klussen/${job}`,
    again: (problems) => formPage(c, problems),
  }),
)

async function jobPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'openJob.read', async (tx, permit) => {
    const job = await openJob(tx, permit, jobId(c))
    const names = await fellowNames(tx, permit)
    const by = names.get(job.announcedBy) ?? (await personNames(tx, [job.announcedBy])).get(job.announcedBy) ?? ''
    return { job, names, by, today: permit.today }
  })
  const me = c.var.person?.id ?? null
  return show(c, {
    title: found.job.title,
    body: (
      <JobPage
        {...found}
        me={me}
        may={{ join: may(c, 'openJob.join') && found.job.announcedBy !== me, close: may(c, 'openJob.close') && found.job.announcedBy === me }}
        office={c.var.seat?.role !== 'member'}
        keys={formKeys(c)}
        problems={problems}
        language={c.var.language}
      />
    ),
  })
}

openJobs.get('/klussen/:job', (c) => jobPage(c, null))

openJobs.post('/klussen/:job/meedoen', (c) =>
  change(c, 'openJob.join', {
    run: (tx, permit) => joinJob(tx, permit, jobId(c)),
    done: 'openJobJoined',
    to: () => `/klussen/${jobId(c)}`,
  }),
)

openJobs.post('/klussen/:job/afmelding', (c) =>
  change(c, 'openJob.join', {
    run: (tx, permit) => leaveJob(tx, permit, jobId(c)),
    done: 'openJobLeft',
    to: () => `/klussen/${jobId(c)}`,
  }),
)

openJobs.post('/klussen/:job/keuze', (c) =>
  change(c, 'openJob.close', {
    form: z.object({ hands: many(text(36)) }),
    run: (tx, permit, form) => chooseHands(tx, permit, jobId(c), form.hands.filter(isId) as MemberId[]),
    done: 'openJobClosed',
    to: () => `/klussen/${jobId(c)}`,
    again: (problems) => jobPage(c, problems),
  }),
)

openJobs.post('/klussen/:job/intrekking', (c) =>
  change(c, 'openJob.close', {
    run: (tx, permit) => withdrawJob(tx, permit, jobId(c)),
    done: 'openJobWithdrawn',
    to: () => `/klussen/${jobId(c)}`,
  }),
)
