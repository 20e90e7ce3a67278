import { createHash } from 'node:crypto'
import { type Day, firstDay, lastDay, longMonth, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, plus, sum, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type MemberId, type OrganisationId, type Permit, personOf } from '#rooms/access'
import { confirmedWork } from '#rooms/coaching'
import { type Consent, consentsOfAll } from '#rooms/consent'
import { type AccountMoves, booksOf } from '#rooms/ledger'
import { findMember } from '#rooms/members'
import { namesOnPaper, tipsOn } from '#rooms/organisations'
import { questionsOf } from '../asking/asking.sql.ts'
import { askOnStatement } from '../asking/asking.ts'
import { type Closing, type WholeMonth, wholeMonths } from '../dividing/facts.rules.ts'
import { gather, potLevels } from '../dividing/gather.ts'
import { settledMonth } from '../dividing/history.sql.ts'
import { closingsOf } from '../dividing/stored.sql.ts'
import { settlementIn } from '../months/months.ts'
import {
  contentText,
  correctionsOf,
  dueOn,
  earnedMonths,
  type MonthFigures,
  partsOf,
  reportsTheSame,
  type StatementContent,
  standingOf,
  tipsOf,
  toGiveBackOf,
  weeksOf,
} from './statement.rules.ts'
import { insertStatement, insertStatementReceipt, lastChanges, sentStatements } from './statement.sql.ts'
import type { Question, SentStatement, StatementAbout, StatementId, StatementLine } from './statement.types.ts'
import { statementTexts } from './statements.en.ts'

/** More than any cooperative will ever send; the list on a page stops earlier. */
const EVERYTHING = 1_000_000

/** A statement as it would be released now: exactly what the municipality would get, and the hash of it. */
export type StatementDraft = {
  readonly content: StatementContent
  readonly hash: string
  readonly municipality: OrganisationId
  readonly dueOn: Day | null
}

/** The statement of a member's month as it stands now; null where no consent asks for one. Reads only. Refuses (missing) outside reach. */
export async function draftStatement(tx: Tx, permit: AnyPermit, member: MemberId, month: Month): Promise<StatementDraft | null> {
  if (!covers(permit, member)) refuse(said(permit).noSuchStatement, {}, { kind: 'missing' })
  const consent = (await consentsOfAll(tx, permit, firstDay(month), lastDay(month))).get(member)?.at(-1)
  if (!consent || consent.statementRhythm === 'none') return null
  const content = await contentOf(tx, permit, member, month, consent)
  return { content, hash: hashOf(content), municipality: consent.municipality, dueOn: dueOn(month, consent.statementRhythm, consent.statementDay) }
}

async function contentOf(tx: Tx, permit: AnyPermit, member: MemberId, month: Month, consent: Consent): Promise<StatementContent> {
  const figures = await monthFigures(tx, permit, member, month, await namesOnPaper(tx, permit, consent.municipality))
  const { payOutAllowed, costKinds, statementFulfilsDuty, watched = [] } = consent
  const hoursAsked = watched.some(({ watch }) => watch?.kind === 'hours')
  const worked = hoursAsked ? await confirmedWork(tx, permit, member, { from: firstDay(month), until: lastDay(month) }) : []
  return { ...figures, ...weeksOf(worked), conditions: { payOutAllowed, costKinds, fulfilsDuty: statementFulfilsDuty } }
}

type Names = Pick<Awaited<ReturnType<typeof namesOnPaper>>, 'cooperative' | 'municipality' | 'settings'>

/** What a month of a member holds, as it stands now, under the names that stand on the paper; also where no consent asks for a statement. Not filtered on reach. */
export async function monthFigures(tx: Tx, permit: AnyPermit, member: MemberId, month: Month, names: Names): Promise<MonthFigures> {
  const { settled, split, row, moves } = await factsOf(tx, permit, member, month)
  const { closings, reversals } = settled
  const closed = settled.closing !== null
  const now = settled.months.find((each) => each.month === month) ?? split ?? NOTHING
  const back = split?.splits.flatMap((each) => each.reversals) ?? []
  const pots = potLevels(moves)
  const coming = split ? [...split.lines, ...back.flatMap((each) => each.lines)] : []
  const to = (receiver: string) => sum(coming.filter((line) => line.receiver === receiver).map((line) => line.cents))
  return {
    name: row.name,
    reference: row.number === null ? null : String(row.number).padStart(4, '0'),
    cooperative: names.cooperative,
    municipality: names.municipality,
    month,
    provisional: !closed,
    turnover: now.turnover,
    ...(now.inside > 0n ? { inside: now.inside } : {}),
    costs: Object.entries(now.costsByKind)
      .filter(([, cents]) => cents !== 0n)
      .map(([kind, cents]) => ({ kind, cents })),
    result: now.result,
    lossBefore: now.openLossBefore,
    lossAfter: now.lossCarried,
    parts: partsOf(now.lines.filter((line) => line.kind !== 'ending')),
    paidOut: paidOutOf(settled.months, month, moves, reversals),
    ...toGiveBackOf(moves),
    reimbursed: moves.find((each) => each.code === 'owedToMember')?.debit ?? ZERO,
    ...tipsOf(moves, tipsOn(names.settings, lastDay(month)) === 'turnover'),
    pots: [
      { receiver: 'business', cents: plus(pots.business, to('business')) },
      { receiver: 'development', cents: plus(pots.development, to('development')) },
    ],
    corrections: correctionsOf([
      ...reversals,
      ...back.map((each) => ({
        member,
        month,
        ofMonth: each.divided.left.month,
        number: each.divided.number,
        on: each.on,
        net: each.net,
        lines: each.lines,
      })),
    ]),
    seal: sealOf(closings[0]),
  }
}

/** What a statement is made of. Each room is asked once; what divides an open month also knows the member and the books. */
async function factsOf(tx: Tx, permit: AnyPermit, member: MemberId, month: Month) {
  const settled = await settledMonth(tx, permit, { month, member, everyMonth: true })
  const ofMonth = { from: firstDay(month), until: lastDay(month), member }
  const missing = () => refuse(said(permit).noSuchStatement, {}, { kind: 'missing' })
  if (settled.closing) {
    const row = (await findMember(tx, permit, member)) ?? missing()
    return { settled, split: null, row, moves: (await booksOf(tx, permit, ofMonth)).moves }
  }
  const gathered = await gather(tx, permit, month, settled.history, { moves: ofMonth })
  const row = gathered.members.get(member) ?? missing()
  const split = wholeMonths(settlementIn(gathered, month).splits).find((each) => each.member === member) ?? null
  return { settled, split, row, moves: gathered.moves }
}

function sealOf(closing: Closing | undefined): NonNullable<StatementContent['seal']> | null {
  return closing ? { number: closing.number === null ? '' : String(closing.number), hash: closing.head } : null
}

const NOTHING: Pick<WholeMonth, 'turnover' | 'inside' | 'costsByKind' | 'result' | 'openLossBefore' | 'lossCarried' | 'lines'> = {
  turnover: ZERO,
  inside: ZERO,
  costsByKind: {},
  result: ZERO,
  openLossBefore: ZERO,
  lossCarried: ZERO,
  lines: [],
}

/** What was paid to the member in the month, with the months in which it was earned. */
function paidOutOf(
  all: readonly WholeMonth[],
  month: Month,
  moves: readonly AccountMoves[],
  reversals: readonly { month: Month; lines: readonly { receiver: string; cents: Cents }[] }[],
): StatementContent['paidOut'] {
  const account = moves.find((each) => each.code === 'payoutPayable')
  if (!account) return []
  const share = (each: WholeMonth) => sum(each.lines.filter((line) => line.receiver === 'payout').map((line) => line.cents))
  const earned = all.filter((each) => each.month <= month).map((each) => ({ month: each.month, cents: share(each) }))
  const back = sum(
    reversals.filter((each) => each.month === month).flatMap((each) => each.lines.filter((line) => line.receiver === 'payout').map((line) => line.cents)),
  )
  const earnedBefore = sum(earned.filter((each) => each.month < month).map((each) => each.cents))
  return earnedMonths(earned, plus(earnedBefore, account.before), plus(account.debit, back))
}

/**
 * Releases the statement of one's own month: copies exactly the page that was seen to the municipality, as the next version.
 * Refuses a month that is not over, a page that changed since it was shown (conflict), and what was reported already (conflict).
 */
export async function releaseStatement(tx: Tx, permit: Permit<'statement.release'>, month: Month, seen: string): Promise<StatementId> {
  const member = personOf(permit)
  if (month >= monthOf(permit.today)) refuse(said(permit).notOver, { month: longMonth(month) })
  const draft = (await draftStatement(tx, permit, member, month)) ?? refuse(said(permit).noneAsked, {}, { kind: 'missing' })
  if (draft.hash !== seen) refuse(said(permit).changedMeanwhile, {}, { kind: 'conflict' })
  const [last] = await sentStatements(tx, permit, { member, month })
  if (last && reportsTheSame(last.content, draft.content)) refuse(said(permit).sentBefore, {}, { kind: 'conflict' })
  const id = newId<StatementId>(permit.now.epochMilliseconds)
  const version = (last?.version ?? 0) + 1
  const { content, hash, municipality } = draft
  const written = await insertStatement(tx, permit, { id, municipality, member, month, version, provisional: content.provisional, content, hash })
  if (!written) refuse(said(permit).sentBefore, {}, { kind: 'conflict' })
  await happened(tx, permit, 'statement.released', { statement: id, member, month, municipality })
  return id
}

/** The municipality's proof of receipt: no questions, or one question. Refuses a second answer (conflict) and other people's cases (missing). */
export async function receiveStatement(
  tx: Tx,
  permit: Permit<'statement.receive'>,
  id: string,
  answer: { readonly outcome: 'noQuestions' } | { readonly outcome: 'question'; readonly words: string; readonly about?: StatementAbout | null },
): Promise<void> {
  const [statement] = await sentStatements(tx, permit, { id })
  if (!statement || statement.municipality !== permit.organisation) refuse(said(permit).noSuchStatement, {}, { kind: 'missing' })
  const by = personOf(permit)
  if (!(await insertStatementReceipt(tx, permit, statement, answer.outcome, by))) refuse(said(permit).receivedBefore, {}, { kind: 'conflict' })
  if (answer.outcome === 'question') await askOnStatement(tx, permit, statement, answer.about ?? 'statement', answer.words)
  await happened(tx, permit, 'statement.received', { statement: statement.id, member: statement.member })
}

/** One released statement within reach, for its cooperative or its municipality. Refuses (missing) otherwise. */
export async function statementById(tx: Tx, permit: AnyPermit, id: string): Promise<SentStatement> {
  const [found] = await sentStatements(tx, permit, { id })
  return found ?? refuse(said(permit).noSuchStatement, {}, { kind: 'missing' })
}

/** The months for which statements are asked, of everybody within reach, newest first: what stands now, what was sent, until when. */
export async function statementLines(tx: Tx, permit: AnyPermit, member: MemberId | null = null, months = 12): Promise<StatementLine[]> {
  const until = monthAfter(monthOf(permit.today), -1)
  const from = monthAfter(until, 1 - months)
  const consents = await consentsOfAll(tx, permit, firstDay(from), lastDay(until))
  const closed = new Set((await closingsOf(tx, permit)).map((each) => each.month))
  const sent = await sentStatements(tx, permit, member ? { member } : {})
  const changes = await lastChanges(tx, permit, member)
  const lines: StatementLine[] = []
  for (let month = until; month >= from; month = monthAfter(month, -1)) {
    for (const [each, granted] of consents) {
      if (!covers(permit, each) || (member !== null && each !== member)) continue
      const consent = granted.findLast((one) => one.from <= lastDay(month) && one.until >= firstDay(month) && one.statementRhythm !== 'none')
      if (!consent) continue
      const last = sent.find((one) => one.member === each && one.month === month) ?? null
      const changedAt = changes.find((one) => one.member === each && one.month === month)?.at ?? null
      lines.push({
        member: each,
        month,
        closed: closed.has(month),
        dueOn: dueOn(month, consent.statementRhythm, consent.statementDay),
        standing: standingOf(last, closed.has(month), changedAt),
        last,
      })
    }
  }
  return lines
}

/** Statements that wait for their member, within reach: not released yet, or changed since; the one due first comes first. */
export async function statementsWaiting(tx: Tx, permit: AnyPermit, member: MemberId | null = null): Promise<StatementLine[]> {
  const lines = (await statementLines(tx, permit, member, 3)).filter((line) => line.standing === 'toRelease' || line.standing === 'changed')
  return lines.sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1))
}

/** Statements that the municipality has not answered yet, of one's own cases, newest first. */
export function statementsToRead(tx: Tx, permit: AnyPermit): Promise<SentStatement[]> {
  return sentStatements(tx, permit, { unread: true })
}

/** Refusals in the language of whoever reads them. */
function said(permit: AnyPermit) {
  return statementTexts(permit.language).refusals
}

/** What exactly was shown, in one line: a statement is released of this and nothing else. */
export function hashOf(content: StatementContent): string {
  return createHash('sha256').update(contentText(content)).digest('hex')
}

/** Every released statement with its content, hash and answer, and every question about a month, for the export. */
export async function statementsForExport(tx: Tx, permit: Permit<'export.make'>): Promise<{ released: SentStatement[]; questions: Question[] }> {
  const own = (await sentStatements(tx, permit, { limit: EVERYTHING })).filter(({ tenant }) => tenant === permit.organisation)
  return { released: own, questions: await questionsOf(tx, permit) }
}
