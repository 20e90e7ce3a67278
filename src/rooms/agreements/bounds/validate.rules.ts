import { percent, WHOLE } from '#kit/money.ts'
import { fill, list, type Params } from '#kit/text.ts'
import { articlesNl } from '../articles/articles.nl.ts'
import { type Article, articleOf, isStep, NEEDED, rulesOf } from '../articles/articles.rules.ts'
import { OWN_POTS, type Receiver, type SplitRules, type Step } from '../dividing/language.rules.ts'
import { problemsNl } from './problems.nl.ts'

/** One thing that keeps an agreement from being signed; `article` is the number it stands at, null for the whole. */
export type Problem = { readonly article: string | null; readonly sentence: string }

/** Everything that is wrong with the articles of a member agreement; with none it can be signed (within its bounds). */
export function problemsOf(articles: readonly Article[]): readonly Problem[] {
  const missing = NEEDED.filter((kind) => !articleOf(articles, kind)).map((kind) => problem(null, problemsNl.missing, { title: articlesNl.titles[kind] }))
  const double = NEEDED.flatMap((kind) => {
    const places = articles.flatMap((article, i) => (article.kind === kind ? [i] : []))
    return places.length > 1 ? [problem(String((places[1] ?? 0) + 1), problemsNl.double, { title: articlesNl.titles[kind] })] : []
  })
  const change = articleOf(articles, 'change')
  const notice = change && change.reserved.length > 0 && change.noticeDays < 14 ? [at(articles, 'change', problemsNl.noticeDays)] : []
  const numbers = articles.flatMap((article, i) => (isStep(article) ? [String(i + 1)] : []))
  return [...missing, ...double, ...notice, ...ruleProblems(rulesOf(articles), numbers)]
}

/** What is wrong with the rules themselves. `numbers` are the article numbers of the steps, in order. */
export function ruleProblems(rules: SplitRules, numbers: readonly string[] = rules.steps.map((_, i) => String(i + 1))): readonly Problem[] {
  if (rules.steps.length === 0) return [problem(null, problemsNl.noSteps)]
  return [...rules.steps.flatMap((step, i) => shapeProblems(step, i, rules, numbers[i] ?? null)), ...amountProblems(rules, numbers), ...capProblems(rules)]
}

function shapeProblems(step: Step, i: number, rules: SplitRules, number: string | null): Problem[] {
  const { divide } = step
  const found: string[] = []
  const say = (sentence: string, params: Params = {}) => found.push(fill(sentence, { step: i + 1, ...params }))
  if (rules.steps.findIndex((other) => other.id === step.id) < i) say(problemsNl.sameId)
  if (step.threshold && step.threshold.over < 0n) say(problemsNl.threshold)
  if (step.short === 'carried' && divide.kind !== 'fixed' && step.base !== 'turnover') say(problemsNl.arrears)
  if (divide.kind === 'fixed' && divide.cents <= 0n) say(problemsNl.fixed)
  if (divide.kind === 'fill') {
    if (divide.level <= 0n) say(problemsNl.fill)
    if (!isOwnPot(divide.receiver)) say(problemsNl.ownPot, { number: divide.article })
  }
  if (divide.kind === 'weights') {
    if (divide.shares.length === 0) say(problemsNl.noShares)
    if (divide.whole <= 0n) say(problemsNl.whole)
    if (divide.shares.some((share) => share.weight <= 0n)) say(problemsNl.weight)
    const twice = divide.shares.find((share, j) => divide.shares.findIndex((other) => other.receiver === share.receiver) < j)
    if (twice) say(problemsNl.twice, { receiver: articlesNl.receiverNames[twice.receiver] })
  }
  return found.map((sentence) => ({ article: number, sentence }))
}

/** Walks the steps with what is certainly left of the result, in exact fractions. */
function amountProblems(rules: SplitRules, numbers: readonly string[]): Problem[] {
  const found: Problem[] = []
  let left: Fraction = { top: 1n, bottom: 1n }
  let somethingTaken = false
  rules.steps.forEach((step, i) => {
    const number = numbers[i] ?? null
    const params = { step: i + 1, base: articlesNl.bases[step.base] }
    const last = i === rules.steps.length - 1
    if (left.top === 0n) found.push(problem(number, problemsNl.never, params))
    const share = shareOfStep(step)
    if (share) {
      const whole = step.base === 'remainder' ? left : { top: 1n, bottom: 1n }
      if (more(share, { top: 1n, bottom: 1n }))
        found.push(problem(number, problemsNl.tooMuch, { ...params, part: words(share), left: words({ top: 1n, bottom: 1n }) }))
      else if (step.base === 'result' && left.top > 0n && more(share, left)) {
        found.push(problem(number, problemsNl.tooMuch, { ...params, part: words(share), left: words(left) }))
      } else if (step.base === 'result' && somethingTaken && !more(left, share)) found.push(problem(number, problemsNl.tooMuchAfter, params))
      if (last) found.push(...lastProblems(step, share, left, rules, number))
      if (step.base === 'turnover' || step.threshold) somethingTaken = true
      else if (!loses(step, rules)) left = atLeastZero(subtract(left, times(share, whole)))
    } else {
      somethingTaken = true
      if (last) found.push(problem(number, problemsNl.lastFixed))
    }
  })
  return found
}

function lastProblems(step: Step, share: Fraction, left: Fraction, rules: SplitRules, number: string | null): Problem[] {
  if (step.threshold) return [problem(number, problemsNl.lastThreshold)]
  if (step.base === 'turnover') return [problem(number, problemsNl.lastBase)]
  const rest = step.base === 'remainder' ? subtract({ top: 1n, bottom: 1n }, share) : subtract(left, share)
  if (rest.top > 0n) return [problem(number, problemsNl.notAll, { left: words(rest) })]
  const onward = surplusOnward(step, rules)
  return onward ? [problem(onward.article, problemsNl.lastSurplus, { number: onward.article })] : []
}

function capProblems(rules: SplitRules): Problem[] {
  const found: Problem[] = []
  const reached = new Set<Receiver>(rules.steps.flatMap(receiversOf))
  for (const cap of rules.caps) if (cap.surplusTo !== 'nextStep') reached.add(cap.surplusTo)
  for (const cap of rules.caps) {
    const say = (sentence: string) => found.push(problem(cap.article, sentence, { number: cap.article }))
    if (cap.cents < 0n) say(problemsNl.capCents)
    if (cap.per === 'level' && !isOwnPot(cap.receiver)) say(problemsNl.ownPot)
    if (cap.per === 'level' && cap.step !== null) say(problemsNl.capLevelStep)
    if (cap.surplusTo === cap.receiver) say(problemsNl.capSelf)
    const step = rules.steps.find((other) => other.id === cap.step)
    if (cap.step !== null && (!step || !receiversOf(step).includes(cap.receiver))) say(problemsNl.capStep)
    else if (!reached.has(cap.receiver)) say(problemsNl.capNobody)
  }
  const circle = circleOf(rules)
  if (circle)
    found.push(
      problem(null, problemsNl.circle, {
        receivers: list(
          circle.map((receiver) => articlesNl.receiverNames[receiver]),
          'en dan weer',
        ),
      }),
    )
  return found
}

/** A way along which surplus comes back to where it began, or null. */
function circleOf(rules: SplitRules): readonly Receiver[] | null {
  const walk = (from: Receiver, path: readonly Receiver[]): readonly Receiver[] | null => {
    for (const cap of rules.caps) {
      if (cap.receiver !== from || cap.surplusTo === 'nextStep' || cap.surplusTo === from) continue
      const seen = path.indexOf(cap.surplusTo)
      const found = seen >= 0 ? [...path.slice(seen), cap.surplusTo] : walk(cap.surplusTo, [...path, cap.surplusTo])
      if (found) return found
    }
    return null
  }
  for (const cap of rules.caps) {
    const found = walk(cap.receiver, [cap.receiver])
    if (found) return found
  }
  return null
}

/** Whether surplus of this step may stay undivided, so that what is left cannot be known beforehand. */
function loses(step: Step, rules: SplitRules): boolean {
  return surplusOnward(step, rules) !== null
}

function surplusOnward(step: Step, rules: SplitRules) {
  const reached = new Set<Receiver>(receiversOf(step))
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const cap of rules.caps) if (reached.has(cap.receiver) && cap.surplusTo !== 'nextStep') reached.add(cap.surplusTo)
  }
  return rules.caps.find((cap) => cap.surplusTo === 'nextStep' && reached.has(cap.receiver) && (cap.step === null || cap.step === step.id)) ?? null
}

/** Who gets something from a step. */
export function receiversOf(step: Step): readonly Receiver[] {
  return step.divide.kind === 'weights' ? step.divide.shares.map((share) => share.receiver) : [step.divide.receiver]
}

function isOwnPot(receiver: Receiver): boolean {
  return (OWN_POTS as readonly Receiver[]).includes(receiver)
}

function problem(article: string | null, sentence: string, params: Params = {}): Problem {
  return { article, sentence: fill(sentence, params) }
}

function at(articles: readonly Article[], kind: Article['kind'], sentence: string): Problem {
  const number = String(articles.findIndex((article) => article.kind === kind) + 1)
  return problem(number, sentence, { number })
}

type Fraction = { readonly top: bigint; readonly bottom: bigint }

function shareOfStep(step: Step): Fraction | null {
  if (step.divide.kind !== 'weights' || step.divide.whole <= 0n) return null
  return { top: step.divide.shares.reduce((total, share) => total + share.weight, 0n), bottom: step.divide.whole }
}

function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom }
}

function subtract(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.bottom }
}

function atLeastZero(a: Fraction): Fraction {
  return a.top < 0n ? { top: 0n, bottom: 1n } : a
}

function more(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom > b.top * a.bottom
}

/** As a percentage of two decimals; exact fractions are only compared, never shown. */
function words(share: Fraction): string {
  return percent((share.top * WHOLE) / share.bottom)
}
