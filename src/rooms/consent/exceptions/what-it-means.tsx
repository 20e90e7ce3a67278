import { longDay, longMonth } from '#kit/day.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { Card, Facts } from '#ui/parts.tsx'
import { meaningTexts } from './meaning.en.ts'
import { type DayRange, type ExceptionFound, type Meaning, type MonthRun, monthRuns } from './meaning.rules.ts'

/** What somebody is about to confirm means for days, work that waits and month statements; computed, never written by hand. */
export function WhatItMeans({ meaning, language }: { readonly meaning: Meaning; readonly language: Language }) {
  const words = meaningTexts[language]
  const and = (items: readonly string[]) => list(items, language === 'en' ? 'and' : 'en')
  const days = (on: readonly Parameters<typeof longDay>[0][]) => and([...new Set(on)].map((each) => longDay(each, language)))
  const { waiting, months } = meaning
  return (
    <Card title={words.title}>
      {meaning.exceptions.map((found) => (
        <p key={found.kind}>{exceptionSaid(found, language)}</p>
      ))}
      <Facts
        items={meaning.ranges.map((range) => ({
          label: fill(words.period, { from: longDay(range.from, language), until: longDay(range.until, language) }),
          value: rangeSaid(range, language),
        }))}
      />
      {waiting.free.length > 0 ? <p>{fill(words.waiting.free, { days: days(waiting.free) })}</p> : null}
      {waiting.held.length > 0 ? <p>{fill(words.waiting.held, { days: days(waiting.held) })}</p> : null}
      {(['added', 'dropped'] as const).map((which) =>
        months[which].length > 0 ? (
          <p key={which}>{fill(words.months[which], { months: and(monthRuns(months[which]).map((run) => runSaid(run, language))) })}</p>
        ) : null,
      )}
    </Card>
  )
}

function runSaid({ first, last }: MonthRun, language: Language): string {
  if (first === last) return longMonth(first, language)
  return fill(meaningTexts[language].period, { from: longMonth(first, language), until: longMonth(last, language) })
}

function rangeSaid({ before, after }: DayRange, language: Language): string {
  const words = meaningTexts[language]
  const change = before === 'may' && after !== 'may' ? words.changes.closes : before !== 'may' && after === 'may' ? words.changes.opens : ''
  return [`${words.states[after]}.`, change].filter(Boolean).join(' ')
}

function exceptionSaid(found: ExceptionFound, language: Language): string {
  const days = Object.fromEntries(
    (['from', 'until', 'last', 'on'] as const).flatMap((name) => (name in found ? [[name, longDay((found as never)[name], language)]] : [])),
  )
  return fill(meaningTexts[language].exceptions[found.kind], days)
}
