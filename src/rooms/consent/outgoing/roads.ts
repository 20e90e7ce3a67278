import type { Tx } from '#kit/db.ts'
import { checkForm, choice, dayField, many, optional, optionalProse, prose, type Typed, text, ticked, wholeNumber, z } from '#kit/form.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import { FURTHER_DELAY_GROUNDS } from '#rooms/law'
import { COST_KINDS } from '#rooms/organisations'
import { askMore, cancelChange, changeConsent, decide } from '../consent.ts'
import type { RequestId } from '../consent.types.ts'
import { OBJECTION_OUTCOMES } from '../events/events.rules.ts'
import { askMend, delayObjection } from '../mending/mending.ts'
import { CONDITION_FIELDS, laidDown } from '../office/condition-form.ts'
import { correctPaper } from '../paper/paper.ts'
import { enterPaperDecision } from '../posting/posting.ts'
import { tellDelay } from '../remedies/more-time.ts'
import { correctDecision, decideObjection, putOffObjection } from '../remedies/remedies.ts'
import type { RoadName } from './outgoing.rules.ts'

/** What a letter may need to leave: the permission of the form it was made with. */
export type RoadAction =
  | 'consent.decide'
  | 'consent.confirmPaper'
  | 'consent.ask'
  | 'consent.change'
  | 'consent.delay'
  | 'consent.objection'
  | 'consent.correct'

/** A form of the municipality that ends in a letter, or in a record of what went on paper: where it stands, what it must hold, and the action that records it. */
export type Road = {
  readonly action: RoadAction
  /** What is read before it is signed: a letter, or what will be recorded where the letter is the paper itself. */
  readonly makes: 'letter' | 'record'
  /** Where the form is found, after the address of the request. */
  readonly path: string
  readonly form: z.ZodType
  /** Reads what was typed and runs the action on it. Refuses what the form or the action refuses. */
  readonly run: (tx: Tx, permit: Permit<RoadAction>, request: RequestId, typed: Typed) => Promise<void>
}

const Reason = { on: dayField(), reason: prose(4000) }
const Decision = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('granted'), on: dayField(), ...CONDITION_FIELDS }),
  z.object({ outcome: z.literal('refused'), ...Reason }),
  z.object({ outcome: z.literal('leftUnprocessed'), ...Reason }),
])
const Withdrawal = z.object({ from: dayField(), reason: prose(4000), heard: prose(1000) })
const against = { against: text(60) }
const Objection = z.discriminatedUnion('outcome', [
  z.object({ ...against, outcome: z.literal('founded'), ...Reason, ...CONDITION_FIELDS }),
  z.object({ ...against, outcome: z.enum(OBJECTION_OUTCOMES).exclude(['founded']), ...Reason }),
])
const Correction = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('granted'), ...Reason, ...CONDITION_FIELDS }),
  z.object({ outcome: z.literal('refused'), ...Reason }),
])

const PAPER = { on: dayField(), paperReference: text(60) }
const PaperDecision = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('granted'), ...PAPER, ...CONDITION_FIELDS }),
  z.object({ outcome: z.enum(['refused', 'leftUnprocessed']), ...PAPER, reason: prose(4000) }),
])
const PaperCorrection = z.object({
  decidedOn: dayField(),
  from: dayField(),
  until: dayField(),
  costKinds: many(choice(COST_KINDS)),
  payOutAllowed: ticked(),
  legalBasis: text(40),
  note: optionalProse(1000),
})

/** Every form that ends in a letter or a record. A letter that waits is read again by its own form, so that nothing else leaves than what was typed. */
export const ROADS: Readonly<Record<RoadName, Road>> = {
  decision: road('consent.decide', '/besluit', Decision, (tx, permit, id, form) => {
    if (form.outcome !== 'granted') return decide(tx, permit, id, { kind: form.outcome, on: form.on, reason: form.reason })
    const { outcome: _, on, ...conditions } = form
    return decide(tx, permit, id, { kind: 'granted', on, conditions: laidDown(conditions) })
  }),
  question: road('consent.ask', '/vraag', z.object({ question: prose(4000), answerBefore: optional(dayField()) }), (tx, permit, id, form) =>
    askMore(tx, permit, id, form.question, form.answerBefore),
  ),
  withdrawal: road('consent.change', '/intrekking', Withdrawal, (tx, permit, id, form) => changeConsent(tx, permit, id, { kind: 'consentWithdrawn', ...form })),
  suspension: road('consent.change', '/schorsing', Withdrawal.extend({ until: optional(dayField()) }), (tx, permit, id, form) =>
    changeConsent(tx, permit, id, { kind: 'suspended', ...form }),
  ),
  resumption: road('consent.change', '/hervatting', z.object({ from: dayField() }), (tx, permit, id, { from }) =>
    changeConsent(tx, permit, id, { kind: 'resumed', from }),
  ),
  cancellation: road('consent.change', '/afzien', z.object({}), (tx, permit, id) => cancelChange(tx, permit, id)),
  delay: road('consent.delay', '/uitstel', z.object({ until: dayField(), reason: prose(2000) }), (tx, permit, id, { until, reason }) =>
    tellDelay(tx, permit, id, until, reason),
  ),
  postponement: road('consent.objection', '/verdaging', z.object({ ...against, weeks: wholeNumber(), reason: prose(2000) }), (tx, permit, id, form) =>
    putOffObjection(tx, permit, id, form),
  ),
  mendRequest: road('consent.objection', '/verzuim', z.object({ ...against, question: prose(4000), answerBefore: dayField() }), (tx, permit, id, form) =>
    askMend(tx, permit, id, form),
  ),
  furtherDelay: road(
    'consent.objection',
    '/verder-uitstel',
    z.object({ ...against, until: dayField(), ground: choice(FURTHER_DELAY_GROUNDS), note: prose(2000) }),
    (tx, permit, id, form) => delayObjection(tx, permit, id, form),
  ),
  objection: road('consent.objection', '/beslissing-op-bezwaar', Objection, (tx, permit, id, { against: decision, outcome, on, reason, ...rest }) =>
    decideObjection(tx, permit, id, { against: decision, outcome, on, reason, conditions: 'from' in rest ? laidDown(rest) : null }),
  ),
  correction: road('consent.correct', '/verbetering', Correction, (tx, permit, id, form) => {
    if (form.outcome === 'refused') return correctDecision(tx, permit, id, form)
    const { outcome, on, reason, ...rest } = form
    return correctDecision(tx, permit, id, { outcome, on, reason, conditions: laidDown(rest) })
  }),
  paperDecision: record('consent.decide', '/besluit-op-papier', PaperDecision, (tx, permit, id, form) => {
    const { on, paperReference } = form
    if (form.outcome !== 'granted') return enterPaperDecision(tx, permit, id, { kind: form.outcome, on, paperReference, reason: form.reason })
    const { outcome: kind, on: _on, paperReference: _reference, ...conditions } = form
    return enterPaperDecision(tx, permit, id, { kind, on, paperReference, conditions: laidDown(conditions) })
  }),
  paperCorrection: record('consent.confirmPaper', '/papier', PaperCorrection, (tx, permit, id, { note, ...correction }) =>
    correctPaper(tx, permit, id, { ...correction, note: note ?? '' }),
  ),
}

/** Like `road`, where the letter went on paper already: what is read and signed is what will be recorded. */
function record<A extends RoadAction, F>(...of: Parameters<typeof road<A, F>>): Road {
  return { ...road(...of), makes: 'record' }
}

function road<A extends RoadAction, F>(
  action: A,
  path: string,
  form: z.ZodType<F>,
  run: (tx: Tx, permit: Permit<A>, request: RequestId, form: F) => Promise<void>,
): Road {
  return {
    action,
    makes: 'letter',
    path,
    form,
    run: async (tx, permit, request, typed) => {
      // The permit of another form proves nothing for this one.
      if (permit.action !== action) throw new Error(`${permit.action} is not ${action}`)
      const read = checkForm(form, typed, permit.language)
      if (!read.ok)
        throw new Refusal({ what: read.problems.sentence.what, next: Object.values(read.problems.fields)[0] ?? read.problems.sentence.next }, 'rule', null)
      await run(tx, permit as unknown as Permit<A>, request, read.value)
    },
  }
}
