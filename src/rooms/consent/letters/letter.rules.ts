import { type Instant, longDay, longInstant } from '#kit/day.ts'
import type { Docx, DocxBlock } from '#kit/docx.ts'
import { fill } from '#kit/text.ts'
import { nl } from '../consent.nl.ts'
import type { Conditions, ConsentEvent } from '../consent.rules.ts'
import type { DecisionRef } from '../events/events.rules.ts'
import { LETTER_KINDS, type Letter, type LetterFacts, type LetterKind, type LetterMarks, type LetterPart, type Signature } from './letter-shape.rules.ts'
import { LETTER_VERSION, letters as words } from './letters.nl.ts'
import { plainOf } from './plain.rules.ts'

export { LETTER_KINDS, type Letter, type LetterFacts, type LetterKind, type LetterPart, type OwnWords } from './letter-shape.rules.ts'

export function isLetterKind(kind: string): kind is LetterKind {
  return LETTER_KINDS.some((each) => each === kind)
}

/** The letter of an event with legal effect; null for one that has none. */
export function letterOf(event: ConsentEvent, facts: LetterFacts): Letter | null {
  if (!isLetterKind(event.kind)) return null
  const { municipality, cooperative, member, objectUntil } = facts
  const text = (sentence: string, params: Record<string, string | number> = {}): LetterPart => ({ kind: 'text', text: fill(sentence, params) })
  const heading = (sentence: string): LetterPart => ({ kind: 'heading', text: sentence })
  // What people wrote is no sentence with places to fill in.
  const own = (said: string) => (said === '' ? [] : [text('{said}', { said })])
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
      ...own(facts.own.opening),
      ...bodyOf(event, facts, text),
      ...('reason' in event ? [heading(words.why), text('{reason}', { reason: event.reason })] : []),
      ...('heard' in event ? [text(words.heard, { heard: event.heard })] : []),
      ...remedyOf(event, facts, text, heading),
      ...own(facts.own.closing),
      ...(facts.own.contact ? [heading(words.questions), ...own(facts.own.contact)] : []),
      text(words.greeting),
      text(words.onBehalf, { municipality }),
      ...signedOf(facts.signature, text),
    ],
    template: LETTER_VERSION,
    sender: linesOf(facts.address),
    ...(facts.logo ? { logo: facts.logo } : {}),
    plain: { nl: plainOf(event, facts, 'nl'), en: plainOf(event, facts, 'en') },
  }
}

type Text = (sentence: string, params?: Record<string, string | number>) => LetterPart

/** How to go against it: objection (Awb 6:7), or the court where it is about an objection (8:1); a notice of more time has none of its own (6:3). */
function remedyOf(event: ConsentEvent, { municipality, objectUntil }: LetterFacts, text: Text, heading: (sentence: string) => LetterPart): LetterPart[] {
  if (event.kind === 'moreAsked')
    return [heading(words.tooLate), text(words.answerHow), text(event.answerBefore ? words.noAnswer : words.noAnswerOpen), text(words.noObjectionYet)]
  if (event.kind === 'objectionMendAsked') return [heading(words.tooLate), text(words.mendHow), text(words.noMend), text(words.noObjectionYet)]
  if (event.kind === 'delayTold' || event.kind === 'objectionPutOff' || event.kind === 'objectionDelayed')
    return [heading(words.tooLate), text(words.noObjection)]
  const day = longDay(objectUntil)
  if (event.kind === 'objectionDecided' || ('because' in event && event.because === 'objection'))
    return [heading(words.remedies), text(words.appeal, { day }), text(words.howAppeal), text(words.meanwhileCourt)]
  return [heading(words.remedies), text(words.objection, { day }), text(words.how, { municipality }), text(words.meanwhile)]
}

/** Function, name and mandate under a letter, and the moment of signing once there is one. */
function signedOf({ signedAs, signedName, mandate, staff, at }: Signature, text: Text): LetterPart[] {
  const under = [signedName, signedAs].filter((line) => line !== '')
  return [
    ...(under.length > 0 ? [text('{under}', { under: under.join(', ') })] : []),
    ...(staff ? [text(words.handledBy, { name: staff })] : []),
    ...(mandate ? [text(words.mandate, { mandate })] : []),
    ...(at ? [text(words.signedAt, { at: longInstant(at) })] : []),
  ]
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
        event.answerBefore ? text(words.termStopsUntil, { day: longDay(event.answerBefore) }) : text(words.termStops),
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
    case 'objectionMendAsked': {
      const day = longDay(event.answerBefore)
      const asks = [text(words.mendAsked), text('{question}', { question: event.question })]
      return [about(event.against, text), ...asks, text(words.mendBefore, { day }), text(words.mendStops, { day })]
    }
    case 'objectionDelayed': {
      const why = [text(words.furtherDelay[event.ground]), text(words.furtherDelayNote, { note: event.note })]
      return [about(event.against, text), ...why, text(words.furtherDelayUntil, { day: longDay(event.until) })]
    }
    case 'objectionDecided':
      return [about(event.against, text), text(words.decided[event.outcome])]
    case 'grantedInstead':
      return [asked, text(words.instead), text(words.granted), ...grantOf(event.conditions, facts, text)]
    case 'reviewClosed':
      return [asked, text(words.reviewed)]
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
    ...(conditions.watched ?? []).map((each) => each.words),
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
export function letterPaper(letter: Letter, { reference, id, seal }: LetterMarks) {
  return {
    language: 'nl',
    title: letter.title,
    author: letter.municipality,
    subject: fill(words.subject, { member: letter.member, cooperative: letter.cooperative }),
    keywords: [...(reference ? [reference] : []), id, seal],
    sender: [letter.municipality, ...(letter.sender ?? [])],
    to: [letter.member],
    facts: factsOn(letter, reference),
    parts: letter.parts,
    foot: [letter.municipality, fill(words.foot, { id, seal: seal.slice(0, 16) })],
    pages: words.pages,
    logo: fill(words.logo, { municipality: letter.municipality }),
  }
}

/** The same letter for a word processor, for whoever wants to write on in it: headings are headings. */
export function letterDocx(letter: Letter & { readonly madeAt: Instant }, marks: LetterMarks, logo: Uint8Array | null): Docx {
  const paper = letterPaper(letter, marks)
  return {
    title: letter.title,
    untitled: true,
    author: letter.municipality,
    subject: paper.subject,
    keywords: paper.keywords.join(' '),
    identifier: marks.id,
    language: 'nl-NL',
    blocks: [
      { kind: 'text', text: paper.sender.join('\n') },
      { kind: 'text', text: paper.to.join('\n') },
      { kind: 'text', text: paper.facts.map(([label, value]) => `${label}: ${value}`).join('\n') },
      { kind: 'heading', level: 1, text: letter.title },
      ...letter.parts.map((part): DocxBlock => {
        if (part.kind === 'list') return part
        return part.kind === 'heading' ? { kind: 'heading', level: 2, text: part.text } : { kind: 'text', text: part.text }
      }),
    ],
    logo: logo ? { png: logo, about: paper.logo } : undefined,
    foot: paper.foot.join(' · '),
    madeAt: letter.madeAt,
  }
}

function factsOn(letter: Letter, reference: string | null): string[][] {
  return [[words.date, longDay(letter.on)], ...(reference ? [[words.reference, reference]] : [])]
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
