import { type Day, findDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { isId } from '#kit/ids.ts'
import { type Cents, minus, negate, sum, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { AccountCode, PotName } from './accounts.rules.ts'
import {
  type AccountRow,
  accountById,
  anyEntry,
  type BalanceRow,
  balanceBefore,
  balanceOfAccounts,
  balanceOfMembers,
  balances,
  type RegisterLine,
  registerPage,
  type Span,
} from './balances.sql.ts'
import { texts } from './ledger.en.ts'

/** Every account of the cooperative with debit minus credit in cents, up to and including a day (from a first day on, if one is given). */
export function trialBalance(tx: Tx, permit: AnyPermit, until: Day, from: Day | null = null): Promise<BalanceRow[]> {
  return balances(tx, permit, until, from)
}

/** Whether anything at all was booked: until then the beginning of the books may still be chosen. */
export function hasEntries(tx: Tx, permit: AnyPermit): Promise<boolean> {
  return anyEntry(tx, permit)
}

/** Debit minus credit of an account, over all members where it has sub-accounts and none is named. */
export async function balanceOf(tx: Tx, permit: AnyPermit, code: AccountCode, until: Day): Promise<Cents> {
  return sum((await balanceOfAccounts(tx, permit, code, until)).map((row) => row.balance))
}

/** What an account owes or holds per member, credit positive where the account is an obligation: pots read so. */
export async function creditPerMember(tx: Tx, permit: AnyPermit, code: AccountCode, until: Day): Promise<Map<MemberId, Cents>> {
  const rows = await balanceOfAccounts(tx, permit, code, until)
  return new Map(rows.flatMap((row) => (row.member ? [[row.member, negate(row.balance)] as const] : [])))
}

const POTS: Readonly<Record<PotName, readonly AccountCode[]>> = {
  business: ['businessBudget', 'businessReserve'],
  development: ['developmentBudget', 'developmentReserve'],
}

/** What each member's pots hold on a day, in cents, however the cooperative keeps them (as an obligation or as a reserve); one query. */
export async function potsPerMember(tx: Tx, permit: AnyPermit, until: Day): Promise<Map<MemberId, Readonly<Record<PotName, Cents>>>> {
  const pots = new Map<MemberId, Record<PotName, Cents>>()
  for (const row of await balanceOfMembers(tx, permit, Object.values(POTS).flat(), until)) {
    const pot: PotName = POTS.business.includes(row.code) ? 'business' : 'development'
    const before = pots.get(row.member) ?? { business: ZERO, development: ZERO }
    pots.set(row.member, { ...before, [pot]: minus(before[pot], row.balance) })
  }
  return pots
}

export type Register = {
  readonly account: AccountRow
  readonly lines: readonly (RegisterLine & { readonly balance: Cents })[]
  /** How the account stood before the oldest line of the span, in debit minus credit; null while older lines of it follow on a next page. */
  readonly opening: Cents | null
  readonly next: string | null
}

/**
 * One page of an account with the running balance behind each line, newest first; `before` is the key the page before ended with. The balance counts all
 * that was ever booked, also what lies outside the span. Refuses (missing) an unknown account.
 */
export async function accountRegister(
  tx: Tx,
  permit: AnyPermit,
  id: string,
  before: string | null,
  limit = 50,
  span: Span = { from: null, until: null },
): Promise<Register> {
  const account = isId(id) ? await accountById(tx, permit, id) : null
  if (!account) refuse(texts[permit.language].refusals.noSuchEntry, {}, { kind: 'missing' })
  const page = await registerPage(tx, permit, id, span, keyFrom(before), limit + 1)
  let balance = page.balance
  const lines = page.lines.slice(0, limit).map((each) => {
    const withBalance = { ...each, balance }
    balance = minus(balance, each.cents)
    return withBalance
  })
  const last = lines.at(-1)
  const more = page.lines.length > limit
  return {
    account,
    lines,
    next: last && more ? `${last.on}_${last.entry}_${last.line}` : null,
    opening: more ? null : last ? balance : span.from ? await balanceBefore(tx, permit, id, span.from) : ZERO,
  }
}

/** Every line of an account in a span, newest first, a thousand at a time. */
export async function wholeRegister(tx: Tx, permit: AnyPermit, id: string, span: Span): Promise<Register> {
  const first = await accountRegister(tx, permit, id, null, 1000, span)
  const lines = [...first.lines]
  let last = first
  while (last.next) {
    last = await accountRegister(tx, permit, id, last.next, 1000, span)
    lines.push(...last.lines)
  }
  return { ...last, lines }
}

/** The key of a line as an address carries it; null for what is no key. */
function keyFrom(before: string | null): { on: Day; entry: string; line: number } | null {
  const [typed = '', entry = '', line = ''] = before?.split('_') ?? []
  const on = findDay(typed)
  return on && isId(entry) && /^\d{1,4}$/.test(line) ? { on, entry, line: Number(line) } : null
}
