import { type Context, Hono } from 'hono'
import type { Problems } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { ZERO } from '#kit/money.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { tradeStanding } from '#rooms/consent'
import { memberNames } from '#rooms/members'
import { customersOf } from '#rooms/organisations'
import { forWhom, isMember, RequestForm, requestedLine } from '../forms.ts'
import type { OpenJobId } from '../open-jobs/open-jobs.rules.ts'
import { invoiceOfJob } from '../open-jobs/open-jobs.ts'
import { textsIn } from '../pages/texts.ts'
import { requestInvoice } from '../requesting.ts'
import { fellowsOf } from '../sharing/sharing.ts'
import { inOrderOfUse } from './again.rules.ts'
import { customerUses } from './again.sql.ts'
import { lastAsked } from './again.ts'
import { RequestPage } from './request-page.tsx'
import { customerOf } from './typed-customer.ts'

/** Five questions that become a draft. */
export const asking = new Hono<Env>()

async function requestPage(c: Context<Env>, problems: Problems | null) {
  const again = problems === null && c.req.query('zelfde') === 'ja'
  const found = await act(c, 'invoice.request', async (tx, permit) => {
    const trade = await tradeStanding(tx, permit, { member: c.req.query('lid'), on: c.req.query('dag') })
    const uses = await customerUses(tx, permit)
    const { member } = trade
    const job = c.req.query('klus') ?? ''
    return {
      trade,
      job: isId(job) ? await invoiceOfJob(tx, permit, job as OpenJobId, member) : null,
      customers: inOrderOfUse(await customersOf(tx, permit), uses),
      members: isMember(c) ? null : await memberNames(tx, permit),
      before: again && member ? await lastAsked(tx, permit, member) : null,
      mayRepeat: uses.some((use) => use.member === member),
      fellows: await fellowsOf(tx, permit, isMember(c) ? member : null),
    }
  })
  return show(c, {
    title: textsIn(c.var.language).request.title,
    body: <RequestPage {...found} keys={formKeys(c)} problems={problems} language={c.var.language} />,
  })
}

asking.get('/facturen/nieuw', (c) => requestPage(c, null))

asking.post('/facturen', (c) =>
  change(c, 'invoice.request', {
    form: RequestForm,
    run: async (tx, permit, form) => {
      const member = forWhom(c, form.member)
      return requestInvoice(tx, permit, {
        kind: 'invoice',
        member,
        customer: await customerOf(tx, permit, form, member),
        basis: form.basis ?? 'with',
        performedOn: form.performedOn,
        reference: form.reference,
        note: form.note,
        byCard: ZERO,
        lines: [requestedLine(form), ...form.lines],
        unsure: form.vat === 'unsure',
        shares: form.shares,
      })
    },
    to: (id) => `/facturen/${id}`,
    again: (problems) => requestPage(c, problems),
  }),
)
