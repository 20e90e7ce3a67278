import { type Cents, sum, ZERO } from '#kit/money.ts'
import type { Article, ArticleKind, PotExitReceiver, Receiver } from '#rooms/agreements'
import { articleOf, potAtExit, rulesOf } from '#rules/agreements'

/** What a member may want to know before leaving, in the order in which it is told. */
export const TOPICS = ['work', 'pots', 'promised', 'late', 'loss', 'equipment'] as const
export type Topic = (typeof TOPICS)[number]

/** The kind of article that answers each; what no article speaks of has none. */
const SPEAKS: Readonly<Record<Topic, ArticleKind | null>> = { work: 'exit', pots: 'exit', promised: null, late: 'exit', loss: 'loss', equipment: null }

/** What the agreement says about leaving, with the number of the article; null where it says nothing. */
export type OnLeaving = {
  readonly articles: Readonly<Record<Topic, number | null>>
  /** Who gets what comes in later, and who bears a loss or a pot below zero; null where no article says so. */
  readonly lateTo: Receiver | null
  readonly lossTo: Receiver | null
  /** Where each pot goes; only of pots of which the article says so. */
  readonly potsTo: readonly { readonly pot: 'business' | 'development'; readonly receiver: PotExitReceiver; readonly fundOf?: string }[]
}

/** Reads the rules on leaving from the articles of an agreement. */
export function onLeaving(articles: readonly Article[]): OnLeaving {
  const numberOf = (kind: ArticleKind | null) => {
    const at = kind ? articles.findIndex((article) => article.kind === kind) : -1
    return at < 0 ? null : at + 1
  }
  return {
    articles: Object.fromEntries(TOPICS.map((topic) => [topic, numberOf(SPEAKS[topic])])) as Record<Topic, number | null>,
    lateTo: articleOf(articles, 'exit')?.lateMoneyTo ?? null,
    potsTo: (['business', 'development'] as const).flatMap((pot) => {
      const to = potAtExit(articles, pot)
      return to ? [{ pot, receiver: to.receiver, ...(to.fundOf ? { fundOf: to.fundOf } : {}) }] : []
    }),
    lossTo: articleOf(articles, 'loss') ? rulesOf(articles).loss.inTheEnd : null,
  }
}

type PotNow = { readonly balance: Cents; readonly reserved: Cents; readonly promised: Cents; readonly toCome: Cents }

/** What would stand still in the pots if somebody left now, what of promises would end, and what somebody else would bear, in cents. */
export function leavingToday(pots: readonly PotNow[], loss: Cents): { readonly still: Cents; readonly ending: Cents; readonly borne: Cents } {
  const above = pots.map((pot) => (pot.balance > 0n ? pot.balance : ZERO))
  const below = pots.map((pot) => (pot.balance < 0n ? (-pot.balance as Cents) : ZERO))
  return { still: sum(above), ending: sum(pots.flatMap((pot) => [pot.promised, pot.toCome])), borne: sum([...below, loss]) }
}
