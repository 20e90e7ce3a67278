import type { Language } from '#kit/text.ts'
import { texts } from '../consent.en.ts'
import type { RecordedEvent } from '../consent.types.ts'
import { paperTexts } from '../paper/paper.en.ts'

/** What happened, in a few words without anybody's prose. */
export function eventLabel(event: RecordedEvent, language: Language): string {
  return event.kind === 'sent' && event.sentBy === 'paper' ? paperTexts[language].taken : texts[language].events[event.kind]
}
