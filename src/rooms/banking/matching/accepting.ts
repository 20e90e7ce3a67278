import { shortDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { euro } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { canUndo, doTogether, type Permit, type TogetherItem, togetherOf, undoneTogether } from '#rooms/access'
import { nl } from '../banking.nl.ts'
import type { BankLine, BankLineId } from '../banking.types.ts'
import { book, undoBooking } from '../booking/booking.ts'
import { linesByIds, lockLine } from '../booking/lines.sql.ts'
import { linesWaiting } from '../lines.ts'
import { factsOf, type LineProposal, proposalsFor } from './proposals.ts'

/** How many lines were booked, how many were left as they were, and under which id what came of each is kept. */
export type BookingOutcome = { readonly together: string; readonly booked: number; readonly changed: number }

type Choice = { readonly line: BankLineId; readonly key: string }

/** So many lines are looked through for what is certain; more than a year of a large cooperative. */
const MOST_LINES = 2000

export const BOOKED_TOGETHER = 'bank.accept'
const UNDONE_TOGETHER = 'bank.undo'

/**
 * Books many lines as they were proposed: each choice names the line and the proposal that somebody saw. A line that was booked meanwhile, whose
 * proposal changed, or that the books refuse is left for a look, with its reason. All in one transaction. Refuses a choice of nothing.
 */
export async function acceptMany(tx: Tx, permit: Permit<'payment.match'>, choices: readonly Choice[]): Promise<BookingOutcome> {
  if (choices.length === 0) refuse(nl.refusals.nothingChosen)
  const ids = [...new Set(choices.map((choice) => choice.line))].sort()
  // In one order for everybody: two who book the same lines wait for each other, and never for ever.
  for (const id of ids) await lockLine(tx, permit, id)
  const lines = await linesByIds(tx, permit, ids)
  return accept(tx, permit, choices, lines, await proposalsFor(tx, permit, lines))
}

/** Books all lines that are certain, on whichever page they stand; what needs a look is left. Refuses where nothing is certain. */
export async function acceptCertain(tx: Tx, permit: Permit<'payment.match'>): Promise<BookingOutcome> {
  const waiting = await linesWaiting(tx, permit, MOST_LINES)
  const proposals = await proposalsFor(tx, permit, waiting)
  const choices = waiting.flatMap((line): Choice[] => {
    const [first] = proposals.get(line.id) ?? []
    return first?.certainty === 'certain' ? [{ line: line.id, key: first.key }] : []
  })
  if (choices.length === 0) refuse(nl.refusals.nothingCertain)
  return acceptMany(tx, permit, choices)
}

/** Books one line as it was proposed, looked at by itself. Refuses what was booked or changed meanwhile (conflict), and whatever the books refuse. */
export async function acceptOne(tx: Tx, permit: Permit<'payment.match'>, { line: id, key }: Choice): Promise<void> {
  const lines = await linesByIds(tx, permit, [id])
  const proposal = (await proposalsFor(tx, permit, lines)).get(id)?.find((each) => each.key === key)
  if (!proposal) return refuse(nl.refusals.changedMeanwhile, {}, { kind: 'conflict' })
  await book(tx, permit, id, proposal.how, false, proposal.rule)
}

async function accept(
  tx: Tx,
  permit: Permit<'payment.match'>,
  choices: readonly Choice[],
  lines: readonly BankLine[],
  proposals: ReadonlyMap<BankLineId, readonly LineProposal[]>,
): Promise<BookingOutcome> {
  const known = new Map(lines.map((line) => [line.id, line]))
  const taken = new Set<string>()
  const things = choices.flatMap(({ line: id, key }): TogetherItem[] => {
    const line = known.get(id)
    if (!line) return []
    const proposal = proposals.get(id)?.find((each) => each.key === key)
    const facts = proposal ? factsOf(proposal.how) : []
    // Two lines for one invoice: the first takes it, the second is looked at again.
    const double = facts.some((fact) => taken.has(fact))
    for (const fact of facts) taken.add(fact)
    const because = line.booking ? nl.refusals.bookedBefore : !proposal || double ? nl.refusals.changedMeanwhile : null
    return [{ id, label: calledOf(line), because, run: () => (proposal ? book(tx, permit, id, proposal.how, true, proposal.rule) : Promise.resolve()) }]
  })
  const { id, done } = await doTogether(tx, permit, BOOKED_TOGETHER, things)
  return { together: id, booked: done.length, changed: choices.length - done.length }
}

/**
 * Undoes what this person booked together, line by line: what cannot go back is left and says why. Refuses what is not there (missing), what was
 * undone already, and what is too long ago.
 */
export async function undoTogether(tx: Tx, permit: Permit<'bank.undo'>, id: string): Promise<string> {
  const before = (await togetherOf(tx, permit, BOOKED_TOGETHER, id)) ?? refuse(nl.refusals.nothingTogether, {}, { kind: 'missing' })
  if (!canUndo(before, permit.now) || !(await undoneTogether(tx, permit, id))) refuse(nl.refusals.notUndoable, {}, { kind: 'conflict' })
  const ids = before.done.toSorted() as BankLineId[]
  for (const line of ids) await lockLine(tx, permit, line)
  const things = (await linesByIds(tx, permit, ids)).map(
    (line): TogetherItem => ({
      id: line.id,
      label: calledOf(line),
      because: line.booking && !line.booking.bookedAt.equals(before.at) ? nl.refusals.bookedAgain : null,
      run: () => undoBooking(tx, permit, line.id),
    }),
  )
  return (await doTogether(tx, permit, UNDONE_TOGETHER, things)).id
}

/** What this person booked or undid together under an id; null for an unknown one. */
export async function outcomeOf(tx: Tx, permit: Permit<'bank.read'>, id: string) {
  const booked = await togetherOf(tx, permit, BOOKED_TOGETHER, id)
  if (booked) return { ...booked, undo: canUndo(booked, permit.now), what: 'booked' as const }
  const undone = await togetherOf(tx, permit, UNDONE_TOGETHER, id)
  return undone ? { ...undone, undo: false, what: 'undone' as const } : null
}

/** What a person calls a line: who, the amount and the day. */
function calledOf(line: BankLine): string {
  return [line.name ?? nl.bank.nobody, euro(line.cents), shortDay(line.bookedOn)].join(', ')
}
