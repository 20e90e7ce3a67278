import { type Cents, negate } from '#kit/money.ts'
import type { AccountCode, AccountMoves, PotName, Transfer } from '#rooms/ledger'
import { potAccount } from '#rules/ledger'
import { POT_ACCOUNTS, type PotSetting } from '../dividing/booking.rules.ts'

/** What stands on accounts of the other kind when a financial year begins: each balance of a member's pot to the account of the kind that holds from then on. */
export function carriedOver(moves: readonly Pick<AccountMoves, 'code' | 'member' | 'before'>[], kept: PotSetting): Transfer[] {
  return moves.flatMap(({ code, member, before }) => {
    const pot = potOf(code)
    if (!pot || !member || before === 0n) return []
    const to = potAccount(pot, kept, member)
    // A pot stands on the credit side: what it holds leaves the old account there and arrives on the new one.
    const held: Cents = negate(before)
    return to.code === code ? [] : [{ debit: { code, member }, credit: to, cents: held }]
  })
}

function potOf(code: AccountCode): PotName | null {
  if ((POT_ACCOUNTS.business as readonly AccountCode[]).includes(code)) return 'business'
  return (POT_ACCOUNTS.development as readonly AccountCode[]).includes(code) ? 'development' : null
}
