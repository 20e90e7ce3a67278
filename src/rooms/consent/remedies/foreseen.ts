import type { Day } from '#kit/day.ts'
import type { Problems, Typed } from '#kit/form.ts'
import { conditionsOf } from '../consent.rules.ts'
import type { DecisionRef } from '../events/events.rules.ts'
import { grantTyped, type Proposed } from '../exceptions/proposal.ts'
import type { RequestFile } from '../file/request-file.ts'
import { codeOf, decisionsFor, type RemedyStep } from './remedies.rules.ts'

/** How a step can end, where that makes a difference for the days on which work may be sold. */
export type Ending = 'asFilled' | 'founded' | 'otherwise'

/** What a step would write down, for every way in which it can end; nothing where no decision is left that it can be about. */
export type Foreseen = { readonly ending: Ending; readonly events: readonly Proposed[] }

/**
 * What the form of a remedy would write down, with what was typed or else filled in: the newest decision it can be about. An objection, an appeal and a
 * ruling change nothing themselves (Awb 6:16, 8:70); a founded objection brings the new decision with it, or makes a change void (Awb 7:11).
 */
export function foreseen(file: RequestFile, step: RemedyStep | 'correct', problems: Problems | null, waiting: Typed | null): readonly Foreseen[] {
  const typed = problems?.typed ?? waiting
  if (step === 'correct') return typed?.outcome === 'refused' ? [] : [{ ending: 'asFilled', events: [newGrant(file, typed, 'correction')] }]
  const decisions = decisionsFor(file.request.events, step, file.today)
  const against = decisions.find((each) => codeOf(each) === typed?.against) ?? decisions.at(-1)
  if (!against) return []
  const note = { against, note: '' }
  switch (step) {
    case 'object':
      return [{ ending: 'asFilled', events: [{ kind: 'objected', against, reason: '', lateBecause: '' }] }]
    case 'hearObjection':
      return [{ ending: 'asFilled', events: [{ kind: 'objectionHeard', ...note }] }]
    case 'takeBackObjection':
      return [{ ending: 'asFilled', events: [{ kind: 'objectionTakenBack', ...note }] }]
    case 'putOffObjection':
      return [{ ending: 'asFilled', events: [{ kind: 'objectionPutOff', against, weeks: 6, reason: '' }] }]
    case 'askMend':
      return [{ ending: 'asFilled', events: [{ kind: 'objectionMendAsked', against, question: '', answerBefore: file.today }] }]
    case 'mendObjection':
      return [{ ending: 'asFilled', events: [{ kind: 'objectionMended', against, answer: '' }] }]
    case 'delayObjection':
      return [{ ending: 'asFilled', events: [{ kind: 'objectionDelayed', ...note, until: file.today, ground: 'objectorAgrees' }] }]
    case 'noteAppeal':
      return [{ ending: 'asFilled', events: [{ kind: 'appealed', ...note }] }]
    case 'noteRuling':
      return [{ ending: 'asFilled', events: [{ kind: 'appealDecided', ...note, outcome: 'founded' }] }]
    case 'decideObjection':
      return [
        { ending: 'founded', events: [{ kind: 'objectionDecided', against, outcome: 'founded', reason: '' }, ...followsOn(file, against, typed)] },
        { ending: 'otherwise', events: [{ kind: 'objectionDecided', against, outcome: 'unfounded', reason: '' }] },
      ]
  }
}

/** What comes with a founded objection: see `decideObjection`. */
function followsOn(file: RequestFile, against: DecisionRef, typed: Typed | null): readonly Proposed[] {
  if (against.kind === 'resumed' || against.kind === 'changeCancelled') return []
  if (against.kind !== 'suspended' && against.kind !== 'consentWithdrawn') return [newGrant(file, typed, 'objection')]
  const change = file.request.events.findLast((event) => event.kind === against.kind && event.on === against.on)
  return change && 'from' in change ? [{ kind: 'changeCancelled', of: against.kind, from: change.from as Day }] : []
}

function newGrant(file: RequestFile, typed: Typed | null, because: 'objection' | 'correction'): Proposed {
  const { wantedFrom: from, wantedUntil: until } = file.request
  const before = conditionsOf(file.request.events)
  return { ...grantTyped(file, typed, before ?? { from, until }), kind: 'grantedInstead', because, reason: '' }
}
