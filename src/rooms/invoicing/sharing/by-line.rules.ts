import { allocate, type Cents, fraction, largest, minus, negate, plus, sum, ZERO } from '#kit/money.ts'
import { centsOf } from '#kit/part.ts'
import type { MemberId } from '#rooms/access'
import type { Priced, Totals } from '../pricing/pricing.rules.ts'
import { type AskedShare, lastOfEach, type MemberPart, overLeft, type ShareStand } from './shares.rules.ts'

/** What of one line of an invoice is of one member; lines count from one. */
export type LinePart = { readonly member: MemberId; readonly line: number; readonly net: Cents }

/**
 * What of each line is of whom: a share of a line is of that line, a share of the whole lies over all lines by what is left of them, and the rest is of
 * whoever asked. Over all lines each has what `dividedOver` gives.
 */
export function dividedByLine(priced: Priced, asker: MemberId, shares: readonly AskedShare[]): LinePart[] {
  const parts: LinePart[] = []
  const left = priced.lines.map((line) => line.net)
  const give = (member: MemberId, at: number, net: Cents) => {
    parts.push({ member, line: at + 1, net })
    left[at] = minus(left[at] ?? ZERO, net)
  }
  const named = (line: number, base: Cents) => {
    const own = shares.filter((share) => share.line === line)
    return (centsOf(base, own) ?? []).flatMap((net, nr) => (own[nr] ? [{ member: own[nr].member, net }] : []))
  }
  for (const [at, line] of priced.lines.entries()) for (const { member, net } of named(at + 1, line.net)) give(member, at, net)
  const rest = [...left]
  for (const { member, net } of named(0, priced.net)) for (const [at, part] of spread(net, rest).entries()) give(member, at, part)
  for (const [at, net] of [...left].entries()) give(asker, at, net)
  return together(parts)
}

/**
 * What a credit note takes of each member: of every credited line what is of whoever did it. VAT follows the net, but of nobody goes more than is left, so
 * that nobody has money to come while another owes. The note that takes the last takes of each what remains. For an invoice of which nothing came in.
 */
export function creditedByLine(
  note: Totals,
  credited: readonly { readonly line: number; readonly net: Cents }[],
  done: { readonly invoice: readonly LinePart[]; readonly notes: readonly LinePart[] },
  stands: readonly ShareStand[],
): { readonly parts: MemberPart[]; readonly lines: LinePart[] } {
  const has = (list: readonly LinePart[], line: number, member: MemberId) =>
    sum(list.filter((part) => part.line === line && part.member === member).map((part) => part.net))
  const lines = credited.flatMap(({ line, net }) => {
    const left = stands.map(({ member }) => minus(has(done.invoice, line, member), has(done.notes, line, member)))
    return spread(net, left).map((part, nr) => ({ member: stands[nr]?.member as MemberId, line, net: part }))
  })
  const left = stands.map(({ share, credited: before }) => minus(share.payable, before.payable))
  if (note.payable === sum(left)) return { parts: lastOfEach(note, stands, left), lines }
  const nets = stands.map(({ member }) => sum(lines.filter((part) => part.member === member).map((part) => part.net)))
  const vats = allocate(
    note.vat,
    nets.map((net) => largest(net, ZERO)),
  )
  const grosses = nets.map((net, nr) => sum([net, vats[nr] ?? ZERO, nr === 0 ? note.rounding : ZERO]))
  const over = grosses.map((gross, nr) => largest(minus(gross, left[nr] ?? ZERO), ZERO))
  const moved = overLeft(
    sum(over),
    grosses.map((gross, nr) => largest(minus(left[nr] ?? ZERO, gross), ZERO)),
  )
  const parts = stands.map(({ member }, nr) => {
    const [net, rounding] = [nets[nr] ?? ZERO, nr === 0 ? note.rounding : ZERO]
    const payable = sum([grosses[nr] ?? ZERO, negate(over[nr] ?? ZERO), moved[nr] ?? ZERO])
    return { member, net, vat: minus(minus(payable, net), rounding), rounding, payable }
  })
  return { parts, lines }
}

/** An amount over others in proportion, to the cent; what rounding leaves is of the largest. */
function spread(total: Cents, over: readonly Cents[]): Cents[] {
  const whole = sum(over)
  if (total === whole) return [...over]
  const parts = over.map((each) => (whole === 0n ? ZERO : fraction(each, total, whole)))
  const at = over.indexOf(over.reduce((most, each) => largest(most, each), over[0] ?? ZERO))
  return parts.map((part, nr) => (nr === at ? plus(part, minus(total, sum(parts))) : part))
}

function together(parts: readonly LinePart[]): LinePart[] {
  return [...Map.groupBy(parts, ({ line, member }) => `${line} ${member}`).values()]
    .flatMap(([first, ...more]) => (first ? [{ ...first, net: sum([first.net, ...more.map((part) => part.net)]) }] : []))
    .filter(({ net }) => net !== 0n)
}
