import { euro, percent, WHOLE } from '#kit/money.ts'
import { fill, list, type SameTexts } from '#kit/text.ts'
import type { CostKind, Receiver } from '../dividing/language.rules.ts'
import { articlesNl } from './articles.nl.ts'
import { type Article, type ExitArticle, isStep, letterOf, numberOfStep, type StepArticle } from './articles.rules.ts'

export type ArticleTexts = SameTexts<typeof articlesNl>

/** An article as people read it; a sentence that carries a share has its letter in `mark`. */
export type ArticleText = {
  readonly number: string
  readonly title: string
  readonly sentences: readonly { readonly mark: string; readonly text: string; readonly receiver: Receiver | null }[]
}

/** The whole agreement as sentences. The Dutch text is what is signed; another language is for reading only. */
export function agreementText(articles: readonly Article[], texts: ArticleTexts = articlesNl): readonly ArticleText[] {
  return articles.map((article, i) => ({
    number: String(i + 1),
    title: titleOf(article, texts),
    sentences: sentencesOf(article, articles, texts),
  }))
}

/** The text as one string, line by line: this is what the hash of a signature is of. */
export function plainText(articles: readonly Article[]): string {
  return agreementText(articles)
    .map((article) => [`Artikel ${article.number}. ${article.title}`, ...article.sentences.map((s) => (s.mark ? `${s.mark}. ${s.text}` : s.text))].join('\n'))
    .join('\n\n')
}

/** A kind of costs in words; an unknown code is shown as it is, so that nothing hides. */
export function costKindName(kind: CostKind, texts: ArticleTexts = articlesNl): string {
  return (texts.costKinds as Readonly<Record<string, string>>)[kind] ?? kind
}

type Line = ArticleText['sentences'][number]

function titleOf(article: Article, texts: ArticleTexts): string {
  if (article.kind === 'free') return article.title
  if (article.kind === 'weights') return fill(texts.titles.divide, { base: texts.bases[article.base] })
  return texts.titles[article.kind]
}

function sentencesOf(article: Article, articles: readonly Article[], texts: ArticleTexts): readonly Line[] {
  const s = texts.sentences
  if (isStep(article)) return stepLines(article, texts)
  switch (article.kind) {
    case 'trade':
      return lines(s.trade, s.tradeConsent)
    case 'earmarked':
      return lines(s.earmarked, s.earmarkedSpend)
    case 'basis':
      return lines(s[article.basis])
    case 'costs':
      if (article.costs === 'all') return lines(s.costsAll)
      return lines(
        article.costs.length === 0
          ? s.costsNone
          : fill(s.costsSome, {
              kinds: list(
                article.costs.map((kind) => costKindName(kind, texts)),
                texts.and,
              ),
            }),
      )
    case 'cap':
      return lines(capLine(article, articles, texts), surplusLine(article, texts))
    case 'loss':
      return lines(
        article.carried ? s.lossCarried : s.lossBorne,
        ...(article.turnoverSteps ? [s.lossTurnover] : []),
        fill(s.lossInTheEnd, { bearer: texts.lossBearers[article.inTheEnd] }),
      )
    case 'cents':
      return lines(s.cents)
    case 'exit':
      return lines(s.exit, ...exitPots(article, texts), fill(s.exitLate, { receiver: texts.receivers[article.lateMoneyTo] }))
    case 'change':
      if (article.reserved.length === 0) return lines(s.changeSigned)
      return lines(
        s.changeSigned,
        fill(s.changeReserved, {
          parts: list(
            article.reserved.map((part) => texts.changeable[part]),
            texts.and,
          ),
        }),
        fill(s.changeNotice, { days: article.noticeDays }),
      )
    case 'free':
      return lines(article.text)
  }
}

function exitPots(article: ExitArticle, texts: ArticleTexts): readonly string[] {
  const s = texts.sentences
  const pots = [
    [texts.receivers.business, article.businessTo],
    [texts.receivers.development, article.developmentTo],
  ] as const
  const said = pots.flatMap(([pot, receiver]) =>
    receiver
      ? [
          fill(s.exitPot, {
            pot,
            receiver: receiver === 'otherFund' && article.fundOf ? fill(texts.fundOf, { name: article.fundOf }) : texts.receivers[receiver],
          }),
        ]
      : [],
  )
  const goes = (...receivers: readonly string[]) => pots.some(([, receiver]) => receiver !== undefined && receivers.includes(receiver))
  return [
    ...said,
    ...(goes('payout') ? [s.exitPotWaits] : []),
    ...(goes('otherFund') ? [s.exitFundWaits] : []),
    ...(article.setsOff && goes('payout') ? [s.exitSetsOff] : []),
  ]
}

function lines(...texts: readonly string[]): readonly Line[] {
  return texts.map((text) => ({ mark: '', text, receiver: null }))
}

function stepLines(article: StepArticle, texts: ArticleTexts): readonly Line[] {
  const s = texts.sentences
  const base = texts.bases[article.base]
  const threshold = article.threshold ? lines(fill(s[article.threshold.kind], { base, over: euro(article.threshold.over) })) : []
  if (article.kind === 'fill') {
    return [
      { mark: '', text: fill(s.fill, { level: euro(article.level), receiver: texts.receivers[article.receiver], base }), receiver: article.receiver },
      ...threshold,
    ]
  }
  const short = article.short === 'carried' ? lines(s.shortCarried) : article.kind === 'fixed' || article.base === 'turnover' ? lines(s.shortLapses) : []
  if (article.kind === 'fixed') {
    const text = fill(s.fixed, { cents: euro(article.cents), base, receiver: texts.receivers[article.receiver] })
    return [{ mark: '', text, receiver: article.receiver }, ...threshold, ...short]
  }
  const shares = article.shares.map((share, i): Line => {
    const all = article.base === 'remainder' && share.weight === article.whole
    const part = article.whole === WHOLE ? percent(share.weight) : fill(s.parts, { weight: String(share.weight), whole: String(article.whole) })
    const text = fill(all ? s.shareAll : s.share, { part, base, receiver: texts.receivers[share.receiver] })
    return { mark: letterOf(i, article.shares.length), text, receiver: share.receiver }
  })
  return [...shares, ...threshold, ...short]
}

function capLine(cap: Extract<Article, { kind: 'cap' }>, articles: readonly Article[], texts: ArticleTexts): string {
  const s = texts.sentences
  const sentence = { month: s.capMonth, year: s.capYear, lifetime: s.capLifetime, level: s.capLevel }[cap.per]
  const number = cap.step === null ? null : numberOfStep(articles, cap.step)
  return fill(sentence, { receiver: texts.receivers[cap.receiver], cents: euro(cap.cents), step: number === null ? '' : fill(s.capOfStep, { number }) })
}

function surplusLine(cap: Extract<Article, { kind: 'cap' }>, texts: ArticleTexts): string {
  if (cap.surplusTo === 'nextStep') return texts.sentences.surplusNext
  return fill(texts.sentences.surplus, { receiver: texts.receivers[cap.surplusTo] })
}
