import { type Problems, said } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { readPart } from '#kit/part.ts'
import type { MemberId } from '#rooms/access'
import { texts } from '../invoicing.en.ts'
import type { AskedShare } from './shares.rules.ts'

/** How many shares beside the own can be filled in. */
export const MOST_SHARES = 4

type Issues = { readonly addIssue: (issue: { code: 'custom'; message: string; path: string[] }) => void }

/** The shares that were filled in: a member and a part, of the whole or of a line; where nobody is chosen there is none. */
export function sharesFrom(form: Readonly<Record<string, unknown>>, context: Issues): AskedShare[] {
  const shares: AskedShare[] = []
  for (let n = 1; n <= MOST_SHARES; n++) {
    const member = form[`with${n}`]
    if (typeof member !== 'string' || !isId(member)) continue
    const part = readPart(form[`part${n}`])
    if (part === null) {
      const wrong = (language: 'nl' | 'en') => texts[language].refusals.shareAmount.next
      context.addIssue({ code: 'custom', message: said({ nl: wrong('nl'), en: wrong('en') }), path: [`part${n}`] })
    } else shares.push({ member: member as MemberId, line: Number(/^\d{1,2}$/.exec(String(form[`of${n}`] ?? ''))?.[0] ?? 0), ...part })
  }
  return shares
}

/** Folded fields must not hide what is wrong with them, nor what was typed. */
export function problemsInShares(problems: Problems | null): boolean {
  return problems !== null && Array.from({ length: MOST_SHARES }, (_, n) => `with${n + 1}`).some((name) => (problems.typed[name] ?? '') !== '')
}
