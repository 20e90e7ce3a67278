import { type Context, Hono } from 'hono'
import { findMonth, monthOf } from '#kit/day.ts'
import { amountFromZero, anyAmount, formTexts, optional, type Problems, prose, wholeNumber, z } from '#kit/form.ts'
import type { Cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, looked, show } from '#rooms/access'
import { tradeOn } from '#rooms/members'
import { cooperativeOf } from '#rooms/organisations'
import { mayHere, memberIn, nameHere, trackOf } from '../here.ts'
import { docxOf, type Paper, pdfOf } from '../paper.ts'
import { MoneyPage } from './money-page.tsx'
import { PartPage } from './part-page.tsx'
import { texts } from './plan.en.ts'
import { filledMonths, MONTHS, PLAN_PARTS, type PlanPart } from './plan.rules.ts'
import { planFile, saveLiquidity, savePart } from './plan.ts'
import { PlanPage } from './plan-page.tsx'
import { planPaper } from './plan-paper.ts'

export const routes = new Hono<Env>()

type C = Context<Env>

const addressOf = (c: C) => `${trackOf(memberIn(c))}/plan`

const eachMonth = Array.from({ length: MONTHS }, (_, index) => index + 1)
const MoneyForm = z.object({
  seen: wholeNumber(),
  first: z.string(formTexts.choose).transform((value, context) => {
    const found = findMonth(value)
    if (!found) context.addIssue({ code: 'custom', message: formTexts.choose })
    return found ?? z.NEVER
  }),
  opening: anyAmount(),
  inEach: optional(amountFromZero()),
  outEach: optional(amountFromZero()),
  ...Object.fromEntries(eachMonth.flatMap((nr) => ['in', 'out'].map((way): [string, z.ZodType] => [`${way}${nr}`, optional(amountFromZero())]))),
})

routes.get('/leden/:member/traject/plan', async (c) => {
  const { language } = c.var
  const member = memberIn(c)
  const found = await act(c, 'track.read', async (tx, permit) => {
    const name = await nameHere(tx, permit, member)
    await looked(tx, permit, [member])
    return { name, own: permit.person === member, ...(await planFile(tx, permit, member)) }
  })
  return show(c, {
    title: found.own ? texts[language].title : fill(texts[language].titleOf, { name: found.name }),
    body: <PlanPage {...found} member={member} writes={mayHere(c, 'plan.write')} language={language} />,
  })
})

routes.get('/leden/:member/traject/plan/delen/:part', (c) => showPart(c, null))

routes.post('/leden/:member/traject/plan/delen/:part', (c) =>
  change(c, 'plan.write', {
    form: z.object({ seen: wholeNumber(), words: prose(6000) }),
    run: (tx, permit, { seen, words }) => savePart(tx, permit, memberIn(c), partIn(c), seen, words),
    done: 'planSaved',
    to: () => addressOf(c),
    again: (problems) => showPart(c, problems),
  }),
)

routes.get('/leden/:member/traject/plan/geldstroom', (c) => showMoney(c, null))

routes.post('/leden/:member/traject/plan/geldstroom', (c) =>
  change(c, 'plan.write', {
    form: MoneyForm,
    run: (tx, permit, { seen, first, opening, inEach, outEach, ...rest }) => {
      const typed = rest as Readonly<Record<string, Cents | null>>
      const months = eachMonth.map((nr) => ({ moneyIn: typed[`in${nr}`] ?? null, moneyOut: typed[`out${nr}`] ?? null }))
      return saveLiquidity(tx, permit, memberIn(c), seen, { first, opening, months: filledMonths({ moneyIn: inEach, moneyOut: outEach }, months) })
    },
    done: 'planSaved',
    to: () => addressOf(c),
    again: (problems) => showMoney(c, problems),
  }),
)

routes.get('/leden/:member/traject/plan/pdf', async (c) => pdfOf(c, await paperFor(c), 'ondernemingsplan'))

routes.get('/leden/:member/traject/plan/docx', async (c) => docxOf(c, await paperFor(c), 'ondernemingsplan'))

function paperFor(c: C): Promise<Paper> {
  const member = memberIn(c)
  return act(c, 'track.read', async (tx, permit) => {
    const name = await nameHere(tx, permit, member)
    await looked(tx, permit, [member])
    const trade = (await tradeOn(tx, permit, member, permit.today))?.tradeName ?? null
    const cooperative = (await cooperativeOf(tx, permit)).legalName
    return planPaper(await planFile(tx, permit, member), { name, trade, cooperative, madeAt: permit.now })
  })
}

async function showPart(c: C, problems: Problems | null): Promise<Response> {
  const { language } = c.var
  const [member, part] = [memberIn(c), partIn(c)]
  const saved = await act(c, 'track.read', async (tx, permit) => {
    await nameHere(tx, permit, member)
    await looked(tx, permit, [member])
    return (await planFile(tx, permit, member)).parts.get(part) ?? null
  })
  return show(c, {
    title: texts[language].parts[part][0] ?? '',
    body: <PartPage member={member} part={part} saved={saved} language={language} keys={formKeys(c)} problems={problems} />,
  })
}

async function showMoney(c: C, problems: Problems | null): Promise<Response> {
  const { language } = c.var
  const member = memberIn(c)
  const found = await act(c, 'track.read', async (tx, permit) => {
    await nameHere(tx, permit, member)
    await looked(tx, permit, [member])
    return { liquidity: (await planFile(tx, permit, member)).liquidity, thisMonth: monthOf(permit.today) }
  })
  return show(c, {
    title: texts[language].money,
    body: <MoneyPage {...found} member={member} language={language} keys={formKeys(c)} problems={problems} />,
  })
}

function partIn(c: C): PlanPart {
  const asked = c.req.param('part')
  return PLAN_PARTS.find((each) => each === asked) ?? refuse(texts[c.var.language].refusals.noPart, {}, { kind: 'missing' })
}
