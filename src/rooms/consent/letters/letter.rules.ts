import { type Day, longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { nl } from '../consent.nl.ts'
import type { Conditions, ConsentEvent } from '../consent.rules.ts'
import type { DecisionRef } from '../events/events.rules.ts'
import { letters as words } from './letters.nl.ts'

/** What comes as a letter: what has legal effect, with how to object (Awb art. 3:45), and a question that stops the term to decide (4:5, 4:15). */
export const LETTER_KINDS = [
  'moreAsked',
  'granted',
  'refused',
  'leftUnprocessed',
  'suspended',
  'resumed',
  'consentWithdrawn',
  'changeCancelled',
  'delayTold',
  'objectionPutOff',
  'objectionDecided',
  'grantedInstead',
  'refusedInstead',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

export type LetterPart = { readonly kind: 'text' | 'heading'; readonly text: string } | { readonly kind: 'list'; readonly items: readonly string[] }

/** A letter as it was made; kept so, and only ever read. */
export type Letter = {
  readonly kind: LetterKind
  readonly on: Day
  readonly title: string
  readonly municipality: string
  readonly cooperative: string
  readonly member: string
  readonly parts: readonly LetterPart[]
  readonly objectUntil: Day
}

export type LetterFacts = {
  readonly municipality: string
  readonly cooperative: string
  readonly member: string
  readonly work: string
  /** It was asked for to go on after a consent that was given before. */
  readonly renews: boolean
  /** The ground in words, for a grant. */
  readonly ground: string
  /** The kinds of costs in words, for a grant. */
  readonly costs: string
  readonly objectUntil: Day
}

export function isLetterKind(kind: string): kind is LetterKind {
  return LETTER_KINDS.some((each) => each === kind)
}

/** The letter of an event with legal effect; null for one that has none. */
export function letterOf(event: ConsentEvent, facts: LetterFacts): Letter | null {
  if (!isLetterKind(event.kind)) return null
  const { municipality, cooperative, member, objectUntil } = facts
  const text = (sentence: string, params: Record<string, string | number> = {}): LetterPart => ({ kind: 'text', text: fill(sentence, params) })
  const heading = (sentence: string): LetterPart => ({ kind: 'heading', text: sentence })
  return {
    kind: event.kind,
    on: event.on,
    title: fill(words.titles[event.kind], { cooperative }),
    municipality,
    cooperative,
    member,
    objectUntil,
    parts: [
      text(words.dear, { member }),
      ...bodyOf(event, facts, text),
      ...('reason' in event ? [heading(words.why), text('{reason}', { reason: event.reason })] : []),
      ...('heard' in event ? [text(words.heard, { heard: event.heard })] : []),
      ...remedyOf(event, facts, text, heading),
      text(words.greeting),
      text(words.onBehalf, { municipality }),
    ],
  }
}

type Text = (sentence: string, params?: Record<string, string | number>) => LetterPart

/** How to go against it: objection (Awb 6:7), or the court where it is about an objection (8:1); a notice of more time has none of its own (6:3). */
function remedyOf(event: ConsentEvent, { municipality, objectUntil }: LetterFacts, text: Text, heading: (sentence: string) => LetterPart): LetterPart[] {
  if (event.kind === 'moreAsked') return [heading(words.tooLate), text(words.answerHow), text(words.noAnswer)]
  if (event.kind === 'delayTold' || event.kind === 'objectionPutOff') return [heading(words.tooLate), text(words.noObjection)]
  const day = longDay(objectUntil)
  if (event.kind === 'objectionDecided' || ('because' in event && event.because === 'objection'))
    return [heading(words.remedies), text(words.appeal, { day }), text(words.howAppeal), text(words.meanwhileCourt)]
  return [heading(words.remedies), text(words.objection, { day }), text(words.how, { municipality }), text(words.meanwhile)]
}

function bodyOf(event: ConsentEvent, facts: LetterFacts, text: Text): LetterPart[] {
  const asked = text(words.askedFor, { work: facts.work })
  const has = text(words.hasFor, { work: facts.work })
  switch (event.kind) {
    case 'moreAsked':
      return [
        asked,
        text(words.moreAsked),
        text('{question}', { question: event.question }),
        ...(event.answerBefore ? [text(words.answerBefore, { day: longDay(event.answerBefore) })] : []),
        text(words.termStops),
      ]
    case 'granted':
      return [asked, text(words.granted), ...grantOf(event.conditions, facts, text)]
    case 'refused':
      return [asked, text(words.refused), ...(facts.renews ? [text(words.keepsEarlier)] : [])]
    case 'leftUnprocessed':
      return [asked, text(words.leftUnprocessed)]
    case 'suspended': {
      const from = longDay(event.from)
      const said = event.until ? text(words.suspendedUntil, { from, until: longDay(event.until) }) : text(words.suspendedFrom, { from })
      return [has, said, text(words.earlierWork, { from })]
    }
    case 'resumed':
      return [has, text(words.resumed, { from: longDay(event.from) })]
    case 'consentWithdrawn':
      return [has, text(words.withdrawn, { from: longDay(event.from) }), text(words.earlierWork, { from: longDay(event.from) })]
    case 'changeCancelled':
      return [has, text(words.cancelled[event.of], { from: longDay(event.from) }), text(words.cancelledNext)]
    case 'delayTold':
      return [asked, text(words.delayTold, { day: longDay(event.until) })]
    case 'objectionPutOff':
      return [about(event.against, text), text(words.putOff, { weeks: event.weeks })]
    case 'objectionDecided':
      return [about(event.against, text), text(words.decided[event.outcome])]
    case 'grantedInstead':
      return [asked, text(words.instead), text(words.granted), ...grantOf(event.conditions, facts, text)]
    case 'refusedInstead':
      return [asked, text(words.instead), text(words.refused)]
    default:
      return []
  }
}

function about(decision: DecisionRef, text: Text): LetterPart {
  return text(words.youObjected, { day: longDay(decision.on) })
}

function grantOf(conditions: Conditions, facts: LetterFacts, text: Text): LetterPart[] {
  const { statementRhythm: rhythm } = conditions
  const items = [
    ...(rhythm === 'none' ? [] : [fill(words.statement, { rhythm: nl.rhythms[rhythm].toLowerCase(), day: conditions.statementDay })]),
    conditions.statementFulfilsDuty && rhythm !== 'none' ? words.duty : words.noDuty,
    conditions.payOutAllowed ? words.payOut : words.noPayOut,
    ...(facts.costs ? [fill(words.costs, { kinds: facts.costs })] : []),
    ...(conditions.other ? [conditions.other] : []),
  ]
  return [
    text(words.period, { from: longDay(conditions.from), until: longDay(conditions.until) }),
    text(words.youDo),
    { kind: 'list', items },
    text(words.ground, { ground: facts.ground }),
  ]
}

/** What the template of a letter takes; the reference of the case is for the municipality and the member alone, so it is never kept in the letter. */
export function letterPaper(letter: Letter, reference: string | null) {
  return {
    language: 'nl',
    title: letter.title,
    author: letter.municipality,
    sender: [letter.municipality],
    to: [letter.member],
    facts: [[words.date, longDay(letter.on)], ...(reference ? [[words.reference, reference]] : [])],
    parts: letter.parts,
    foot: [letter.municipality],
    pages: words.pages,
  }
}
