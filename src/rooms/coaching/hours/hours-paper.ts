import { type Day, dayOf, type Instant, longDay, shortDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import type { PersonId } from '#rooms/access'
import type { Paper, PaperPart } from '../paper.ts'
import { nl } from './hours.nl.ts'
import { clockOf, HOUR_KINDS, type HoursLine, type RoadHours, roadHours, totalsOf } from './hours.rules.ts'
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
  const needed = learning ? roadHours(learning.road, dayOf(madeAt)) : null
  return {
    title: words.title,
    cooperative,
    facts: [
      [words.name, name],
      [words.made, longDay(dayOf(madeAt))],
      [words.road, learning ? nl.roads[learning.road] : nl.noRoad],
    ],
    parts: [...hoursParts(lines, needed, names), { kind: 'text', text: words.note }],
    foot: needed ? [fill(nl.source, { source: needed.source })] : [cooperative],
    pages: words.pages,
    madeAt,
  }
}

/** The same hours for whom the member lets look along: that they were confirmed, not by whom. Null while none is. */
export function hoursPiece(file: { readonly learning: Learning | null; readonly lines: readonly HoursLine[] }, on: Day): PaperPart[] | null {
  if (!file.lines.some(isConfirmed)) return null
  const needed = file.learning ? roadHours(file.learning.road, on) : null
  const words = nl.sheet
  return [
    { kind: 'text', text: fill(words.until, { day: longDay(on) }) },
    ...hoursParts(file.lines, needed, null),
    { kind: 'text', text: words.note },
    ...(needed ? [{ kind: 'text' as const, text: fill(nl.source, { source: needed.source }) }] : []),
  ]
}

/** Confirmed hours: together per kind beside what the road asks for, and each day; with names also who confirmed it. */
function hoursParts(lines: readonly HoursLine[], needed: RoadHours | null, names: ReadonlyMap<PersonId, string> | null): PaperPart[] {
  const words = nl.sheet
  const confirmed = lines.filter(isConfirmed).toReversed()
  const totals = totalsOf(confirmed)
  const all = HOUR_KINDS.reduce((sum, kind) => sum + totals[kind].confirmed, 0)
  return [
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
    confirmed.length === 0 ? { kind: 'text', text: words.none } : listOf(confirmed, names),
  ]
}

function listOf(confirmed: readonly HoursLine[], names: ReadonlyMap<PersonId, string> | null): PaperPart {
  const words = nl.sheet
  const by = ({ answeredBy }: HoursLine) => (answeredBy ? (names?.get(answeredBy) ?? '') : '')
  return {
    kind: 'table',
    about: words.list,
    columns: [
      { label: nl.columns.on, amount: false },
      { label: nl.columns.kind, amount: false },
      { label: nl.columns.what, amount: false },
      ...(names ? [{ label: words.by, amount: false }] : []),
      { label: nl.columns.hours, amount: true },
    ],
    rows: confirmed.map((line) => [shortDay(line.on), nl.kinds[line.kind], line.what, ...(names ? [by(line)] : []), clockOf(line.minutes)]),
    total: false,
  }
}

function isConfirmed({ answer }: HoursLine): boolean {
  return answer === 'confirmed'
}
