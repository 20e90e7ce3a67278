import { dayOf, type Instant, longDay, shortDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { adviceTexts } from '../advice/advice.en.ts'
import { texts } from '../consent.en.ts'
import { effect, runsUntil } from '../consent.rules.ts'
import type { RecordedEvent } from '../consent.types.ts'
import type { RequestFile } from '../file/request-file.ts'
import { kindsOf } from '../pages/kinds.ts'
import { paperTexts } from '../paper/paper.en.ts'
import { postingTexts } from '../posting/posting.en.ts'
import { eventNote } from '../remedies/pages/event-note.ts'
import { handledTexts } from '../teams/handled.en.ts'
import { nl as teams } from '../teams/office.nl.ts'
import type { TeamMove } from '../teams/teams.sql.ts'
import { eventLabel } from './event-words.ts'

/** What happened to a request and what comes: the last day to decide, or the last day of the consent. */
export function timelineOf(props: { readonly file: RequestFile; readonly language: Language; readonly municipal: boolean }) {
  const { file, language } = props
  const words = texts[language]
  const events = file.request.events.map((event) => ({
    at: event.recordedAt,
    on: shortDay(event.on, language),
    label: eventLabel(event, language),
    note: noteOf(event, language),
    state: 'done' as const,
  }))
  // Where the file was before the day of this request is told at the request before it. Within one second what was done comes before where it went.
  const [first] = events
  const moves = file.teams.filter(({ at }) => first !== undefined && dayOf(at) >= dayOf(first.at))
  const past = [...events, ...moves.map((move) => movedTo(move, language, props.municipal))].toSorted((a, b) => second(a.at) - second(b.at))
  const last = runsUntil(file.request.events)
  const ends =
    last && ['inForce', 'suspended'].includes(effect(file.request.events, last)) ? { on: shortDay(last, language), label: adviceTexts[language].ends } : null
  if (ends && last && !file.deadline)
    return last < file.today
      ? [...past, { ...ends, state: 'done' as const }]
      : [...past, { on: shortDay(file.today, language), label: words.eventNotes.today, state: 'now' as const }, { ...ends, state: 'later' as const }]
  if (!file.deadline) return past
  const now = { on: shortDay(file.today, language), label: words.eventNotes.today, state: 'now' as const }
  const lastDay = { on: shortDay(file.deadline.last, language), label: words.eventNotes.lastDay }
  return file.deadline.last < file.today ? [...past, { ...lastDay, state: 'done' as const }, now] : [...past, now, { ...lastDay, state: 'later' as const }]
}

function second(at: Instant): number {
  return Math.floor(at.epochMilliseconds / 1000)
}

function movedTo(move: TeamMove, language: Language, municipal: boolean) {
  const words = handledTexts(language)
  const label = municipal
    ? move.team === ''
      ? teams.timeline.everybody
      : fill(teams.timeline.at, { team: move.team })
    : move.team === ''
      ? words.everybody
      : fill(words.at, { team: move.team })
  const note = municipal ? (move.byRule ? teams.timeline.byRule : move.reason) : undefined
  return { at: move.at, on: shortDay(dayOf(move.at), language), label, note, state: 'done' as const }
}

function noteOf(event: RecordedEvent, language: Language): string | undefined {
  const notes = texts[language].eventNotes
  const written = (on: typeof event.on) => longDay(on, language)
  switch (event.kind) {
    case 'sent':
      if (event.sentBy === 'paper') return fill(paperTexts[language].takenOn, { day: written(dayOf(event.recordedAt)) })
      return event.sentBy === 'member' ? notes.sentByMember : notes.sentByCooperative
    case 'moreAsked':
      return [event.question, event.answerBefore ? fill(notes.answerBefore, { day: written(event.answerBefore) }) : notes.stopsClock].join(' · ')
    case 'answered':
      return event.answer
    case 'granted':
      return [fill(notes.fromUntil, { from: written(event.conditions.from), until: written(event.conditions.until) }), ...onPaper(event, language)].join(' · ')
    case 'refused':
    case 'leftUnprocessed':
      return [event.reason, ...onPaper(event, language)].join(' · ')
    case 'suspended':
      return `${event.until ? fill(notes.fromUntil, { from: written(event.from), until: written(event.until) }) : fill(notes.from, { day: written(event.from) })} · ${event.reason}`
    case 'changeCancelled':
      return fill(notes.cancelled[event.of], { day: written(event.from) })
    case 'resumed':
      return fill(notes.from, { day: written(event.from) })
    case 'consentWithdrawn':
      return `${fill(notes.from, { day: written(event.from) })} · ${event.reason}`
    case 'paperCorrected':
      return [correctedNote(event, language), event.note].filter((part) => part !== '').join(' ')
    default:
      return eventNote(event, language)
  }
}

function onPaper({ paperReference: reference }: { readonly paperReference?: string | undefined }, language: Language): string[] {
  return reference === undefined ? [] : [fill(postingTexts[language].paper, { reference })]
}

function correctedNote({ conditions, decidedOn }: Extract<RecordedEvent, { kind: 'paperCorrected' }>, language: Language): string {
  const { payOutAllowed, payOutForbidden } = texts[language].request
  return fill(paperTexts[language].corrected, {
    on: longDay(decidedOn, language),
    from: longDay(conditions.from, language),
    until: longDay(conditions.until, language),
    pay: conditions.payOutAllowed ? payOutAllowed : payOutForbidden,
    kinds: kindsOf(conditions.costKinds, language),
  })
}
