import { amount, dayField, formTexts, optionalProse, prose, said, type Typed, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { type Cents, parseEuro, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { ACCOUNTS, type AccountCode } from '../accounts.rules.ts'
import { nl } from './memorial.nl.ts'
import { type MemorialLine, sidesOf } from './memorial.rules.ts'

const FIRST_LINES = 2
const MOST_LINES = 20

/** A memorial entry as it is typed; a line of which nothing is filled in is left out. */
export const MemorialForm = z
  .looseObject({ on: dayField(), what: prose(200), why: optionalProse(500) })
  .transform((form, context) => ({ on: form.on, what: form.what, why: form.why, lines: linesFrom(form, context) }))

export const SubsidyForm = z.object({ on: dayField(), cents: amount(), what: prose(200) })
export const UndoForm = z.object({ reason: prose(300) })

type Loose = Readonly<Record<string, unknown>>
type Issues = { readonly addIssue: (issue: { code: 'custom'; message: string; path: string[] }) => void }

function linesFrom(form: Loose, context: Issues): MemorialLine[] {
  const lines: MemorialLine[] = []
  for (let n = 1; n <= MOST_LINES; n++) {
    const [code, member, debit, credit] = ['account', 'member', 'debit', 'credit'].map((name) => typed(form, `${name}${n}`)) as [string, string, string, string]
    if (code === '' && debit === '' && credit === '') continue
    const problem = (name: string, message: string) => context.addIssue({ code: 'custom', message, path: [`${name}${n}`] })
    if (!Object.hasOwn(ACCOUNTS, code)) problem('account', said({ nl: nl.form.account, en: nl.form.account }))
    if ((debit === '') === (credit === '')) {
      problem('debit', said({ nl: nl.form.oneSide, en: nl.form.oneSide }))
      continue
    }
    const side = debit === '' ? 'credit' : 'debit'
    const cents = parseEuro(debit || credit)
    if (cents === null || cents <= 0n) problem(side, formTexts.amount)
    lines.push({ account: { code: code as AccountCode, member: isId(member) ? (member as MemberId) : null }, side, cents: cents ?? ZERO })
  }
  return lines
}

/** How many lines the form shows: those with something in them, the ones it had, and one more where that was asked. */
export function linesShown(form: Typed): number {
  const filled = Array.from({ length: MOST_LINES }, (_, index) => index + 1).findLast((n) =>
    ['account', 'debit', 'credit'].some((name) => typed(form, `${name}${n}`) !== ''),
  )
  const had = Number(/^\d{1,2}$/.exec(typed(form, 'lines'))?.[0] ?? FIRST_LINES)
  const wanted = Math.max(FIRST_LINES, filled ?? 0, had) + (typed(form, 'act') === 'line' ? 1 : 0)
  return Math.min(wanted, MOST_LINES)
}

/** Lines whose account asks for a member that is not chosen, or has none to choose. */
export function memberMismatch(form: Typed): { n: number; asks: boolean }[] {
  return Array.from({ length: MOST_LINES }, (_, index) => index + 1).flatMap((n) => {
    const code = typed(form, `account${n}`)
    if (!Object.hasOwn(ACCOUNTS, code)) return []
    const asks = ACCOUNTS[code as AccountCode] === 'member'
    return asks === (typed(form, `member${n}`) === '') ? [{ n, asks }] : []
  })
}

/** Both sides as far as they can be read; null when an amount cannot. */
export function typedSides(form: Typed): { debit: Cents; credit: Cents } | null {
  const lines = Array.from({ length: MOST_LINES }, (_, index) => index + 1).flatMap((n) =>
    (['debit', 'credit'] as const).flatMap((side) => {
      const text = typed(form, `${side}${n}`)
      return text === '' ? [] : [{ side, cents: parseEuro(text) }]
    }),
  )
  if (lines.some(({ cents }) => cents === null || cents < 0n)) return null
  return sidesOf(lines.map(({ side, cents }) => ({ side, cents: cents ?? ZERO })))
}

function typed(form: Loose, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value.trim() : ''
}
