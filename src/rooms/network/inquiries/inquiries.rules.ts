import { addDays, type Day, type Instant } from '#kit/day.ts'

/** What somebody can ask of the network. */
export const INQUIRY_KINDS = ['contact', 'presentation', 'documents', 'introduction', 'help'] as const
export type InquiryKind = (typeof INQUIRY_KINDS)[number]

export const PRESENTATION_FORMS = ['onSite', 'online', 'either'] as const
export type PresentationForm = (typeof PRESENTATION_FORMS)[number]

/** What the network promises, from which day on: days until the first answer. A promise of our own, so no article. */
const PROMISED: readonly { readonly from: Day; readonly days: Readonly<Record<InquiryKind, number>> }[] = [
  { from: '2020-01-01' as Day, days: { contact: 7, presentation: 14, documents: 7, introduction: 14, help: 3 } },
]

/** The last day for a first answer to what was asked on a day. */
export function answerBy(kind: InquiryKind, askedOn: Day): Day {
  const promise = PROMISED.findLast(({ from }) => from <= askedOn)
  if (!promise) throw new Error(`no promise holds on ${askedOn}`)
  return addDays(askedOn, promise.days[kind])
}

export type InquiryStanding = 'new' | 'taken' | 'late' | 'answered' | 'planned' | 'given' | 'closed'

export type InquiryState = {
  readonly lastDay: Day
  readonly holder: string | null
  readonly firstAnswerAt: Instant | null
  /** Whether the asker wrote the last message of the thread. */
  readonly askerWaits: boolean
  readonly presentationOn: Day | null
  readonly closedAt: Instant | null
}

/** Where it stands on a day: computed, and kept nowhere. A question that came back after an answer waits again, but is never late by the first promise. */
export function inquiryStanding(state: InquiryState, on: Day): InquiryStanding {
  if (state.closedAt) return 'closed'
  if (!state.firstAnswerAt && !state.presentationOn && state.lastDay < on) return 'late'
  if (state.presentationOn) return state.presentationOn < on ? 'given' : 'planned'
  if (state.firstAnswerAt && !state.askerWaits) return 'answered'
  return state.holder ? 'taken' : 'new'
}

/** Whether the desk has something to do: a presentation that was given asks to be followed up. */
export function waitsForDesk(standing: InquiryStanding, askerWaits: boolean): boolean {
  return standing === 'new' || standing === 'taken' || standing === 'late' || standing === 'given' || (standing === 'planned' && askerWaits)
}

/** A person needs longer to read a form than a program does. */
export const SECONDS_TO_FILL = 3

/** Whether a form was filled in by something that sees every field, or faster than anybody reads. */
export function looksLikeProgram(trap: string, shownAt: Instant, sentAt: Instant): 'trap' | 'fast' | null {
  if (trap.trim() !== '') return 'trap'
  return sentAt.epochMilliseconds - shownAt.epochMilliseconds < SECONDS_TO_FILL * 1000 ? 'fast' : null
}

export type Quarter = { readonly name: string; readonly from: Day; readonly until: Day }

/** The quarter of a name such as `2026-4`, or of a day; null for another name. */
export function quarterCalled(name: string): Quarter | null {
  const match = /^(\d{4})-([1-4])$/.exec(name)
  if (!match) return null
  const [year, quarter] = [Number(match[1]), Number(match[2])]
  const next = quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`
  return { name, from: `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01` as Day, until: addDays(next as Day, -1) }
}

export function quarterOf(on: Day): string {
  return `${on.slice(0, 4)}-${Math.ceil(Number(on.slice(5, 7)) / 3)}`
}

export function quarterBefore(name: string): string {
  const [year = 0, quarter = 0] = name.split('-').map(Number)
  return quarter === 1 ? `${year - 1}-4` : `${year}-${quarter - 1}`
}

/** The quarter after one; null for one that has not begun. */
export function quarterAfter(name: string, today: Day): string | null {
  const [year = 0, quarter = 0] = name.split('-').map(Number)
  const next = quarter === 4 ? `${year + 1}-1` : `${year}-${quarter + 1}`
  return next <= quarterOf(today) ? next : null
}

/** When somebody was answered first: in words, or by the day of a presentation. */
export function firstReply(said: { readonly firstAnswerAt: Instant | null; readonly firstPlannedAt: Instant | null }): Instant | null {
  const { firstAnswerAt: words, firstPlannedAt: planned } = said
  if (!words || !planned) return words ?? planned
  return Temporal.Instant.compare(words, planned) <= 0 ? words : planned
}

/** What a report counts: inquiries by kind, and questions at a step of the start path. */
export const REPORTED_KINDS = [...INQUIRY_KINDS, 'startStep'] as const
export type ReportedKind = (typeof REPORTED_KINDS)[number]

export type Reported = {
  readonly kind: ReportedKind
  readonly askedAt: Instant
  readonly askedOn: Day
  readonly lastDay: Day
  readonly firstAnswerAt: Instant | null
  readonly firstAnswerOn: Day | null
}

export type ReportLine = {
  readonly kind: ReportedKind
  readonly asked: number
  readonly answered: number
  readonly late: number
  readonly hours: number | null
}

/** Counts of a quarter by kind: how many, how many were answered, after the promised day or not yet by then, and the middle time to a first answer in whole hours. */
export function reportOf(rows: readonly Reported[], on: Day): ReportLine[] {
  return REPORTED_KINDS.map((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    const hours = own
      .flatMap((row) => (row.firstAnswerAt ? [Math.round((row.firstAnswerAt.epochMilliseconds - row.askedAt.epochMilliseconds) / 3_600_000)] : []))
      .toSorted((a, b) => a - b)
    return {
      kind,
      asked: own.length,
      answered: hours.length,
      late: own.filter(({ lastDay, firstAnswerOn }) => lastDay < (firstAnswerOn ?? on)).length,
      hours: hours.length === 0 ? null : middle(hours),
    }
  })
}

function middle(sorted: readonly number[]): number {
  const at = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[at] ?? 0) : Math.round(((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2)
}

export type Presentation = { readonly on: Day; readonly starts: string; readonly minutes: number; readonly place: string; readonly giver: string }

/** A calendar file with one appointment (RFC 5545), its moments in the time of the world so that no zone has to be told. */
export function presentationIcs(key: string, title: string, { on, starts, minutes, place, giver }: Presentation, at: Instant): string {
  const begin = Temporal.PlainDateTime.from(`${on}T${starts}`).toZonedDateTime('Europe/Amsterdam')
  const moment = (of: Temporal.ZonedDateTime | Instant) => ('toInstant' in of ? of.toInstant() : of).toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
  const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Opbloei//Presentatie//NL',
    'BEGIN:VEVENT',
    `UID:${key}@opbloei`,
    `DTSTAMP:${moment(at)}`,
    `DTSTART:${moment(begin)}`,
    `DTEND:${moment(begin.add({ minutes }))}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(giver)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(folded).join('\r\n')}\r\n`
}

function folded(line: string): string[] {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (new TextEncoder().encode(part + letter).length > 74) {
      parts.push(part)
      part = ' '
    }
    part += letter
  }
  return [...parts, part]
}
