import type { Day, Instant, Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { cents, negate } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId, Permit } from '#rooms/access'
import { booksOf, linesOfMember, standOf } from '#rooms/ledger'
import { departureTexts } from '../departure.en.ts'
import type { DepartureId } from '../departure.rules.ts'
import { departureById, lockDeparture } from '../wizard/wizard.ts'
import { closingTexts } from './closing.en.ts'
import { departureStatement, SECTION_CODES, SECTION_NAMES, SECTIONS, type StatementSection } from './statement.rules.ts'
import { insertStatement, type StatementJson, statementRows } from './statement.sql.ts'

/** An departure statement: on which day, with all its parts in cents; `version` and `madeAt` of one that was made final. */
export type DepartureStatement = {
  readonly on: Day
  readonly sections: readonly StatementSection[]
  readonly version: number | null
  readonly madeAt: Instant | null
}

/** The departure statement as the ledger stands today. Refuses when what the lines come to is not what the ledger says of any part. */
export async function departureStatementNow(tx: Tx, permit: AnyPermit, member: MemberId): Promise<DepartureStatement> {
  const lines = await linesOfMember(tx, permit, member, SECTION_CODES, permit.today)
  const { moves } = await booksOf(tx, permit, { from: permit.today, until: permit.today, member, codes: SECTION_CODES })
  const stands = new Map(
    SECTION_NAMES.map((section) => {
      const { codes, theirs } = SECTIONS[section]
      const debit = standOf(moves, codes)
      return [section, theirs ? negate(debit) : debit] as const
    }),
  )
  const { sections, differs } = departureStatement(lines, stands)
  if (differs) refuse(departureTexts(permit.language).refusals.mismatch, { section: closingTexts(permit.language).sections[differs] })
  return { on: permit.today, sections, version: null, madeAt: null }
}

/** Every version of the statement that was made final, oldest first. */
export async function finalStatements(tx: Tx, permit: AnyPermit, id: DepartureId): Promise<DepartureStatement[]> {
  return (await statementRows(tx, permit, id)).map(({ version, content, madeAt }) => ({ version, madeAt, ...statementFrom(content) }))
}

/**
 * Makes the departure statement final as the ledger stands now, as a new version where money came or went since. Refuses one's own, before the last day is over and
 * the departure confirmed, when it does not match the ledger, and when nothing changed (conflict).
 */
export async function closeDeparture(tx: Tx, permit: Permit<'departure.close'>, id: DepartureId): Promise<number> {
  const { refusals } = departureTexts(permit.language)
  const { member, moments, answers } = await departureById(tx, permit, id)
  await lockDeparture(tx, permit, member)
  if (member === permit.person) refuse(refusals.own, {}, { kind: 'forbidden' })
  if (!moments.confirmed) refuse(refusals.notConfirmed, {}, { kind: 'conflict' })
  if ((answers.lastDay?.on ?? permit.today) >= permit.today) refuse(refusals.stillHere, {}, { kind: 'conflict' })
  const now = await departureStatementNow(tx, permit, member)
  const before = await statementRows(tx, permit, id)
  const content: StatementJson = { on: now.on, sections: withTexts(now.sections) }
  const last = before.at(-1)
  // The database keeps the keys of an object in an order of its own.
  if (last && sameStatement(statementFrom(last.content), now)) refuse(refusals.unchanged, {}, { kind: 'conflict' })
  await insertStatement(tx, permit, id, before.length + 1, content)
  await happened(tx, permit, 'departure.closed', { departure: id, member })
  return before.length + 1
}

/** Whether two statements say the same of every part. */
export function sameStatement(a: Pick<DepartureStatement, 'sections'>, b: Pick<DepartureStatement, 'sections'>): boolean {
  return JSON.stringify(withTexts(a.sections)) === JSON.stringify(withTexts(b.sections))
}

function withTexts(sections: readonly StatementSection[]): unknown {
  return sections.map(({ section, opening, moves, closing }) => ({
    section,
    opening: String(opening),
    moves: moves.map(({ month, kind, into, out }) => ({ month, kind, into: String(into), out: String(out) })),
    closing: String(closing),
  }))
}

type SectionJson = {
  readonly section: StatementSection['section']
  readonly opening: string
  readonly closing: string
  readonly moves: readonly { readonly month: Month; readonly kind: StatementSection['moves'][number]['kind']; readonly into: string; readonly out: string }[]
}

function statementFrom({ on, sections }: StatementJson): Pick<DepartureStatement, 'on' | 'sections'> {
  const amount = (text: string) => cents(BigInt(text))
  return {
    on: on as Day,
    sections: (sections as readonly SectionJson[]).map(({ section, opening, closing, moves }) => ({
      section,
      opening: amount(opening),
      closing: amount(closing),
      moves: moves.map(({ month, kind, into, out }) => ({ month, kind, into: amount(into), out: amount(out) })),
    })),
  }
}
