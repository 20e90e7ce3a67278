import { addDays, addMonths, type Day, type Instant } from '#kit/day.ts'
import type { ConsentEvent } from '../../events/events.rules.ts'
import type { LetterKind } from '../letter-shape.rules.ts'
import { ownWords } from './own-words.nl.ts'

const { reason, heard, question, note } = ownWords.example

/** What a letter to somebody invented tells of, to show what own words do to it. */
export function exampleOf(kind: LetterKind, on: Day, recordedAt: Instant): ConsentEvent {
  const base = { on, recordedAt }
  const [from, until] = [addDays(on, 14), addMonths(on, 12)]
  const against = { kind: 'refused', on: addMonths(on, -2) } as const
  const conditions = {
    from,
    until,
    costKinds: [],
    payOutAllowed: false,
    statementRhythm: 'monthly',
    statementDay: 10,
    statementFulfilsDuty: true,
    legalBasis: '',
    other: '',
  } as const
  switch (kind) {
    case 'moreAsked':
      return { kind, question, answerBefore: from, ...base }
    case 'granted':
      return { kind, conditions, ...base }
    case 'refused':
    case 'leftUnprocessed':
    case 'reviewClosed':
      return { kind, reason, ...base }
    case 'suspended':
      return { kind, from, until: addDays(from, 27), reason, heard, ...base }
    case 'resumed':
      return { kind, from, ...base }
    case 'consentWithdrawn':
      return { kind, from, reason, heard, ...base }
    case 'changeCancelled':
      return { kind, of: 'suspended', from, ...base }
    case 'delayTold':
      return { kind, until: from, reason, ...base }
    case 'objectionMendAsked':
      return { kind, against, question, answerBefore: from, ...base }
    case 'objectionDelayed':
      return { kind, against, until: from, ground: 'objectorAgrees', note, ...base }
    case 'objectionPutOff':
      return { kind, against, weeks: 6, reason, ...base }
    case 'objectionDecided':
      return { kind, against, outcome: 'unfounded', reason, ...base }
    case 'grantedInstead':
      return { kind, conditions, because: 'correction', reason, ...base }
    case 'refusedInstead':
      return { kind, because: 'correction', reason, ...base }
  }
}
