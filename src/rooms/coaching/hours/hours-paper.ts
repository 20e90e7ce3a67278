import { dayOf, type Instant, longDay, shortDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import type { PersonId } from '#rooms/access'
import type { Paper } from '../paper.ts'
import { nl } from './hours.nl.ts'
import { clockOf, HOUR_KINDS, type HoursLine, roadHours, totalsOf } from './hours.rules.ts'
import type { Learning } from './hours.sql.ts'

/** The overview to go with a PIP: confirmed hours alone, with who confirmed them. */
export function hoursPaper(facts: {
  readonly cooperative: string
  readonly name: string
  readonly learning: Learning | null
  readonly lines: readonly HoursLine[]
  readonly names: ReadonlyMap<PersonId, string>
  readonly madeAt: Instant
}): Paper {
  const { cooperative, name, learning, lines, names, madeAt } = facts
  const words = nl.sheet
  const confirmed = lines.filter((line) => line.answer === 'confirmed').toReversed()
  const totals = totalsOf(confirmed)
  const needed = learning ? roadHours(learning.road, dayOf(madeAt)) : null
  const all = HOUR_KINDS.reduce((sum, kind) => sum + totals[kind].confirmed, 0)
  return {
    title: words.title,
    cooperative,
    facts: [
      [words.name, name],
      [words.made, longDay(dayOf(madeAt))],
      [words.road, learning ? nl.roads[learning.road] : nl.noRoad],
    ],
    parts: [
      { kind: 'heading', text: words.totals },
      {
        kind: 'table',
        about: words.totals,
        columns: [{ label: words.kind, amount: false }, { label: words.hours, amount: true }, ...(needed ? [{ label: words.needed, amount: true }] : [])],
        rows: [
          ...HOUR_KINDS.map((kind) => [nl.kinds[kind], clockOf(totals[kind].confirmed), ...(needed ? [String(needed.hours[kind])] : [])]),
          [words.together, clockOf(all), ...(needed ? [String(needed.hours.language + needed.hours.participation)] : [])],
        ],
        total: true,
      },
      { kind: 'heading', text: words.list },
      ...(confirmed.length === 0
        ? [{ kind: 'text' as const, text: words.none }]
        : [
            {
              kind: 'table' as const,
              about: words.list,
              columns: [
                { label: nl.columns.on, amount: false },
                { label: nl.columns.kind, amount: false },
                { label: nl.columns.what, amount: false },
                { label: words.by, amount: false },
                { label: nl.columns.hours, amount: true },
              ],
              rows: confirmed.map((line) => [
                shortDay(line.on),
                nl.kinds[line.kind],
                line.what,
                line.answeredBy ? (names.get(line.answeredBy) ?? '') : '',
                clockOf(line.minutes),
              ]),
              total: false,
            },
          ]),
      { kind: 'text', text: words.note },
    ],
    foot: needed ? [fill(nl.source, { source: needed.source })] : [cooperative],
    pages: words.pages,
    madeAt,
  }
}
