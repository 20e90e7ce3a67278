import { type Context, Hono } from 'hono'
import type { Tx } from '#kit/db.ts'
import { fileResponse, readFile } from '#kit/files.ts'
import { amountFromZero, checkForm, dayField, file, optional, optionalProse, type Problems, type Typed, z } from '#kit/form.ts'
import { type Cents, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, looked, type MemberId, type Permit, show } from '#rooms/access'
import { tradeStanding } from '#rooms/consent'
import { memberNames } from '#rooms/members'
import { forWhom, id, idOf, isMember, linesFrom } from '../forms.ts'
import { texts } from '../invoicing.en.ts'
import type { Draft, InvoiceId } from '../invoicing.types.ts'
import { sentInvoice } from '../payments/crediting.ts'
import { price } from '../pricing/pricing.rules.ts'
import { findDraft } from '../requesting.ts'
import { keepPhoto, recordDaySheet, reviseDaySheet } from './market-day.ts'
import { SheetPage } from './sheet-page.tsx'
import { marketTexts } from './texts.ts'
import { tillSum } from './till.rules.ts'
import { changeLeft, findTill } from './till.sql.ts'

export const market = new Hono<Env>()

const money = () => optional(amountFromZero())
const SheetForm = z
  .looseObject({
    member: id<MemberId>(),
    performedOn: dayField(),
    note: optionalProse(300),
    byCard: money(),
    changeBegin: money(),
    counted: money(),
    changeEnd: money(),
    tips: money(),
    reason: optionalProse(300),
    photo: file(),
  })
  .transform((form, context) => ({ ...form, lines: linesFrom(form, context) }))
type Sheet = z.infer<typeof SheetForm>

type Shown = { readonly problems?: Problems; readonly typed?: Typed; readonly sheet?: Sheet; readonly of?: InvoiceId | undefined; readonly status?: 422 }

async function sheetPage(c: Context<Env>, { problems, typed, sheet, of, status }: Shown) {
  const { today, ...found } = await act(c, 'invoice.request', async (tx, permit) => {
    const draft = of ? await sheetToChange(tx, permit, of) : null
    const trade = await tradeStanding(tx, permit, { member: draft?.member ?? c.req.query('lid'), on: draft?.performedOn ?? c.req.query('dag') })
    return {
      draft,
      trade,
      members: isMember(c) ? null : await memberNames(tx, permit),
      till: draft ? await findTill(tx, permit, draft.id) : null,
      left: draft || !trade.member ? null : await changeLeft(tx, permit, trade.member as MemberId),
      today: permit.today,
    }
  })
  const kept = found.draft && { lines: found.draft.lines, byCard: found.draft.byCard, ...(found.till ?? {}) }
  const summed = sheet ?? (problems ? null : kept)
  const sum = summed && summed.lines.length > 0 ? tillSum(price(summed.lines, 'with', today).payable, summed.byCard ?? ZERO, countsOf(summed)) : null
  const words = marketTexts[c.var.language]
  return show(c, {
    ...(status ? { status } : {}),
    title: found.draft ? words.reviseTitle : words.title,
    body: <SheetPage {...found} keys={formKeys(c)} problems={problems ?? null} typed={typed ?? null} sum={sum} language={c.var.language} />,
  })
}

async function sheetToChange(tx: Tx, permit: Permit<'invoice.request'>, id: InvoiceId): Promise<Draft> {
  const draft = await findDraft(tx, permit, id)
  return draft?.kind === 'day-sheet' ? draft : refuse(texts[permit.language].refusals.noDraft, {}, { kind: 'missing' })
}

type Counted = Partial<Readonly<Record<'changeBegin' | 'counted' | 'tips', Cents | null>>>
const countsOf = (sheet: Counted) => ({ changeBegin: sheet.changeBegin ?? ZERO, counted: sheet.counted ?? null, tips: sheet.tips ?? ZERO })

function sheetOf(member: MemberId, { performedOn, note, byCard, lines, changeEnd, reason, ...counts }: Sheet, photo: string | null) {
  return { member, performedOn, note, lines, byCard: byCard ?? ZERO, till: { ...countsOf(counts), changeEnd: changeEnd ?? ZERO, reason, photo } }
}

/** "Bereken": adds up what was filled in; nothing is kept. */
async function computed(c: Context<Env>, of?: InvoiceId) {
  const read = checkForm<Sheet>(SheetForm, await c.req.parseBody({ all: true }), c.var.language)
  if (read.ok) return sheetPage(c, { typed: read.typed, sheet: read.value, of })
  return sheetPage(c, { problems: read.problems, of, status: 422 })
}

market.get('/dagstaten/nieuw', (c) => sheetPage(c, {}))

market.post('/dagstaten/berekening', (c) => computed(c))

market.post('/dagstaten', (c) =>
  change(c, 'invoice.request', {
    form: SheetForm,
    run: async (tx, permit, form) => recordDaySheet(tx, permit, sheetOf(forWhom(c, form.member), form, await keepPhoto(tx, permit, form.photo))),
    done: 'daySheetRecorded',
    to: (sheet) => `/facturen/${sheet}`,
    again: (problems) => sheetPage(c, { problems }),
  }),
)

market.get('/dagstaten/:id/aanpassen', (c) => sheetPage(c, { of: idOf(c) }))

market.post('/dagstaten/:id/berekening', (c) => computed(c, idOf(c)))

market.post('/dagstaten/:id/aanpassen', (c) =>
  change(c, 'invoice.request', {
    form: SheetForm,
    run: async (tx, permit, form) => {
      const draft = await sheetToChange(tx, permit, idOf(c))
      await reviseDaySheet(tx, permit, draft.id, sheetOf(draft.member, form, await keepPhoto(tx, permit, form.photo)))
    },
    done: 'daySheetRecorded',
    to: () => `/facturen/${idOf(c)}`,
    again: (problems) => sheetPage(c, { problems, of: idOf(c) }),
  }),
)

market.get('/dagstaten/:id/foto', async (c) => {
  const found = await act(c, 'invoice.read', async (tx, permit) => {
    // Within reach as a draft or as an invoice; otherwise missing.
    const { member } = (await findDraft(tx, permit, idOf(c))) ?? (await sentInvoice(tx, permit, idOf(c)))
    await looked(tx, permit, [member])
    const till = await findTill(tx, permit, idOf(c))
    return readFile(tx, permit, till?.photo ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' }))
  })
  return fileResponse(found)
})
