import { type Context, Hono } from 'hono'
import { amount, checkForm, choice, dayField, optional, optionalProse, optionalText, type Problems, prose, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { Refusal, refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, looked, type MemberId, show } from '#rooms/access'
import { memberNames } from '#rooms/members'
import { billPdf } from '../bills/bill-files.ts'
import { BillPage } from '../bills/bill-page.tsx'
import { ENDINGS } from '../equipment/equipment.rules.ts'
import { type EquipmentId, equipmentById } from '../equipment/equipment.ts'
import { idIn, may } from '../forms.ts'
import { DisposePage } from './dispose-page.tsx'
import { disposingTexts } from './disposing.en.ts'
import { BOUGHT_HOW, PAID_BY } from './disposing.rules.ts'
import { billPaymentsOf } from './disposing.sql.ts'
import { type DisposalView, disposalById, disposalPreview, disposeOf, restoreThing } from './disposing.ts'
import type { DisposalId, Parted } from './disposing.types.ts'
import { office } from './office.nl.ts'

/** Booking that a thing is gone, with its bill, and taking that back. */
export const disposing = new Hono<Env>()

type C = Context<Env>

const PartForm = z.object({
  kind: choice(ENDINGS),
  on: dayField(),
  member: optionalText(36).transform((id) => (id && isId(id) ? (id as MemberId) : null)),
  buyer: optionalProse(300),
  cents: optional(amount()),
  paidBy: choice(PAID_BY),
  boughtHow: optional(choice(BOUGHT_HOW)),
  note: optionalProse(200),
})
const ReasonForm = z.object({ reason: prose(200) })

disposing.get('/spullen/:id/boeking', (c) => disposePage(c, null, null))

// Works nothing out but what would be booked; what was typed stays in the form.
disposing.post('/spullen/:id/boeking/voorbeeld', async (c) => {
  const parsed = checkForm(PartForm, await c.req.parseBody({ all: true }), c.var.language)
  if (!parsed.ok) return disposePage(c, parsed.problems, null)
  const { typed } = parsed
  try {
    const view = await act(c, 'equipment.dispose', (tx, permit) => disposalPreview(tx, permit, idIn<EquipmentId>(c), parsed.value as Parted))
    return disposePage(c, { sentence: { what: '', next: '' }, fields: {}, typed }, view)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'rule') throw error
    return disposePage(c, { sentence: error.sentence, fields: error.field ? { [error.field]: error.sentence.what } : {}, typed }, null)
  }
})

disposing.post('/spullen/:id/boeking', (c) =>
  change(c, 'equipment.dispose', {
    form: PartForm,
    run: (tx, permit, form) => disposeOf(tx, permit, idIn<EquipmentId>(c), form as Parted),
    done: 'equipmentDisposed',
    to: (disposal) => `/spullen/rekening/${disposal}`,
    again: (problems) => disposePage(c, problems, null),
  }),
)

disposing.get('/spullen/rekening/:id', (c) => billPage(c, null))

disposing.get('/spullen/rekening/:id/pdf', async (c) => {
  const disposal = await act(c, 'equipment.read', async (tx, permit) => {
    const found = await disposalById(tx, permit, idIn<DisposalId>(c))
    if (found.member) await looked(tx, permit, [found.member])
    return found.document ? found : refuse(disposingTexts[permit.language].refusals.missing, {}, { kind: 'missing' })
  })
  return c.body(await billPdf(disposal), 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="rekening.pdf"' })
})

disposing.post('/spullen/rekening/:id/terug', (c) =>
  change(c, 'equipment.restore', {
    form: ReasonForm,
    run: (tx, permit, { reason }) => restoreThing(tx, permit, idIn<DisposalId>(c), reason),
    done: 'equipmentRestored',
    to: () => `/spullen/rekening/${c.req.param('id')}`,
    again: (problems) => billPage(c, problems),
  }),
)

async function disposePage(c: C, problems: Problems | null, view: DisposalView | null) {
  const found = await act(c, 'equipment.dispose', async (tx, permit) => {
    const thing = await equipmentById(tx, permit, idIn<EquipmentId>(c))
    await looked(tx, permit, [thing.member])
    return { thing, names: await memberNames(tx, permit), today: permit.today }
  })
  return show(c, {
    title: fill(office.title, { thing: found.thing.name }),
    body: <DisposePage {...found} view={view} keys={() => formKeys(c)} problems={problems} />,
    ...(problems && !view ? { status: 422 as const } : {}),
  })
}

async function billPage(c: C, problems: Problems | null) {
  const found = await act(c, 'equipment.read', async (tx, permit) => {
    const disposal = await disposalById(tx, permit, idIn<DisposalId>(c))
    if (disposal.member) await looked(tx, permit, [disposal.member])
    const names = await memberNames(tx, permit)
    return {
      disposal,
      payments: await billPaymentsOf(tx, permit, { disposal: disposal.id }),
      own: permit.role === 'member',
      buyer: disposal.member ? (names.get(disposal.member) ?? '') : (disposal.buyer ?? ''),
    }
  })
  const words = disposingTexts[c.var.language]
  return show(c, {
    title: found.disposal.number ? fill(words.billTitle, { number: found.disposal.number }) : words.bill,
    body: (
      <BillPage
        {...found}
        mayRestore={may(c, 'equipment.restore')}
        readsBooks={may(c, 'ledger.read')}
        keys={() => formKeys(c)}
        problems={problems}
        language={c.var.language}
      />
    ),
    ...(problems ? { status: 422 as const } : {}),
  })
}
