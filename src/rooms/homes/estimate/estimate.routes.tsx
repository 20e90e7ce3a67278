import { type Context, Hono } from 'hono'
import { type Month, monthOf } from '#kit/day.ts'
import { amountFromZero, checkForm, choice, optional, optionalText, type Problems, text, ticked, typedOf, wholeNumber, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import type { Cents } from '#kit/money.ts'
import { Refusal, refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, type MemberId, show } from '#rooms/access'
import type { Preview } from '#rooms/law'
import { estimateTexts } from './estimate.en.ts'
import { type EstimateAnswers, estimateMonths } from './estimate.rules.ts'
import { type EstimateStart, estimate, estimateStart, forgetAnswers, keepAnswers } from './estimate.ts'
import { EstimatePage } from './estimate-page.tsx'
import { earlierMonths, moreFrom, ROWS } from './more.rules.ts'

/** What a pay-out does to a benefit: for a member alone, and for a coach with an own member. */
export const routes = new Hono<Env>()

const YES_NO = ['yes', 'no', 'unknown'] as const
const Answers = z.object({
  household: choice(['single', 'loneParent', 'couple', 'young']),
  norm: optional(amountFromZero()),
  under27: text(7),
  youngest: text(7),
  pensionAge: ticked(),
  medical: choice(YES_NO),
  helpful: choice(YES_NO),
  usedN: wholeNumber(),
  usedR: wholeNumber(),
  used34a: wholeNumber(),
})
const ROW_NAMES = (['premium', 'gift'] as const).flatMap((kind) => ROWS[kind].map((row) => ({ amount: `${kind}${row}`, month: `${kind}In${row}` })))
const MORE_AMOUNTS = ROW_NAMES.map(({ amount }) => amount)
const MORE_MONTHS = [...ROW_NAMES.map(({ month }) => month), 'potIn']
const ANSWERS = Object.keys(Answers.shape)

routes.get('/schatting', (c) => showEstimate(c, ownId(c), null))
routes.get('/leden/:member/schatting', (c) => showEstimate(c, idIn(c), null))

// What is filled in is looked at and kept nowhere: the answer is the page itself.
routes.post('/schatting', (c) => calculate(c, ownId(c)))
routes.post('/leden/:member/schatting', (c) => calculate(c, idIn(c)))

routes.post('/schatting/bewaren', (c) =>
  change(c, 'estimate.keep', {
    form: Answers.catchall(z.unknown()),
    run: async (tx, permit) => {
      const typed = typedOf(await c.req.parseBody({ all: true }))
      await keepAnswers(tx, permit, Object.fromEntries(ANSWERS.map((name) => [name, String(typed[name] ?? '')])))
    },
    done: 'answersKept',
    to: () => '/schatting',
    again: (problems) => showEstimate(c, ownId(c), problems),
  }),
)

routes.post('/schatting/weggooien', (c) =>
  change(c, 'estimate.keep', { run: (tx, permit) => forgetAnswers(tx, permit), done: 'answersForgotten', to: () => '/schatting' }),
)

async function calculate(c: Context<Env>, member: MemberId): Promise<Response> {
  const body = await c.req.parseBody({ all: true })
  const first = monthOf(await act(c, 'estimate.see', async (_, permit) => permit.today))
  const months = estimateMonths(first)
  const amountNames = [...months, ...MORE_AMOUNTS, ...earlierMonths(first).map((month) => `pot-${month}`)]
  const fields = z.object({
    ...Answers.shape,
    ...Object.fromEntries(amountNames.map((name) => [name, optional(amountFromZero())])),
    ...Object.fromEntries(MORE_MONTHS.map((name) => [name, optionalText(7)])),
  })
  const parsed = checkForm(fields as unknown as z.ZodType<EstimateAnswers & Readonly<Record<string, Cents | string | null>>>, body, c.var.language)
  if (!parsed.ok) return showEstimate(c, member, parsed.problems)
  const of = (name: string) => {
    const cents = parsed.value[name]
    return typeof cents === 'bigint' ? (cents as Cents) : null
  }
  const amounts = new Map(
    months.flatMap((month): [Month, Cents][] => {
      const cents = of(month)
      return cents ? [[month, cents]] : []
    }),
  )
  const typed = { sentence: { what: '', next: '' }, fields: {}, typed: parsed.typed }
  try {
    const outcome = await act(c, 'estimate.see', async (tx, permit) => {
      const start = await estimateStart(tx, permit, member)
      const more = moreFrom({ of, month: (name) => String(parsed.value[name] ?? '') }, first, estimateTexts(permit.language))
      return { start, preview: await estimate(tx, permit, member, parsed.value, amounts, more) }
    })
    return page(c, member, outcome.start, typed, { preview: outcome.preview, answers: parsed.value })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'rule') throw error
    return showEstimate(c, member, {
      ...typed,
      sentence: error.sentence,
      fields: error.field ? { [error.field]: error.sentence.what } : {},
    })
  }
}

async function showEstimate(c: Context<Env>, member: MemberId, problems: Problems | null): Promise<Response> {
  const start = await act(c, 'estimate.see', (tx, permit) => estimateStart(tx, permit, member))
  return page(c, member, start, problems, null)
}

function page(
  c: Context<Env>,
  member: MemberId,
  start: EstimateStart,
  problems: Problems | null,
  outcome: { preview: Preview; answers: EstimateAnswers } | null,
): Response | Promise<Response> {
  const { language } = c.var
  const action = start.own ? '/schatting' : `/leden/${member}/schatting`
  return show(c, {
    title: estimateTexts(language).title,
    body: (
      <EstimatePage
        start={start}
        action={action}
        typed={problems?.typed ?? null}
        problems={outcome ? null : problems}
        outcome={outcome}
        keys={formKeys(c)}
        forgetKeys={formKeys(c)}
        language={language}
      />
    ),
    ...(problems && !outcome ? { status: 422 as const } : {}),
  })
}

function ownId(c: Context<Env>): MemberId {
  return (c.var.person?.id ?? '') as MemberId
}

function idIn(c: Context<Env>): MemberId {
  const id = c.req.param('member') ?? ''
  return isId(id) ? (id as MemberId) : refuse(estimateTexts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}
