import { cents, WHOLE } from '#kit/money.ts'
import type { Receiver } from '../dividing/language.rules.ts'
import type { templatesNl } from './articles.nl.ts'
import type { Article, ArticleShare } from './articles.rules.ts'

/** A starting point for an agreement; its name, what it is about and, where its figures were published, the source stand with the texts. */
export type Template = { readonly code: TemplateCode; readonly articles: readonly Article[] }
export type TemplateCode = keyof typeof templatesNl

export const TEMPLATES: readonly Template[] = [
  {
    code: 'resultaat-60-15-25',
    articles: agreement(weights('resultaat', 'result', [share('business', 6000n), share('development', 1500n), share('cooperative', 2500n)])),
  },
  {
    code: 'resultaat-50-20-20-10',
    articles: agreement(
      weights('resultaat', 'result', [share('business', 5000n), share('development', 2000n), share('cooperative', 2000n), share('municipality', 1000n)]),
    ),
  },
  {
    code: 'dertig-procent',
    articles: agreement(weights('afdracht', 'result', [share('cooperative', 3000n)]), weights('rest', 'remainder', [share('business', WHOLE)])),
  },
  {
    code: 'thermometer',
    articles: agreement(
      weights('samen', 'result', [share('trainingPool', 1000n), share('cooperative', 1500n)]),
      weights('thermometer', 'remainder', [share('business', WHOLE)]),
      { kind: 'cap', receiver: 'business', step: null, per: 'level', cents: cents(150_000), surplusTo: 'municipality' },
    ),
  },
  {
    code: 'gemeente-boven-drempel',
    articles: agreement(
      { ...weights('gemeente', 'result', [share('municipality', 1000n)]), threshold: { kind: 'excess', over: cents(20_000) } },
      weights('rest', 'remainder', [share('business', 6000n), share('development', 1500n), share('cooperative', 2500n)]),
    ),
  },
  {
    code: 'vaste-bijdrage',
    articles: agreement(
      { kind: 'fixed', id: 'bijdrage', base: 'result', threshold: null, receiver: 'cooperative', cents: cents(2_500), short: 'lapses' },
      weights('rest', 'remainder', [share('business', 8000n), share('development', 2000n)]),
    ),
  },
  {
    code: 'deel-van-de-omzet',
    articles: agreement(
      weights('omzet', 'turnover', [share('cooperative', 800n)]),
      weights('rest', 'remainder', [share('business', 7500n), share('development', 2500n)]),
      { kind: 'cap', receiver: 'cooperative', step: 'omzet', per: 'year', cents: cents(60_000), surplusTo: 'development' },
    ),
  },
]

function share(receiver: Receiver, weight: bigint): ArticleShare {
  return { receiver, weight }
}

function weights(id: string, base: 'turnover' | 'result' | 'remainder', shares: readonly ArticleShare[]): Extract<Article, { kind: 'weights' }> {
  return { kind: 'weights', id, base, threshold: null, whole: WHOLE, shares, short: 'lapses' }
}

function agreement(...dividing: readonly Article[]): readonly Article[] {
  return [
    { kind: 'trade' },
    { kind: 'earmarked' },
    { kind: 'basis', basis: 'received' },
    { kind: 'costs', costs: 'all' },
    ...dividing,
    { kind: 'loss', carried: true, turnoverSteps: false, inTheEnd: 'cooperative' },
    { kind: 'cents' },
    { kind: 'exit', lateMoneyTo: 'cooperative' },
    { kind: 'change', reserved: [], noticeDays: 30 },
  ]
}
