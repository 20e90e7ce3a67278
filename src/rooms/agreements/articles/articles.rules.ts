import type { Cents } from '#kit/money.ts'
import type { Base, Cap, CostKind, Divide, LossRule, Receiver, Short, SplitRules, Step, Threshold } from '../dividing/language.rules.ts'

/** A share of a weights article; its letter (a, b, c) follows from its place. */
export type ArticleShare = { readonly receiver: Receiver; readonly weight: bigint }

/** Articles that divide money. `id` is the step's name over versions; the number is the place in the agreement. */
export type StepArticle =
  | {
      readonly kind: 'weights'
      readonly id: string
      readonly base: Base
      readonly threshold: Threshold | null
      readonly whole: bigint
      readonly shares: readonly ArticleShare[]
      readonly short: Short
    }
  | {
      readonly kind: 'fixed'
      readonly id: string
      readonly base: Base
      readonly threshold: Threshold | null
      readonly receiver: Receiver
      readonly cents: Cents
      readonly short: Short
    }
  | {
      readonly kind: 'fill'
      readonly id: string
      readonly base: Base
      readonly threshold: Threshold | null
      readonly receiver: Receiver
      readonly level: Cents
    }

/** Where money goes that comes in after the member left, and what then stands in a pot. */
export const EXIT_RECEIVERS = ['trainingPool', 'cooperative', 'municipality', 'payout', 'reserve'] as const
export type ExitReceiver = (typeof EXIT_RECEIVERS)[number]

/** Where a pot can go after leaving: also to the fund of the cooperative where the member goes on. Money that comes later goes nowhere outside. */
export const POT_EXIT_RECEIVERS = [...EXIT_RECEIVERS, 'otherFund'] as const
export type PotExitReceiver = (typeof POT_EXIT_RECEIVERS)[number]

/** The article on leaving; a pot of which it says nothing goes where the board decides and writes down why. */
export type ExitArticle = {
  readonly kind: 'exit'
  readonly lateMoneyTo: ExitReceiver
  readonly businessTo?: PotExitReceiver
  readonly developmentTo?: PotExitReceiver
  /** Which other cooperative; where it is left out, whoever books it names it. */
  readonly fundOf?: string
  /** Whether what the member still has to pay for a thing may go off what a pot gives to the member (BW 6:127). */
  readonly setsOff?: true
}

/** What a member agreement may reserve to be changed by the meeting (BW2 59): clearly, in the agreement itself. */
export const CHANGEABLE = ['weights', 'fixed', 'caps', 'costs'] as const

/**
 * One article of a member agreement. The list of articles is the agreement: it renders to Dutch sentences (`articleText`)
 * and it is the rules (`rulesOf`), so text and booking can never differ.
 */
export type Article =
  | { readonly kind: 'trade' }
  | { readonly kind: 'earmarked' }
  | { readonly kind: 'basis'; readonly basis: SplitRules['basis'] }
  | { readonly kind: 'costs'; readonly costs: 'all' | readonly CostKind[] }
  | StepArticle
  | ({ readonly kind: 'cap' } & Omit<Cap, 'article'>)
  | ({ readonly kind: 'loss' } & Omit<LossRule, 'article'>)
  | { readonly kind: 'cents' }
  | ExitArticle
  | { readonly kind: 'change'; readonly reserved: readonly (typeof CHANGEABLE)[number][]; readonly noticeDays: number }
  | { readonly kind: 'free'; readonly title: string; readonly text: string }

export type ArticleKind = Article['kind']

/** Articles without which an agreement says too little to be signed. */
export const NEEDED = ['basis', 'costs', 'loss', 'exit', 'change'] as const satisfies readonly ArticleKind[]

/** The rules that the articles are. Missing articles read as: money received, all costs, a loss not carried (`problemsOf` names them). */
export function rulesOf(articles: readonly Article[]): SplitRules {
  const loss = articleOf(articles, 'loss')
  return {
    basis: articleOf(articles, 'basis')?.basis ?? 'received',
    costs: articleOf(articles, 'costs')?.costs ?? 'all',
    steps: articles.flatMap((article, i) => (isStep(article) ? [stepOf(article, String(i + 1))] : [])),
    caps: articles.flatMap((article, i) =>
      article.kind === 'cap'
        ? [{ receiver: article.receiver, step: article.step, per: article.per, cents: article.cents, surplusTo: article.surplusTo, article: String(i + 1) }]
        : [],
    ),
    loss: {
      carried: loss?.carried ?? false,
      turnoverSteps: loss?.turnoverSteps ?? false,
      inTheEnd: loss?.inTheEnd ?? 'cooperative',
      article: numberOf(articles, 'loss') ?? '',
    },
    rounding: 'largestRemainder',
  }
}

/**
 * The rules for money that comes in after the member left, for work of before (article on leaving): costs go off first, all that is
 * left goes to one receiver. A loss waits, so that whoever bears it in the end can be named when the month is divided.
 */
export function lateRulesOf(articles: readonly Article[]): SplitRules {
  const rules = rulesOf(articles)
  const receiver = articleOf(articles, 'exit')?.lateMoneyTo ?? 'cooperative'
  const shares = [{ receiver, weight: 1n, article: numberOf(articles, 'exit') ?? '' }]
  return {
    ...rules,
    steps: [{ id: 'late', base: 'remainder', threshold: null, short: 'lapses', divide: { kind: 'weights', whole: 1n, shares } }],
    caps: [],
    loss: { ...rules.loss, carried: true },
  }
}

/** The articles that say these rules, with the fixed articles around them: `rulesOf(articlesOf(rules))` divides the same. */
export function articlesOf(rules: SplitRules, rest: { lateMoneyTo: (typeof EXIT_RECEIVERS)[number] } = { lateMoneyTo: 'cooperative' }): readonly Article[] {
  return [
    { kind: 'trade' },
    { kind: 'earmarked' },
    { kind: 'basis', basis: rules.basis },
    { kind: 'costs', costs: rules.costs },
    ...rules.steps.map(articleOfStep),
    ...rules.caps.map(({ article: _, ...cap }) => ({ kind: 'cap' as const, ...cap })),
    { kind: 'loss', carried: rules.loss.carried, turnoverSteps: rules.loss.turnoverSteps, inTheEnd: rules.loss.inTheEnd },
    { kind: 'cents' },
    { kind: 'exit', lateMoneyTo: rest.lateMoneyTo },
    { kind: 'change', reserved: [], noticeDays: 30 },
  ]
}

/** Where a pot goes after leaving by these articles, with the number of the article; null where they say nothing of it. */
export function potAtExit(
  articles: readonly Article[],
  pot: 'business' | 'development',
): { readonly receiver: PotExitReceiver; readonly article: string; readonly fundOf?: string } | null {
  const exit = articleOf(articles, 'exit')
  const receiver = pot === 'business' ? exit?.businessTo : exit?.developmentTo
  const article = numberOf(articles, 'exit')
  if (!receiver || !article) return null
  return receiver === 'otherFund' && exit?.fundOf ? { receiver, article, fundOf: exit.fundOf } : { receiver, article }
}

/** The article by which the bill of a member for a thing may go off a pot that goes to that member; null where none says so. */
export function setsOffAtExit(articles: readonly Article[], pot: 'business' | 'development'): string | null {
  return articleOf(articles, 'exit')?.setsOff && potAtExit(articles, pot)?.receiver === 'payout' ? numberOf(articles, 'exit') : null
}

export function isStep(article: Article): article is StepArticle {
  return article.kind === 'weights' || article.kind === 'fixed' || article.kind === 'fill'
}

/** The first article of a kind, or undefined. */
export function articleOf<K extends ArticleKind>(articles: readonly Article[], kind: K): Extract<Article, { kind: K }> | undefined {
  return articles.find((article): article is Extract<Article, { kind: K }> => article.kind === kind)
}

/** The number of the article with this step, as the text shows it. */
export function numberOfStep(articles: readonly Article[], id: string): string | null {
  const place = articles.findIndex((article) => isStep(article) && article.id === id)
  return place < 0 ? null : String(place + 1)
}

/** "b" for the second share; none when there is only one. */
export function letterOf(index: number, of: number): string {
  return of < 2 ? '' : String.fromCharCode(97 + index)
}

function stepOf(article: StepArticle, number: string): Step {
  return {
    id: article.id,
    base: article.base,
    threshold: article.threshold,
    divide: divideOf(article, number),
    short: article.kind === 'fill' ? 'lapses' : article.short,
  }
}

function divideOf(article: StepArticle, number: string): Divide {
  if (article.kind === 'fixed') return { kind: 'fixed', receiver: article.receiver, cents: article.cents, article: number }
  if (article.kind === 'fill') return { kind: 'fill', receiver: article.receiver, level: article.level, article: number }
  return {
    kind: 'weights',
    whole: article.whole,
    shares: article.shares.map((share, i) => ({ ...share, article: `${number}${letterOf(i, article.shares.length)}` })),
  }
}

function articleOfStep(step: Step): StepArticle {
  const { id, base, threshold, short, divide } = step
  if (divide.kind === 'fixed') return { kind: 'fixed', id, base, threshold, receiver: divide.receiver, cents: divide.cents, short }
  if (divide.kind === 'fill') return { kind: 'fill', id, base, threshold, receiver: divide.receiver, level: divide.level }
  return { kind: 'weights', id, base, threshold, whole: divide.whole, shares: divide.shares.map(({ receiver, weight }) => ({ receiver, weight })), short }
}

function numberOf(articles: readonly Article[], kind: ArticleKind): string | null {
  const place = articles.findIndex((article) => article.kind === kind)
  return place < 0 ? null : String(place + 1)
}
