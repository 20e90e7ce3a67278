import { type Day, findMonth, longDay, longMonth } from '#kit/day.ts'
import { euro } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import { kindsInWords, plainCondition } from '#rooms/consent'
import { watchingTexts } from './watching.en.ts'
import type { WatchLine, WatchPeriod } from './watching.rules.ts'

/** The condition as a person reads it: the words of the municipality, or what the decision itself says in plain words. */
export function conditionWords(line: WatchLine, language: Language): string {
  const plain = line.watch ? plainCondition(line.watch, language) : ''
  if (line.words === null) return plain
  return language === 'nl' || plain === '' ? line.words : `${plain} (“${line.words}”)`
}

/** A fact behind a colour with its period. */
export function factWords(line: WatchLine, at: WatchPeriod, language: Language): string {
  const words = watchingTexts[language]
  const { fact } = at
  const period = periodWords(at.period, language)
  switch (fact.kind) {
    case 'amount': {
      const cents = euro(fact.cents)
      if (line.watch?.kind === 'pot') return fill(words.facts.pot, { cents, period })
      const yearly = line.watch?.kind === 'turnover' && line.watch.per === 'year'
      return yearly ? fill(words.facts.turnoverYear, { cents, period, until: longMonth(fact.until, language) }) : fill(words.facts.turnover, { cents, period })
    }
    case 'hours':
      return fact.minutes % 60 === 0
        ? fill(words.facts.hours, { hours: fact.minutes / 60, period })
        : fill(words.facts.hoursAndMinutes, { hours: Math.floor(fact.minutes / 60), minutes: fact.minutes % 60, period })
    case 'kinds':
      return fact.kinds.length > 0
        ? fill(words.facts.kinds, { period, kinds: kindsInWords(fact.kinds, language).toLowerCase() })
        : fill(words.facts.noKinds, { period })
    case 'paid':
      return fill(words.facts.paid, { cents: euro(fact.cents), period })
    case 'due':
      return fill(fact.sent ? words.facts.sent : at.colour === 'red' ? words.facts.late : words.facts.due, { period, day: longDay(fact.on, language) })
    case 'day':
      return fill(fact.left < 0 ? words.facts.over : words.facts.left, { period, left: fact.left })
    case 'nothing':
      if (line.watch === null) return words.wordsOnly
      if (line.watch.kind === 'hours') return words.hoursUnknown
      return line.watch.kind === 'statement' ? words.facts.noDue : words.notKnown
  }
}

/** The question that a red line asks, about the periods of which nobody asked before; the municipality writes in Dutch. */
export function questionOf(line: WatchLine, periods: readonly string[]): string {
  const words = watchingTexts.nl.question
  const facts = line.periods
    .filter(({ period }) => period !== null && periods.includes(period))
    .map((each) => fill(words.fact, { fact: factWords(line, each, 'nl') }))
  return [words.start, fill(words.condition, { words: conditionWords(line, 'nl') }), ...facts, words.end].join('\n')
}

/** A month, a day or a year as a person writes it. */
function periodWords(period: string | null, language: Language): string {
  if (period === null) return ''
  const month = findMonth(period)
  if (month) return longMonth(month, language)
  return period.length === 10 ? longDay(period as Day, language) : period
}
