import { type Day, findDay, yearOf } from '#kit/day.ts'
import { FileError, fieldsOf, listOf, oneOf, type Read, truthOf, wholeOf } from '#kit/reading.ts'
import { KNOWN_AMOUNTS } from '../amounts/known.rules.ts'
import { EQUATED_DAYS } from './equated.rules.ts'
import { decreeKnown, freeDays } from './free-days.rules.ts'
import { FURTHER_DELAY_GROUNDS, type Term, type TermEvent, type TermSettings } from './term.rules.ts'
import { termsOf } from './terms.rules.ts'

export type AnsweredTerm = Omit<Term, 'cents'> & { readonly cents: number | null; readonly decreeKnown: boolean }

export type TermAnswer = { readonly on: Day; readonly terms: readonly AnsweredTerm[] }

/**
 * Every term of a request in a file, by the same rules as on screen; see docs/term. Takes parsed JSON, gives an answer that is JSON. Throws a
 * `FileError` (English, with the place) when the file is not right, and refuses (a Dutch sentence) where the penalty of a day is not known.
 */
export function termFile(value: unknown): TermAnswer {
  const fields = fieldsOf(value, 'term')
  const on = fields.get('on', dayText)
  const settings = fields.maybe('settings', settingsOf, { ownWeeks: null, committee: false })
  const equated = [...EQUATED_DAYS.map((each) => each.on), ...fields.maybe('equatedDays', listOf(dayText), [])]
  const events = fields.get('events', listOf(eventOf))
  fields.done()
  const sorted = events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const terms = termsOf(sorted, settings, on, freeDays(equated), KNOWN_AMOUNTS)
  return {
    on,
    terms: terms.map((term) => ({ ...term, cents: term.cents === null ? null : Number(term.cents), decreeKnown: decreeKnown(equated, term.last) })),
  }
}

const settingsOf: Read<TermSettings> = (value, path) => {
  const fields = fieldsOf(value, path)
  const settings = { ownWeeks: fields.maybe('ownWeeks', weeks, null), committee: fields.maybe('committee', truthOf, false) }
  fields.done()
  return settings
}

const KINDS = [
  'received',
  'moreAsked',
  'completed',
  'waitingAgreed',
  'laterDayAgreed',
  'delayTold',
  'notified',
  'defaultTold',
  'objected',
  'objectionMendAsked',
  'objectionMended',
  'objectionPutOff',
  'objectionDelayed',
  'objectionNotified',
  'appealed',
] as const satisfies readonly TermEvent['kind'][]

const eventOf: Read<TermEvent> = (value, path) => {
  const fields = fieldsOf(value, path)
  const kind = fields.get('kind', oneOf(KINDS))
  const on = fields.get('on', dayText)
  const event: TermEvent =
    kind === 'moreAsked'
      ? { kind, on, before: fields.maybe('before', dayText, null) }
      : kind === 'waitingAgreed' || kind === 'laterDayAgreed' || kind === 'delayTold'
        ? { kind, on, until: fields.get('until', dayText) }
        : kind === 'objectionPutOff'
          ? { kind, on, weeks: fields.get('weeks', weeks) }
          : kind === 'objectionMendAsked'
            ? { kind, on, before: fields.get('before', dayText) }
            : kind === 'objectionDelayed'
              ? { kind, on, until: fields.get('until', dayText), ground: fields.get('ground', oneOf(FURTHER_DELAY_GROUNDS)) }
              : { kind, on }
  fields.done()
  if ('until' in event && event.until < on) throw new FileError(`${path}.until`, `is before ${on}`)
  if ('before' in event && event.before !== null && event.before < on) throw new FileError(`${path}.before`, `is before ${on}`)
  return event
}

const weeks: Read<number> = (value, path) => {
  const found = wholeOf(value, path)
  if (found < 1 || found > 52) throw new FileError(path, `expected 1 to 52 weeks, found ${found}`)
  return found
}

const dayText: Read<Day> = (value, path) => {
  const found = typeof value === 'string' ? findDay(value) : null
  if (!found || yearOf(found) < 2000 || yearOf(found) > 2100) throw new FileError(path, 'expected a day as YYYY-MM-DD')
  return found
}
