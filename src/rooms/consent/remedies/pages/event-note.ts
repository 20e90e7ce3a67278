import { longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { adviceTexts } from '../../advice/advice.en.ts'
import { texts } from '../../consent.en.ts'
import type { RecordedEvent } from '../../consent.types.ts'
import { mendingTexts } from '../../mending/mending.en.ts'
import { remedyTexts } from '../remedies.en.ts'
import { nameOf } from './decision-name.ts'

/** What the timeline says below an event of more time, objection, appeal or a new decision; nothing for others. */
export function eventNote(event: RecordedEvent, language: Language): string | undefined {
  const words = remedyTexts[language]
  const about = 'against' in event && event.against ? [nameOf(event.against, language)] : []
  const lines = (...parts: readonly string[]) => [...about, ...parts].filter((part) => part !== '').join(' · ')
  switch (event.kind) {
    case 'delayTold':
      return lines(fill(words.notes.until, { day: longDay(event.until, language) }), event.reason)
    case 'waitingAgreed':
      return fill(words.notes.until, { day: longDay(event.until, language) })
    case 'objected':
      return lines(event.reason, event.lateBecause)
    case 'defaultTold':
      return event.against ? lines(words.notes.onObjection) : undefined
    case 'objectionHeard':
    case 'objectionTakenBack':
    case 'appealed':
      return lines(event.note)
    case 'objectionPutOff':
      return lines(fill(words.notes.weeks, { weeks: event.weeks }), event.reason)
    case 'objectionMendAsked':
      return lines(event.question, fill(texts[language].eventNotes.answerBefore, { day: longDay(event.answerBefore, language) }))
    case 'objectionMended':
      return lines(event.answer)
    case 'objectionDelayed':
      return lines(fill(words.notes.until, { day: longDay(event.until, language) }), mendingTexts[language].grounds[event.ground], event.note)
    case 'objectionDecided':
      return lines(words.outcomes[event.outcome], event.reason)
    case 'appealDecided':
      return lines(words.outcomes[event.outcome], event.note)
    case 'grantedInstead': {
      const { from, until } = event.conditions
      return lines(fill(texts[language].eventNotes.fromUntil, { from: longDay(from, language), until: longDay(until, language) }), event.reason)
    }
    case 'adviceAsked':
      return lines(
        event.adviser,
        event.question,
        event.answerBefore ? fill(texts[language].eventNotes.answerBefore, { day: longDay(event.answerBefore, language) }) : '',
      )
    case 'adviceGiven':
      return lines(event.adviser, event.answer)
    case 'reviewOpened':
      return lines(adviceTexts[language].by[event.by], event.reason)
    case 'extensionAsked':
      return adviceTexts[language].runsOn[event.runsOn ? 'yes' : 'no']
    case 'extensionAnswered':
      return fill(adviceTexts[language].ranUntil, { day: longDay(event.from, language) })
    case 'reviewClosed':
    case 'refusedInstead':
      return event.reason
    default:
      return undefined
  }
}
