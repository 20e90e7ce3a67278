import { rowsOfCsv } from '#kit/csv.ts'
import { addDays, type Day, yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { type Cents, euro, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { MemberId, Permit } from '#rooms/access'
import { groundsOfAll, takeOverConsent, USUAL_BASIS } from '#rooms/consent'
import { beginNumbers, takeOverInvoices } from '#rooms/invoicing'
import { type Account, account, findEntry, hasEntries, post, potAccount, type Transfer } from '#rooms/ledger'
import { type MemberOnDay, membersOn, takeOverExemption } from '#rooms/members'
import { COST_KINDS, cooperativeOf, type Municipality, municipalities, organisationTexts, potsIn } from '#rooms/organisations'
import { type OpeningTotals, openTotals } from '../months/close.ts'
import { nl } from './opening.nl.ts'
import { balanceOf, isLeft, isMoney, type Known, type Opening, type OpeningBalance, type OpeningLine, readOpening } from './opening.rules.ts'
import { dropOpeningDraft, openingDraft, saveOpeningDraft } from './opening.sql.ts'

/** How a file names the kinds of costs. */
export const COST_KIND_NAMES: ReadonlyMap<string, string> = new Map(COST_KINDS.map((code) => [organisationTexts.nl.costKinds[code].toLowerCase(), code]))

/** The one entry with which the books of a cooperative begin. */
const SOURCE = { kind: 'opening', id: 'begin' }

export type OpeningView = {
  readonly booked: boolean
  /** Something was booked that is no opening position, so none can be booked any more. */
  readonly begun: boolean
  readonly on: Day | null
  readonly text: string
  readonly opening: Opening | null
  readonly balance: OpeningBalance | null
  readonly members: readonly MemberOnDay[]
  readonly names: ReadonlyMap<string, string>
  /** Codes of legal bases that a file may name. */
  readonly grounds: readonly string[]
}

/** Keeps a file with the opening position, to be looked at before it is booked. Refuses a file that is no csv, a day to come, and books that began. */
export async function bringOpening(tx: Tx, permit: Permit<'opening.book'>, on: Day, text: string): Promise<void> {
  if (on > permit.today) refuse(nl.refusals.dayInFuture, {}, { field: 'on' })
  if (await hasEntries(tx, permit)) refuse(nl.refusals.begunAlready)
  if (rowsOf(text).length === 0) refuse(nl.refusals.notBrought, {}, { field: 'lines' })
  await saveOpeningDraft(tx, permit, { on, lines: text })
}

/** The opening position as brought so far, read and added up. */
export async function openingView(tx: Tx, permit: Permit<'opening.book'>): Promise<OpeningView> {
  const begun = await hasEntries(tx, permit)
  const booked = begun && (await findEntry(tx, permit, SOURCE)) !== null
  const draft = begun ? null : await openingDraft(tx, permit)
  const members = begun ? [] : await membersOn(tx, permit, permit.today)
  const towns = begun ? [] : await municipalities(tx, permit)
  const grounds = begun ? [] : await groundsOfAll(tx)
  const opening = draft ? readOpening(rowsOf(draft.lines), knownOf(members, towns, grounds, permit.today)) : null
  const names = new Map<string, string>(members.map((each) => [each.member, each.name]))
  for (const town of towns) names.set(town.id, town.name)
  return {
    booked,
    begun,
    on: draft?.on ?? null,
    text: draft?.lines ?? '',
    opening,
    balance: opening && balanceOf(opening.lines),
    members,
    names,
    grounds: grounds.map(({ code }) => code),
  }
}

/**
 * Books the opening position: one entry through the opening balance account, which ends at zero; then open invoices, the next number,
 * KOR turnover, running totals, losses, consents and exemption months used, all in one transaction (decisions 4).
 * Refuses lines that are wrong, a difference of even a cent, and books in which something stands already.
 */
export async function bookOpening(tx: Tx, permit: Permit<'opening.book'>): Promise<void> {
  const view = await openingView(tx, permit)
  if (view.booked || view.begun) refuse(nl.refusals.begunAlready, {}, { kind: 'conflict' })
  if (!view.on || !view.opening || !view.balance) return refuse(nl.refusals.notBrought)
  if (view.opening.problems.length > 0) refuse(nl.refusals.hasProblems)
  if (view.balance.difference !== ZERO) refuse(nl.refusals.unbalanced, { difference: euro(view.balance.difference) })
  const { lines } = view.opening
  const pots = potsIn((await cooperativeOf(tx, permit)).settings, yearOf(view.on))
  const [first, ...rest] = lines.flatMap((line) => transferOf(line, pots))
  if (first) await post(tx, permit, { source: SOURCE, on: view.on, transfers: [first, ...rest] })
  await takeOver(tx, permit, lines, addDays(view.on, 1))
  await dropOpeningDraft(tx, permit)
  await happened(tx, permit, 'opening.booked', {})
}

async function takeOver(tx: Tx, permit: Permit<'opening.book'>, lines: readonly OpeningLine[], begins: Day): Promise<void> {
  await takeOverInvoices(
    tx,
    permit,
    lines.flatMap((line) => (line.kind === 'invoice' ? [{ ...line, open: line.cents }] : [])),
  )
  const next = lines.find((line) => line.kind === 'number')
  const sold = lines.find((line) => line.kind === 'kor')
  if (next || sold) {
    await beginNumbers(tx, permit, {
      year: yearOf(begins),
      next: next?.kind === 'number' ? next.next : 1,
      soldBefore: sold?.kind === 'kor' ? sold.cents : ZERO,
    })
  }
  const totals = totalsFrom(lines)
  if (totals.length > 0) await openTotals(tx, permit, totals)
  for (const line of lines) {
    if (line.kind === 'consent') await takeOverConsent(tx, permit, line)
    if (line.kind === 'exemption') await takeOverExemption(tx, permit, line.member, line)
  }
}

function transferOf(line: OpeningLine, kept: 'obligation' | 'reserve'): Transfer[] {
  if (!isMoney(line) || line.cents === ZERO) return []
  const opening = account('openingBalance')
  const side = accountOf(line, kept)
  return [isLeft(line) ? { debit: side, credit: opening, cents: line.cents } : { debit: opening, credit: side, cents: line.cents }]
}

function accountOf(line: Extract<OpeningLine, { kind: 'account' | 'pot' | 'invoice' }>, kept: 'obligation' | 'reserve'): Account {
  if (line.kind === 'invoice') return account('debtors', line.member)
  if (line.kind === 'pot') return potAccount(line.pot, kept, line.member)
  return { code: line.code, member: line.member }
}

function totalsFrom(lines: readonly OpeningLine[]): OpeningTotals[] {
  const members = new Set(lines.flatMap((line) => (line.kind === 'taken' || line.kind === 'loss' ? [line.member] : [])))
  return [...members].map((member) => ({
    member,
    taken: lines.flatMap((line) =>
      line.kind === 'taken' && line.member === member ? [{ year: line.year, receiver: line.receiver, step: line.step, cents: line.cents }] : [],
    ),
    openLoss: lossOf(lines, member),
  }))
}

function lossOf(lines: readonly OpeningLine[], member: MemberId): Cents {
  const loss = lines.find((line) => line.kind === 'loss' && line.member === member)
  return loss?.kind === 'loss' ? loss.cents : ZERO
}

function knownOf(members: readonly MemberOnDay[], towns: readonly Municipality[], grounds: Known['grounds'], today: Day): Known {
  const names = Map.groupBy(members, ({ name }) => name.toLowerCase())
  const people = [
    ...[...names].map(([name, [first, ...others]]) => [name, first && others.length === 0 ? first.member : 'several'] as const),
    ...members.flatMap(({ member, number }) => (number === null ? [] : [[String(number), member] as const])),
  ]
  const places = towns.flatMap(({ id, code, name }) => [[code.toLowerCase(), id] as const, [name.toLowerCase(), id] as const])
  return { members: new Map(people), municipalities: new Map(places), grounds, usualGround: USUAL_BASIS, costKinds: COST_KIND_NAMES, today }
}

function rowsOf(text: string): string[][] {
  return rowsOfCsv(text) ?? refuse(nl.refusals.notCsv, {}, { field: 'lines' })
}
