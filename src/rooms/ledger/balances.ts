import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, minus, negate, sum, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { ACCOUNTS, type Account, type AccountCode, type PotName } from './accounts.rules.ts'
import { nl } from './ledger.nl.ts'
import { type AccountRow, accountById, type BalanceRow, balanceOfAccounts, balanceOfMembers, balances, type RegisterLine, registerPage } from './ledger.sql.ts'

/** Every account of the cooperative with debit minus credit in cents, up to and including a day (from a first day on, if one is given). */
export function trialBalance(tx: Tx, permit: AnyPermit, until: Day, from: Day | null = null): Promise<BalanceRow[]> {
  return balances(tx, permit, until, from)
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

export type Register = { readonly account: AccountRow; readonly lines: readonly (RegisterLine & { readonly balance: Cents })[]; readonly next: string | null }

/** One page of an account with the running balance behind each line, newest first; `before` is the key the page before ended with. */
export async function accountRegister(tx: Tx, permit: AnyPermit, id: string, before: string | null, limit = 50): Promise<Register> {
  const account = await accountById(tx, permit, id)
  if (!account) refuse(nl.refusals.noSuchEntry, {}, { kind: 'missing' })
  const [on, entry, line] = before?.split('_') ?? []
  const page = await registerPage(tx, permit, id, on && entry && line ? { on: on as Day, entry, line: Number(line) } : null, limit)
  let balance = page.balance
  const lines = page.lines.map((each) => {
    const withBalance = { ...each, balance }
    balance = (balance - each.cents) as Cents
    return withBalance
  })
  const last = page.lines.at(-1)
  return { account, lines, next: last && page.lines.length === limit ? `${last.on}_${last.entry}_${last.line}` : null }
}

/** Whether an account is kept per member. */
export function isPerMember(account: Account): boolean {
  return ACCOUNTS[account.code] === 'member'
}
