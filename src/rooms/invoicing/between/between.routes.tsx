import { type Context, Hono } from 'hono'
import { amount, dayField, type Problems, prose, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, looked, type MemberId, personNames, scopeOf, show } from '#rooms/access'
import { tradeStanding } from '#rooms/consent'
import { memberNames } from '#rooms/members'
import { forWhom, id, isMember, ReasonForm } from '../forms.ts'
import { fellowsOf } from '../sharing/sharing.ts'
import { betweenTexts } from './between.en.ts'
import type { MemberWorkId } from './between.rules.ts'
import { memberWorkRows } from './between.sql.ts'
import { acceptMemberWork, declineMemberWork, memberWork, recordMemberWork, undoMemberWork, withdrawMemberWork } from './between.ts'
import { WorkFormPage } from './pages/form-page.tsx'
import { WorkListPage } from './pages/list-page.tsx'
import { WorkPage } from './pages/work-page.tsx'

/** Work of one member for another: written down, answered, taken back. */
export const between = new Hono<Env>()

const WorkForm = z.object({ member: id<MemberId>(), receiver: id<MemberId>(), what: prose(200), net: amount(), performedOn: dayField() })

const may = (c: Context<Env>, action: Parameters<typeof scopeOf>[0]) => c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null

function workId(c: Context<Env>): MemberWorkId {
  const work = c.req.param('work') ?? ''
  return isId(work) ? (work as MemberWorkId) : refuse(betweenTexts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}

between.get('/onderling', async (c) => {
  const found = await act(c, 'memberWork.read', async (tx, permit) => {
    const works = await memberWorkRows(tx, permit)
    return { works, names: await personNames(tx, [...new Set(works.flatMap(({ worker, receiver }) => [worker, receiver]))]) }
  })
  return show(c, {
    title: betweenTexts(c.var.language).title,
    body: <WorkListPage {...found} own={isMember(c) ? (c.var.person?.id ?? null) : null} mayAdd={may(c, 'memberWork.record')} language={c.var.language} />,
  })
})

async function formPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'memberWork.record', async (tx, permit) => {
    const trade = await tradeStanding(tx, permit, { member: c.req.query('lid'), on: c.req.query('dag') })
    return {
      trade,
      members: isMember(c) ? null : await memberNames(tx, permit),
      fellows: await fellowsOf(tx, permit, isMember(c) ? trade.member : null),
    }
  })
  return show(c, {
    title: betweenTexts(c.var.language).form.title,
    body: <WorkFormPage {...found} keys={formKeys(c)} problems={problems} language={c.var.language} />,
  })
}

between.get('/onderling/nieuw', (c) => formPage(c, null))

between.post('/onderling', (c) =>
  change(c, 'memberWork.record', {
    form: WorkForm,
    run: (tx, permit, { member, receiver, what, net, performedOn }) =>
      recordMemberWork(tx, permit, {
        worker: forWhom(c, member),
        receiver: receiver ?? refuse(betweenTexts(c.var.language).refusals.stranger, {}, { field: 'receiver' }),
        what,
        net,
        performedOn,
      }),
    done: 'memberWorkAsked',
    to: (work) => `/onderling/${work}`,
    again: (problems) => formPage(c, problems),
  }),
)

async function workPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'memberWork.read', async (tx, permit) => {
    const work = await memberWork(tx, permit, workId(c))
    // Between two members a look at the other is what both agreed to; the office opens two files.
    if (!isMember(c)) await looked(tx, permit, [work.worker, work.receiver])
    return { work, names: await personNames(tx, [work.worker, work.receiver]) }
  })
  const me = isMember(c) ? (c.var.person?.id ?? null) : null
  const { worker, receiver } = found.work
  return show(c, {
    title: betweenTexts(c.var.language).title,
    body: (
      <WorkPage
        {...found}
        may={{
          answer: may(c, 'memberWork.answer') && me === receiver,
          withdraw: may(c, 'memberWork.withdraw') && (me === null || me === worker),
          undo: may(c, 'memberWork.undo'),
        }}
        keys={formKeys(c)}
        problems={problems}
        language={c.var.language}
      />
    ),
  })
}

between.get('/onderling/:work', (c) => workPage(c, null))

between.post('/onderling/:work/akkoord', (c) =>
  change(c, 'memberWork.answer', {
    run: (tx, permit) => acceptMemberWork(tx, permit, workId(c)),
    done: 'memberWorkAccepted',
    to: () => `/onderling/${workId(c)}`,
  }),
)

between.post('/onderling/:work/bezwaar', (c) =>
  change(c, 'memberWork.answer', {
    form: ReasonForm,
    run: (tx, permit, form) => declineMemberWork(tx, permit, workId(c), form.reason),
    done: 'memberWorkDeclined',
    to: () => `/onderling/${workId(c)}`,
    again: (problems) => workPage(c, problems),
  }),
)

between.post('/onderling/:work/intrekking', (c) =>
  change(c, 'memberWork.withdraw', {
    run: (tx, permit) => withdrawMemberWork(tx, permit, workId(c)),
    done: 'memberWorkWithdrawn',
    to: () => `/onderling/${workId(c)}`,
  }),
)

between.post('/onderling/:work/tegenboeking', (c) =>
  change(c, 'memberWork.undo', {
    form: ReasonForm,
    run: (tx, permit, form) => undoMemberWork(tx, permit, workId(c), form.reason),
    done: 'memberWorkUndone',
    to: () => `/onderling/${workId(c)}`,
    again: (problems) => workPage(c, problems),
  }),
)
