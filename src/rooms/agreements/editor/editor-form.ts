import type { Day } from '#kit/day.ts'
import { anyAmount, choice, dayField, formTexts, many, optional, optionalText, percentage, prose, text, ticked, wholeNumber, z } from '#kit/form.ts'
import { allocate, type Cents, cents, ZERO } from '#kit/money.ts'
import { COST_KINDS } from '#rooms/organisations'
import type { DraftFacts } from '../agreements.ts'
import { type Article, type ArticleShare, CHANGEABLE, EXIT_RECEIVERS, isStep, POT_EXIT_RECEIVERS, type PotExitReceiver } from '../articles/articles.rules.ts'
import { BASES, LOSS_BEARERS, OWN_POTS, PERIODS, RECEIVERS, type Receiver, type Threshold } from '../dividing/language.rules.ts'

export const THRESHOLDS = ['none', 'gate', 'excess'] as const
/** How big a share is: a percentage, or so many of so many parts. */
export const UNITS = ['percent', 'parts'] as const
const HUNDRED_PERCENT = 10_000n

export const ADDABLE = ['weights', 'fixed', 'fill', 'cap', 'free', 'basis', 'costs', 'loss', 'exit', 'change', 'trade', 'earmarked', 'cents'] as const

/** What the editor sends: the draft, what to do with its list of articles, and the example month. */
export type EditorForm = DraftFacts & { readonly act: string; readonly add: string; readonly example: { readonly turnover: Cents; readonly costs: Cents } }

/** The form of a draft as it is stored: fields per article, named `a3-...`; one empty share can be filled to add one. */
export function editorForm(articles: readonly Article[]): z.ZodType<EditorForm> {
  const shape: Record<string, z.ZodType> = {
    title: text(120),
    from: dayField(),
    until: optional(dayField()),
    turnover: optional(anyAmount()),
    costs: optional(anyAmount()),
    act: optionalText(40),
    add: optionalText(20),
  }
  articles.forEach((article, i) => {
    for (const [name, field] of Object.entries(fieldsOf(article))) shape[`a${i}-${name}`] = field
  })
  return z.object(shape).transform((sent, context): EditorForm => {
    const values = sent as Readonly<Record<string, unknown>>
    return {
      title: values.title as string,
      from: values.from as Day,
      until: (values.until ?? null) as Day | null,
      act: (values.act ?? '') as string,
      add: (values.add ?? '') as string,
      example: { turnover: (values.turnover ?? cents(48_000)) as Cents, costs: (values.costs ?? ZERO) as Cents },
      articles: articles.map((article, i) =>
        articleFrom(
          article,
          (name) => values[`a${i}-${name}`],
          (name) => context.addIssue({ code: 'custom', path: [`a${i}-${name}`], message: formTexts.required }),
        ),
      ),
    }
  })
}

/** The list of articles after a button: one more, one less, or one place up. */
export function afterButton(articles: readonly Article[], act: string, add: string): readonly Article[] {
  const place = Number(/:(\d+)$/.exec(act)?.[1] ?? -1)
  if (act === 'add') return [...articles, ...newArticle(articles, add)]
  if (act.startsWith('remove:')) return articles.filter((_, i) => i !== place)
  const moved = articles[place]
  const above = articles[place - 1]
  if (act.startsWith('up:') && moved && above) return articles.map((article, i) => (i === place ? above : i === place - 1 ? moved : article))
  return articles
}

function fieldsOf(article: Article): Record<string, z.ZodType> {
  const step = { base: choice(BASES), threshold: choice(THRESHOLDS), over: optional(anyAmount()) }
  const short = { short: choice(['lapses', 'carried']) }
  switch (article.kind) {
    case 'weights': {
      const weight = article.whole === HUNDRED_PERCENT ? percentage() : wholeNumber()
      const shares = Array.from({ length: article.shares.length + 1 }, (_, j) => [
        [`receiver${j}`, optional(choice(RECEIVERS))],
        [`weight${j}`, optional(weight as z.ZodType)],
      ])
      return { ...step, ...short, unit: choice(UNITS), whole: optional(wholeNumber()), ...Object.fromEntries(shares.flat()) }
    }
    case 'fixed':
      return { ...step, ...short, receiver: choice(RECEIVERS), cents: anyAmount() }
    case 'fill':
      return { ...step, receiver: choice(OWN_POTS), level: anyAmount() }
    case 'cap':
      return { receiver: choice(RECEIVERS), step: optionalText(60), per: choice(PERIODS), cents: anyAmount(), surplusTo: choice([...RECEIVERS, 'nextStep']) }
    case 'basis':
      return { basis: choice(['received', 'invoiced']) }
    case 'costs':
      return { which: choice(['all', 'some']), kinds: many(choice(COST_KINDS)) }
    case 'loss':
      return { carried: ticked(), turnoverSteps: ticked(), inTheEnd: choice(LOSS_BEARERS) }
    case 'exit':
      return {
        lateMoneyTo: choice(EXIT_RECEIVERS),
        businessTo: optional(choice(POT_EXIT_RECEIVERS)),
        developmentTo: optional(choice(POT_EXIT_RECEIVERS)),
        fundOf: optionalText(120),
        setsOff: ticked(),
      }
    case 'change':
      return { reserved: many(choice(CHANGEABLE)), noticeDays: wholeNumber() }
    case 'free':
      return { title: text(80), text: prose(1000) }
    default:
      return {}
  }
}

/** The article with what was filled in; the fields were checked by `fieldsOf`, so each has its type. */
function articleFrom(article: Article, value: (name: string) => unknown, missing: (name: string) => void): Article {
  const as = <T>(name: string) => value(name) as T
  const step = () => ({ base: as<(typeof BASES)[number]>('base'), threshold: thresholdFrom(as('threshold'), as<Cents | null>('over'), () => missing('over')) })
  switch (article.kind) {
    case 'weights':
      return {
        ...article,
        ...step(),
        short: as('short'),
        ...measured(article.whole, sharesFrom(article.shares.length, value, missing), as('unit'), as('whole')),
      }
    case 'fixed':
      return { ...article, ...step(), short: as('short'), receiver: as('receiver'), cents: as('cents') }
    case 'fill':
      return { ...article, ...step(), receiver: as('receiver'), level: as('level') }
    case 'cap':
      return { ...article, receiver: as('receiver'), step: as<string | null>('step'), per: as('per'), cents: as('cents'), surplusTo: as('surplusTo') }
    case 'basis':
      return { ...article, basis: as('basis') }
    case 'costs':
      return { ...article, costs: value('which') === 'all' ? 'all' : as<string[]>('kinds') }
    case 'loss':
      return { ...article, carried: as('carried'), turnoverSteps: as('turnoverSteps'), inTheEnd: as('inTheEnd') }
    case 'exit':
      return {
        kind: 'exit',
        lateMoneyTo: as('lateMoneyTo'),
        ...(value('businessTo') ? { businessTo: as<PotExitReceiver>('businessTo') } : {}),
        ...(value('developmentTo') ? { developmentTo: as<PotExitReceiver>('developmentTo') } : {}),
        ...(value('fundOf') ? { fundOf: as<string>('fundOf') } : {}),
        ...(value('setsOff') ? { setsOff: true as const } : {}),
      }
    case 'change':
      return { ...article, reserved: as('reserved'), noticeDays: as('noticeDays') }
    case 'free':
      return { ...article, title: as('title'), text: as('text') }
    default:
      return article
  }
}

function sharesFrom(count: number, value: (name: string) => unknown, missing: (name: string) => void): ArticleShare[] {
  return Array.from({ length: count + 1 }, (_, j) => j).flatMap((j) => {
    const receiver = value(`receiver${j}`) as Receiver | null
    const weight = value(`weight${j}`) as bigint | number | null
    // A share without a receiver is taken out; without a size it cannot stay.
    if (receiver === null || receiver === undefined) return []
    if (weight === null || weight === undefined) {
      missing(`weight${j}`)
      return []
    }
    return [{ receiver, weight: BigInt(weight) }]
  })
}

/**
 * Shares in the unit that was chosen. Going over to parts begins with one part each, so that three equal parts can be written;
 * going over to percentages keeps the proportions.
 */
function measured(
  before: bigint,
  shares: readonly ArticleShare[],
  unit: (typeof UNITS)[number],
  whole: bigint | number | null,
): { whole: bigint; shares: readonly ArticleShare[] } {
  const wasPercent = before === HUNDRED_PERCENT
  if (unit === 'percent') {
    if (wasPercent || shares.length === 0) return { whole: HUNDRED_PERCENT, shares }
    const taken = shares.reduce((all, share) => all + share.weight, 0n)
    const rest = before > taken ? before - taken : 0n
    const weights = allocate(cents(Number(HUNDRED_PERCENT)), [...shares.map((share) => share.weight), rest])
    return { whole: HUNDRED_PERCENT, shares: shares.map((share, j) => ({ ...share, weight: weights[j] ?? 0n })) }
  }
  if (wasPercent) return { whole: BigInt(Math.max(shares.length, 1)), shares: shares.map((share) => ({ ...share, weight: 1n })) }
  return { whole: whole === null || whole === undefined || BigInt(whole) <= 0n ? before : BigInt(whole), shares }
}

function thresholdFrom(kind: (typeof THRESHOLDS)[number], over: Cents | null, missing: () => void): Threshold | null {
  if (kind === 'none') return null
  if (over === null || over === undefined) missing()
  return { kind, over: over ?? ZERO }
}

function newArticle(articles: readonly Article[], kind: string): readonly Article[] {
  const steps = articles.filter(isStep).map((step) => step.id)
  let id = `stap-${steps.length + 1}`
  while (steps.includes(id)) id = `${id}x`
  const step = { id, base: 'remainder', threshold: null } as const
  const made: Readonly<Record<string, Article>> = {
    weights: { kind: 'weights', ...step, whole: HUNDRED_PERCENT, shares: [], short: 'lapses' },
    fixed: { kind: 'fixed', ...step, base: 'result', receiver: 'cooperative', cents: cents(2_500), short: 'lapses' },
    fill: { kind: 'fill', ...step, receiver: 'business', level: cents(10_000) },
    cap: { kind: 'cap', receiver: 'business', step: null, per: 'level', cents: cents(100_000), surplusTo: 'cooperative' },
    free: { kind: 'free', title: 'Kopje', text: 'Tekst' },
    basis: { kind: 'basis', basis: 'received' },
    costs: { kind: 'costs', costs: 'all' },
    loss: { kind: 'loss', carried: true, turnoverSteps: false, inTheEnd: 'cooperative' },
    exit: { kind: 'exit', lateMoneyTo: 'cooperative' },
    change: { kind: 'change', reserved: [], noticeDays: 30 },
    trade: { kind: 'trade' },
    earmarked: { kind: 'earmarked' },
    cents: { kind: 'cents' },
  }
  return made[kind] ? [made[kind]] : []
}
