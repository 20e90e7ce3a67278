import { said } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { readPart } from '#kit/part.ts'
import type { MemberId } from '#rooms/access'
import { texts } from '../spending.en.ts'
import type { AskedCostShare } from './sharing.rules.ts'

/** With how many others a receipt can be shared. */
export const MOST_SHARES = 3

type Issues = { readonly addIssue: (issue: { code: 'custom'; message: string; path: string[] }) => void }

/** With whom a receipt is shared; where nobody is chosen it is not. */
export function costSharesFrom(form: Readonly<Record<string, unknown>>, context: Issues): AskedCostShare[] {
  const shares: AskedCostShare[] = []
  for (let n = 1; n <= MOST_SHARES; n++) {
    const member = form[`with${n}`]
    if (typeof member !== 'string' || !isId(member)) continue
    const part = readPart(form[`part${n}`])
    if (part) shares.push({ member: member as MemberId, ...part })
    else
      context.addIssue({
        code: 'custom',
        message: said({ nl: texts.nl.refusals.shareAmount.next, en: texts.en.refusals.shareAmount.next }),
        path: [`part${n}`],
      })
  }
  return shares
}
