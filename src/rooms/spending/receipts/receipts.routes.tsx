import { type Context, Hono } from 'hono'
import { findMonth } from '#kit/day.ts'
import { fileResponse, readFile } from '#kit/files.ts'
import { amount, amountFromZero, choice, dayField, file, many, optional, optionalProse, optionalText, type Problems, prose, text, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Done, type Env, formKeys, looked, type MemberId, show } from '#rooms/access'
import { memberNames } from '#rooms/members'
import { RECEIPT_KINDS } from '#rooms/organisations'
import { idIn, keep, may, memberOf, wordsOf } from '../forms.ts'
import { approvedLast, approveMany, looksAtAll, togetherHere, undoMany } from '../many/many.ts'
import { costSharesFrom } from '../sharing/form.ts'
import { OUTCOMES, type Outcome, PAID_BY, REVISED_OUTCOMES, UNKNOWN_KIND, type Unsure } from '../spending.rules.ts'
import type { CostId } from '../spending.types.ts'
import { judgeReceipt, judgeView, reviseJudgement } from './judging.ts'
import { NewReceiptPage } from './new-receipt-page.tsx'
import { ReceiptPage } from './receipt-page.tsx'
import { answerReceipt, receiptById, receiptsInReach, sendReceipt } from './receipts.ts'
import { ReceiptsPage, STANDS } from './receipts-page.tsx'

export const receipts = new Hono<Env>()

const ReceiptForm = z.object({
  what: optionalProse(120),
  gross: optional(amount()),
  vat: optional(amountFromZero()),
  boughtOn: dayField(),
  kind: choice([...RECEIPT_KINDS, UNKNOWN_KIND]),
  paidBy: choice(PAID_BY),
  member: optionalText(36),
  photo: file(),
})
const judged = {
  gross: optional(amount()),
  vat: optional(amountFromZero()),
  kind: optional(choice(RECEIPT_KINDS)).transform((kind) => kind ?? UNKNOWN_KIND),
  paidBy: choice(PAID_BY),
  vatDeductible: optional(amountFromZero()),
}
const JudgementForm = z
  .looseObject({ outcome: choice(OUTCOMES), reason: optionalProse(500), ...judged })
  .transform((form, context) => ({ ...form, shares: costSharesFrom(form, context) }))
const JUDGED: Readonly<Record<Outcome, Done>> = {
  accepted: 'receiptAccepted',
  onDevelopment: 'receiptAccepted',
  rejected: 'receiptRejected',
  askedBack: 'receiptAskedBack',
}
const RevisionForm = z
  .looseObject({ outcome: choice(REVISED_OUTCOMES), reason: prose(500), ...judged })
  .transform((form, context) => ({ ...form, shares: costSharesFrom(form, context) }))

async function receiptsPage(c: Context<Env>, problems: Problems | null) {
  const together = c.req.query('samen') ?? ''
  const only = {
    standing: STANDS.find((each) => each === c.req.query('stand')),
    member: chosenMember(c),
    month: findMonth(c.req.query('maand') ?? '') ?? undefined,
  }
  const mayJudge = may(c, 'receipt.judge')
  const found = await act(c, 'receipt.read', async (tx, permit) => {
    const receipts = await receiptsInReach(tx, permit, only)
    return {
      receipts,
      names: await memberNames(tx, permit),
      looks: mayJudge ? await looksAtAll(tx, permit, receipts) : new Map(),
      outcome: isId(together) ? await togetherHere(tx, permit, together) : null,
      last: mayJudge && !isId(together) ? await approvedLast(tx, permit) : null,
      today: permit.today,
    }
  })
  const words = wordsOf(c)
  return show(c, {
    title: words.receipts.title,
    body: (
      <ReceiptsPage
        words={words}
        {...found}
        only={only}
        office={c.var.seat?.role !== 'member'}
        maySend={may(c, 'receipt.send')}
        language={c.var.language}
        keys={formKeys(c)}
        problems={problems}
      />
    ),
  })
}

receipts.get('/bonnen', (c) => receiptsPage(c, null))

receipts.post('/bonnen/goedkeuring', (c) =>
  change(c, 'receipt.judge', {
    form: z.object({ bon: many(text(40)) }),
    run: (tx, permit, form) => approveMany(tx, permit, form.bon.filter(isId) as CostId[]),
    to: (together) => `/bonnen?samen=${together}`,
    again: (problems) => receiptsPage(c, problems),
  }),
)

receipts.post('/bonnen/samen/:together/ongedaan', (c) => {
  const id = c.req.param('together')
  return change(c, 'receipt.revise', {
    run: (tx, permit) => undoMany(tx, permit, isId(id) ? id : refuse(wordsOf(c).refusals.nothingTogether, {}, { kind: 'missing' })),
    to: (undone) => `/bonnen?samen=${undone}`,
  })
})

/** The member whose receipts alone are asked for; what is no id asks for all. */
function chosenMember(c: Context<Env>): MemberId | undefined {
  const id = c.req.query('lid') ?? ''
  return isId(id) ? (id as MemberId) : undefined
}

async function newReceipt(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'receipt.send', async (tx, permit) => ({
    today: permit.today,
    names: permit.role === 'member' ? null : await memberNames(tx, permit),
  }))
  const words = wordsOf(c)
  return show(c, { title: words.newReceipt.title, body: <NewReceiptPage words={words} keys={formKeys(c)} problems={problems} {...found} /> })
}

receipts.get('/bonnen/nieuw', (c) => newReceipt(c, null))

receipts.post('/bonnen', (c) =>
  change(c, 'receipt.send', {
    form: ReceiptForm,
    run: async (tx, permit, form) => {
      const { photo, member, ...facts } = form
      const unsure: Unsure[] = [
        ...(form.gross === null ? (['gross'] as const) : []),
        ...(form.vat === null ? (['vat'] as const) : []),
        ...(form.kind === UNKNOWN_KIND ? (['kind'] as const) : []),
        ...(form.paidBy === 'unknown' ? (['payer'] as const) : []),
      ]
      const what = form.what ?? (form.kind === UNKNOWN_KIND ? wordsOf(c).newReceipt.unnamed : (wordsOf(c).kinds[form.kind] ?? form.kind))
      return sendReceipt(tx, permit, { ...facts, what, member: memberOf(c, member), vat: form.vat ?? ZERO, unsure, file: await keep(tx, permit, photo) })
    },
    done: c.var.seat?.role === 'member' ? 'receiptSent' : 'receiptBrought',
    to: (id) => `/bonnen/${id}`,
    again: (problems) => newReceipt(c, problems),
  }),
)

async function receiptPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'receipt.read', async (tx, permit) => {
    const receipt = await receiptById(tx, permit, idIn<CostId>(c))
    if (receipt.member) await looked(tx, permit, [receipt.member])
    return { receipt, judging: await judgeView(tx, permit, receipt), names: await memberNames(tx, permit) }
  })
  const words = wordsOf(c)
  return show(c, {
    title: found.receipt.what,
    body: (
      <ReceiptPage
        words={words}
        {...found}
        keys={formKeys(c)}
        problems={problems}
        language={c.var.language}
        mayJudge={may(c, 'receipt.judge') && found.judging.may}
        mayRevise={may(c, 'receipt.revise') && found.judging.may}
        mayAnswer={may(c, 'receipt.answer')}
        own={found.receipt.member === c.var.person?.id}
        reader={c.var.seat?.role === 'member' ? (c.var.person?.id ?? null) : null}
      />
    ),
  })
}

receipts.get('/bonnen/:id', (c) => receiptPage(c, null))

receipts.get('/bonnen/:id/foto', async (c) => {
  const photo = await act(c, 'receipt.read', async (tx, permit) => {
    const receipt = await receiptById(tx, permit, idIn<CostId>(c))
    if (receipt.member) await looked(tx, permit, [receipt.member])
    return receipt.file ? readFile(tx, permit, receipt.file) : refuse(wordsOf(c).refusals.missing, {}, { kind: 'missing' })
  })
  return fileResponse(photo)
})

receipts.post('/bonnen/:id/oordeel', (c) =>
  change(c, 'receipt.judge', {
    form: JudgementForm,
    run: (tx, permit, form) => judgeReceipt(tx, permit, idIn<CostId>(c), form),
    done: ({ outcome }) => JUDGED[outcome],
    to: () => `/bonnen/${c.req.param('id')}`,
    again: (problems) => receiptPage(c, problems),
  }),
)

receipts.post('/bonnen/:id/aanpassing', (c) =>
  change(c, 'receipt.revise', {
    form: RevisionForm,
    run: (tx, permit, form) => reviseJudgement(tx, permit, idIn<CostId>(c), form),
    done: 'receiptRevised',
    to: () => `/bonnen/${c.req.param('id')}`,
    again: (problems) => receiptPage(c, problems),
  }),
)

receipts.post('/bonnen/:id/antwoord', (c) =>
  change(c, 'receipt.answer', {
    form: z.object({ answer: prose(1000) }),
    run: (tx, permit, form) => answerReceipt(tx, permit, idIn<CostId>(c), form.answer),
    done: 'receiptAnswered',
    to: () => `/bonnen/${c.req.param('id')}`,
    again: (problems) => receiptPage(c, problems),
  }),
)
