import { longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { texts } from '../consent.en.ts'
import type { Conditions, ConsentEvent } from '../events/events.rules.ts'
import type { LetterFacts, PlainLetter } from './letter-shape.rules.ts'
import { plainTexts } from './plain.en.ts'

type Said = Pick<PlainLetter, 'decided' | 'may' | 'until' | 'must'>

/** What a letter says in plain words, in the language of the member: the same days and the same duties, and nothing that is not in the letter. */
export function plainOf(event: ConsentEvent, facts: LetterFacts, language: Language): PlainLetter {
  const words = plainTexts[language]
  const { municipality, cooperative } = facts
  const contact = facts.own.contact.split('\n').join(' · ')
  const said = saidOf(event, facts, language)
  return {
    ...said,
    decided: [...said.decided.map(withOneStop), ...('reason' in event ? [fill(words.reason, { reason: event.reason })] : [])],
    must: [...said.must, ...remedyOf(event, facts, language)],
    ask: [
      contact ? fill(words.ask.municipality, { municipality, contact }) : fill(words.ask.townhall, { municipality }),
      fill(words.ask.coach, { cooperative }),
    ],
  }
}

/** A name such as "De Bloesem U.A." ends a sentence by itself. */
function withOneStop(sentence: string): string {
  return sentence.replace(/\.\.$/, '.')
}

function saidOf(event: ConsentEvent, facts: LetterFacts, language: Language): Said {
  const { decided, may, until, must } = plainTexts[language]
  const day = (on: Parameters<typeof longDay>[0]) => longDay(on, language)
  const { cooperative, work } = facts
  const unchanged = [may.nothingNew]
  switch (event.kind) {
    case 'moreAsked':
      return {
        decided: [decided.moreAsked, fill(decided.question, { question: event.question })],
        may: unchanged,
        until: [event.answerBefore ? fill(until.answer, { day: day(event.answerBefore) }) : until.answerOpen],
        must: [must.answer, event.answerBefore ? must.noAnswer : must.noAnswerOpen],
      }
    case 'granted':
      return { decided: [fill(decided.granted, { cooperative })], ...grantOf(event.conditions, facts, language) }
    case 'grantedInstead':
      return { decided: [decided.instead, fill(decided.granted, { cooperative })], ...grantOf(event.conditions, facts, language) }
    case 'refused':
      return { decided: [fill(decided.refused, { work })], may: [may.notThis, ...(facts.renews ? unchanged : [])], until: [until.noDay], must: [] }
    case 'refusedInstead':
      return { decided: [decided.instead, fill(decided.refused, { work })], may: [may.notThis], until: [until.noDay], must: [] }
    case 'reviewClosed':
      return { decided: [decided.reviewClosed], may: unchanged, until: [until.asBefore], must: [] }
    case 'leftUnprocessed':
      return { decided: [decided.leftUnprocessed], may: unchanged, until: [until.noDay], must: [must.newRequest] }
    case 'suspended': {
      const from = day(event.from)
      return {
        decided: [decided.suspended],
        may: [fill(may.noNewWork, { from }), fill(may.earlierWork, { from })],
        until: [event.until ? fill(until.still, { from, until: day(event.until) }) : fill(until.open, { from })],
        must: [],
      }
    }
    case 'resumed':
      return { decided: [decided.resumed], may: [fill(may.again, { from: day(event.from) })], until: [until.asBefore], must: [] }
    case 'consentWithdrawn': {
      const from = day(event.from)
      return {
        decided: [decided.consentWithdrawn],
        may: [fill(may.noNewWork, { from }), fill(may.earlierWork, { from })],
        until: [fill(until.gone, { from })],
        must: [],
      }
    }
    case 'changeCancelled':
      return { decided: [decided.changeCancelled], may: unchanged, until: [until.asBefore], must: [] }
    case 'delayTold':
      return { decided: [decided.delayTold], may: unchanged, until: [fill(until.decision, { day: day(event.until) })], must: [must.wait] }
    case 'objectionPutOff':
      return { decided: [decided.objectionPutOff], may: unchanged, until: [fill(until.weeks, { weeks: event.weeks })], must: [must.wait] }
    case 'objectionMendAsked':
      return {
        decided: [decided.objectionMendAsked, fill(decided.missing, { question: event.question })],
        may: unchanged,
        until: [fill(until.mend, { day: day(event.answerBefore) })],
        must: [must.mend, must.noMend],
      }
    case 'objectionDelayed':
      return {
        decided: [decided.objectionDelayed, decided.furtherDelay[event.ground], fill(decided.note, { note: event.note })],
        may: unchanged,
        until: [fill(until.decision, { day: day(event.until) })],
        must: [must.wait],
      }
    case 'objectionDecided':
      return { decided: [decided[event.outcome]], may: [event.outcome === 'founded' ? may.next : may.nothingNew], until: [until.noDay], must: [] }
    default:
      return { decided: [], may: [], until: [], must: [] }
  }
}

function grantOf(conditions: Conditions, facts: LetterFacts, language: Language): Omit<Said, 'decided'> {
  const { may, until, must } = plainTexts[language]
  const { statementRhythm: rhythm, statementDay, statementFulfilsDuty, payOutAllowed, other } = conditions
  const asked = rhythm !== 'none'
  return {
    may: [fill(may.work, { work: facts.work }), payOutAllowed ? may.payOut : may.noPayOut],
    until: [fill(until.consent, { from: longDay(conditions.from, language), until: longDay(conditions.until, language) })],
    must: [
      ...(asked ? [fill(must.statement, { rhythm: texts[language].rhythms[rhythm].toLowerCase(), day: statementDay })] : []),
      statementFulfilsDuty && asked ? must.duty : must.noDuty,
      ...(other ? [fill(must.other, { other })] : []),
    ],
  }
}

/** The remedy that the letter itself names (Awb 3:45, 6:3, 6:7, 8:1). */
function remedyOf(event: ConsentEvent, { objectUntil }: LetterFacts, language: Language): string[] {
  const { must } = plainTexts[language]
  if (event.kind === 'moreAsked' || event.kind === 'objectionMendAsked') return []
  if (event.kind === 'delayTold' || event.kind === 'objectionPutOff' || event.kind === 'objectionDelayed') return [must.late]
  const court = event.kind === 'objectionDecided' || ('because' in event && event.because === 'objection')
  return [fill(court ? must.appeal : must.object, { day: longDay(objectUntil, language) }), must.counts]
}
