import { amount, anyAmount, choice, file, many, optional, optionalProse, optionalText, text, ticked, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { type Cents, minus, negate, sum, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { MemberId } from '#rooms/access'
import type { InvoiceId } from '#rooms/invoicing'
import type { DisposalId } from '#rooms/spending'
import { nl } from './banking.nl.ts'
import type { BankLine, BookingId } from './banking.types.ts'
import type { BookingChoice, PartChoice, SingleChoice } from './booking/choice.ts'
import { isKind, isPlain } from './booking/kinds.rules.ts'

/** So many parts fit on the page. */
export const MOST_ROWS = 12
/** So many parts are shown at first, and so many more each time. */
export const SPARE_ROWS = 3

export const ImportForm = z.object({ bestand: file(), rekening: optionalText(10) })
/** The lines that were ticked; `alles` asks for all that is certain instead, on every page. */
export const AcceptForm = z.object({ regel: many(z.string()), alles: ticked() })
export const MatchForm = z.object({ nummers: text(300) })
export const CountForm = z.object({ geteld: anyAmount(), reden: optionalProse(200) })
export const HandForm = z.object({ lid: text(36), richting: choice(['in', 'out']), bedrag: amount() })
export const ProposalForm = z.object({ voorstel: text(40) })

type PartRow = {
  readonly nr: number
  readonly kind: string
  readonly cents: Cents | null
  readonly numbers: readonly string[]
  readonly member: MemberId | null
  readonly vat: Cents
  readonly fee: Cents
}

/** The form of a line, with as many parts as were filled in: `soort1`, `bedrag1`, … */
export const BookForm = z.looseObject({ opmerking: optionalProse(200) }).transform((form, context) => ({ note: form.opmerking, rows: rowsFrom(form, context) }))

/** How many parts the page shows, from the address or from the form that is shown again; one where neither says. */
export function rowsIn(told: unknown): number {
  return Math.min(Math.max(Number(/^\d{1,2}$/.exec(String(told ?? '1'))?.[0] ?? 1), 1), MOST_ROWS)
}

/** What a choice is called in the form: a kind, or a kind with the thing it is about. */
export function optionOf(how: SingleChoice): string {
  if (how.kind === 'invoice' || how.kind === 'refund') return how.invoices.length === 1 ? `${how.kind}:${how.invoices[0]}` : how.kind
  if (how.kind === 'cost') return `cost:${how.cost}`
  if (how.kind === 'thing') return `thing:${how.bill}`
  if (how.kind === 'returned') return `returned:${how.booking}${how.part === null ? '' : `.${how.part}`}`
  return how.kind
}

/**
 * How a line is to be booked, from the form. An amount left empty is what remains; money in the way of the line is typed without a sign.
 * Refuses a form without any kind, more than one amount left empty, and a kind that asks for a number without one. `find` gives open invoices by number.
 */
export function choiceOf(
  form: z.infer<typeof BookForm>,
  line: BankLine,
  find: (numbers: readonly string[], field: string) => readonly InvoiceId[],
): BookingChoice {
  const { rows, note } = form
  const [first] = rows
  if (!first) return refuse(nl.refusals.chooseKind, {}, { field: 'soort1' })
  if (rows.length === 1 && (first.cents === null || signed(first.cents, line) === line.cents)) {
    const how = singleOf(first, find)
    return isPlain(how.kind) ? ({ ...how, note } as BookingChoice) : how
  }
  const rest = rows.filter((row) => row.cents === null)
  if (rest.length > 1) refuse(nl.refusals.oneRest, {}, { field: `bedrag${rest[1]?.nr}` })
  const told = sum(rows.map((row) => signed(row.cents ?? ZERO, line)))
  const parts = rows.map((row): PartChoice => ({ cents: row.cents === null ? minus(line.cents, told) : signed(row.cents, line), how: singleOf(row, find) }))
  return { kind: 'parts', parts, note }
}

function singleOf(row: PartRow, find: (numbers: readonly string[], field: string) => readonly InvoiceId[]): SingleChoice {
  const [kind = '', ref = ''] = row.kind.split(':')
  const [id = '', part] = ref.split('.')
  if (kind === 'cost' && isId(id)) return { kind, cost: id }
  if (kind === 'thing' && isId(id)) return { kind, bill: id as DisposalId }
  if (kind === 'returned' && isId(id)) return { kind, booking: id as BookingId, part: part === undefined ? null : Number(part) }
  if (kind === 'invoice' || kind === 'refund') {
    if (isId(id)) return { kind, invoices: [id as InvoiceId] }
    if (row.numbers.length === 0) refuse(nl.refusals.whichNumber, {}, { field: `factuur${row.nr}` })
    return { kind, invoices: find(row.numbers, `factuur${row.nr}`) }
  }
  if (!isKind(kind) || !isPlain(kind)) return refuse(nl.refusals.chooseKind, {}, { field: `soort${row.nr}` })
  return { kind, member: row.member, vat: row.vat, fee: row.fee }
}

function signed(cents: Cents, line: BankLine): Cents {
  return line.cents < 0n ? negate(cents) : cents
}

type Loose = Readonly<Record<string, unknown>>
type Issues = { readonly addIssue: (issue: { code: 'custom'; message: string; path: string[] }) => void }

function rowsFrom(form: Loose, context: Issues): PartRow[] {
  const rows: PartRow[] = []
  for (let nr = 1; nr <= MOST_ROWS; nr++) {
    const written = (name: string) => (typeof form[`${name}${nr}`] === 'string' ? String(form[`${name}${nr}`]).trim() : '')
    if (['soort', 'bedrag'].every((name) => written(name) === '')) continue
    const read = (name: string, as: z.ZodType<Cents>): Cents | null => {
      const found = optional(as).safeParse(written(name))
      if (found.success) return found.data
      for (const issue of found.error.issues) context.addIssue({ code: 'custom', message: issue.message, path: [`${name}${nr}`] })
      return null
    }
    rows.push({
      nr,
      kind: written('soort'),
      cents: read('bedrag', anyAmount()),
      numbers: written('factuur')
        .split(/[\s,;]+/)
        .filter(Boolean),
      member: isId(written('lid')) ? (written('lid') as MemberId) : null,
      vat: read('btw', amount()) ?? ZERO,
      fee: read('kosten', amount()) ?? ZERO,
    })
  }
  return rows
}
