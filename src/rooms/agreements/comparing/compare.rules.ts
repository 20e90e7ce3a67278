import { euro, percent, WHOLE } from '#kit/money.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { type Article, articleOf, potAtExit, rulesOf } from '../articles/articles.rules.ts'
import { type ArticleTexts, costKindName } from '../articles/text.rules.ts'
import type { SplitRules, Step } from '../dividing/language.rules.ts'
import { readingTexts } from '../pages/pages.en.ts'
import { comparingTexts } from './comparing.en.ts'

type Words = (typeof comparingTexts)['nl']['rules']

/**
 * What two versions divide differently, one plain sentence per rule: parts, fixed amounts, caps, order, costs, losses and leaving.
 * Steps are told apart by what they divide and for whom, so that another name of a step is no change. Empty when all rules are alike.
 */
export function ruleChanges(before: readonly Article[], after: readonly Article[], language: Language): string[] {
  const words = comparingTexts[language].rules
  const [old, fresh] = [factsOf(before, words, readingTexts[language]), factsOf(after, words, readingTexts[language])]
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((what) => {
    const [was, is] = [old.get(what), fresh.get(what)]
    if (was === is) return []
    if (is === undefined) return [fill(words.removed, { what, before: was ?? '' })]
    return [was === undefined ? fill(words.added, { what, now: is }) : fill(words.changed, { what, now: is, before: was })]
  })
}

/** A rule of either of two agreements: what it is about, and what each says of it; null where one says nothing. */
export type RuleBeside = { readonly what: string; readonly before: string | null; readonly after: string | null }

/** All rules of two agreements beside each other, those that differ first; each keeps the order of the agreements. */
export function rulesBeside(before: readonly Article[], after: readonly Article[], language: Language): RuleBeside[] {
  const words = comparingTexts[language].rules
  const [one, two] = [factsOf(before, words, readingTexts[language]), factsOf(after, words, readingTexts[language])]
  const rows = [...new Set([...one.keys(), ...two.keys()])].map((what) => ({ what, before: one.get(what) ?? null, after: two.get(what) ?? null }))
  return [...rows.filter((row) => row.before !== row.after), ...rows.filter((row) => row.before === row.after)]
}

/** Each rule by what it is about, with what it says. */
function factsOf(articles: readonly Article[], words: Words, texts: ArticleTexts): Map<string, string> {
  const rules = rulesOf(articles)
  const facts = new Map<string, string>()
  const note = (what: string, says: string) => facts.set(what, facts.has(what) ? `${facts.get(what)} ${texts.and} ${says}` : says)
  for (const step of rules.steps) for (const [what, says] of stepFacts(step, words, texts)) note(what, says)
  for (const cap of rules.caps) {
    const receiver = texts.receivers[cap.receiver]
    const what = cap.per === 'level' ? fill(words.capLevel, { receiver }) : fill(words.cap, { receiver, per: words.per[cap.per] })
    const amount = { cents: euro(cap.cents) }
    note(what, cap.surplusTo === 'nextStep' ? fill(words.capNext, amount) : fill(words.capTo, { ...amount, receiver: texts.receivers[cap.surplusTo] }))
  }
  if (rules.steps.length > 1) note(words.order, rules.steps.map((step) => orderName(step, texts)).join(`, ${words.next} `))
  note(words.basis, words[rules.basis])
  note(words.costs, costsOf(rules, words, texts))
  note(words.loss, [rules.loss.carried ? words.lossCarried : words.lossBorne, ...(rules.loss.turnoverSteps ? [words.lossTurnover] : [])].join(', '))
  note(words.lossEnd, texts.lossBearers[rules.loss.inTheEnd])
  const late = articleOf(articles, 'exit')?.lateMoneyTo
  for (const pot of ['business', 'development'] as const) {
    const to = potAtExit(articles, pot)
    if (to) note(fill(words.potAtExit, { pot: texts.receivers[pot] }), to.fundOf ? fill(texts.fundOf, { name: to.fundOf }) : texts.receivers[to.receiver])
  }
  if (articleOf(articles, 'exit')?.setsOff) note(words.setsOff, words.yes)
  if (late) note(words.late, texts.receivers[late])
  const change = articleOf(articles, 'change')
  const parts = change?.reserved.map((part) => texts.changeable[part]) ?? []
  note(words.reserved, parts.length > 0 ? list(parts, texts.and) : words.nothing)
  if (change && parts.length > 0) note(words.notice, String(change.noticeDays))
  return facts
}

function stepFacts({ base, threshold, divide }: Step, words: Words, texts: ArticleTexts): [string, string][] {
  const above = threshold ? `, ${fill(threshold.kind === 'gate' ? words.over : words.excess, { over: euro(threshold.over) })}` : ''
  if (divide.kind === 'fixed') return [[fill(words.fixed, { receiver: texts.receivers[divide.receiver] }), euro(divide.cents) + above]]
  if (divide.kind === 'fill')
    return [[fill(words.fill, { receiver: texts.receivers[divide.receiver] }), fill(words.fillTo, { level: euro(divide.level) }) + above]]
  return divide.shares.map(({ receiver, weight }) => {
    const part = divide.whole === WHOLE ? percent(weight) : fill(texts.sentences.parts, { weight: String(weight), whole: String(divide.whole) })
    const says = base === 'remainder' && weight === divide.whole ? words.rest : part
    return [fill(words.share, { base: texts.bases[base], receiver: texts.receivers[receiver] }), says + above]
  })
}

function orderName({ divide }: Step, texts: ArticleTexts): string {
  return divide.kind === 'weights'
    ? list(
        divide.shares.map(({ receiver }) => texts.receivers[receiver]),
        texts.and,
      )
    : texts.receivers[divide.receiver]
}

function costsOf({ costs }: SplitRules, words: Words, texts: ArticleTexts): string {
  if (costs === 'all') return words.costsAll
  return costs.length === 0
    ? words.costsNone
    : list(
        costs.map((kind) => costKindName(kind, texts)),
        texts.and,
      )
}
