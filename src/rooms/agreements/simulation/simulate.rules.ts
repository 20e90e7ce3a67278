import { type Month, monthAfter, yearOf } from '#kit/day.ts'
import { allocate, type Cents, minus, plus, sum, ZERO } from '#kit/money.ts'
import { FileError } from '#kit/reading.ts'
import type { RunningTotals, ShareLine, SplitRules } from '../dividing/language.rules.ts'
import { type Attribution, attribute, reverseShares } from '../dividing/reversal.rules.ts'
import { NOTHING_YET } from '../dividing/totals.rules.ts'
import { split } from '../split.rules.ts'
import { type AgreementFile, type EventsFile, type FileEvent, readAgreementFile, readEventsFile } from './files.rules.ts'

type Amounts = Readonly<Record<string, number>>

export type SimulatedShare = {
  readonly receiver: string
  readonly cents: number
  readonly article: string
  readonly step: string
  readonly kind: string
  readonly from?: string
}

export type SimulatedMember = {
  readonly member: string
  readonly turnover: number
  readonly costs: number
  readonly costsNotCounted: number
  readonly result: number
  readonly openLossBefore: number
  readonly shares: readonly SimulatedShare[]
  readonly corrections: readonly (SimulatedShare & { readonly receipt: string })[]
  readonly openLoss: number
  readonly lossBorneByCooperative: number
  readonly receipts: readonly {
    readonly receipt: string
    readonly net: number
    readonly costs: number
    readonly earlierLoss: number
    readonly offset: number
    readonly shares: readonly SimulatedShare[]
  }[]
  readonly totals: { readonly year: Amounts; readonly ever: Amounts; readonly pots: Amounts; readonly arrears: Amounts }
}

export type SimulationAnswer = {
  readonly agreement: string
  readonly months: readonly { readonly month: string; readonly members: readonly SimulatedMember[] }[]
  readonly receivers: Amounts
}

/**
 * Divides a file of events by a file with an agreement, exactly as a month close does; see docs/simulate.
 * Takes parsed JSON, gives an answer that is JSON. Throws a `FileError` (English, with the place) when a file is not right.
 */
export function simulate(agreementJson: unknown, eventsJson: unknown): SimulationAnswer {
  const agreement = readAgreementFile(agreementJson)
  const file = readEventsFile(eventsJson)
  const members = membersOf(file)
  const months = monthsOf(file)
  const states = new Map<string, State>(members.map((member) => [member, { totals: file.opening.get(member) ?? NOTHING_YET, rivers: new Map() }]))
  const parts = partsOf(file.events)
  const answered = months.map((month) => ({
    month,
    members: members
      .filter((member) => file.opening.has(member) || parts.some((part) => part.member === member && part.event.month <= month))
      .map((member) => {
        const mine = parts.filter((part) => part.member === member && part.event.month === month)
        return simulateMonth(month, member, mine, rulesFor(agreement, member, month), states)
      }),
  }))
  const receivers: Record<string, number> = {}
  for (const line of answered.flatMap(({ members: all }) => all.flatMap((one) => [...one.shares, ...one.corrections])))
    receivers[line.receiver] = (receivers[line.receiver] ?? 0) + line.cents
  return { agreement: agreement.name, months: answered, receivers }
}

type State = { totals: RunningTotals; readonly rivers: Map<string, Attribution> }

/** One member's part of an event. */
type MyPart = { readonly member: string; readonly event: FileEvent; readonly cents: Cents }

function simulateMonth(month: Month, member: string, parts: readonly MyPart[], rules: SplitRules, states: ReadonlyMap<string, State>): SimulatedMember {
  const state = states.get(member)
  if (!state) throw new Error(`no state for ${member}`)
  const receipts = new Map<string, Cents>()
  const costs: Record<string, Cents> = {}
  const corrections: (SimulatedShare & { receipt: string })[] = []
  let borne: Cents = ZERO
  for (const { event, cents } of parts) {
    if (event.kind === 'receipt') receipts.set(event.id, cents)
    if (event.kind === 'cost') costs[event.costKind] = plus(costs[event.costKind] ?? ZERO, cents)
    if (event.kind === 'spend') state.totals = spent(state.totals, event.pot, cents)
  }
  for (const { event, cents } of parts) {
    if (event.kind !== 'credit' || cents === 0n) continue
    const own = receipts.get(event.receipt)
    if (own !== undefined) {
      // Not divided yet: it lowers this month's base.
      receipts.set(event.receipt, minus(own, cents))
      continue
    }
    const river = state.rivers.get(event.receipt)
    if (!river) throw new FileError(event.path, `credits "${event.receipt}" before it was received`)
    const back = reverseShares(river, cents, state.totals, rules.loss.carried)
    state.totals = back.totals
    state.rivers.set(event.receipt, back.left)
    borne = plus(borne, back.lossBorne)
    corrections.push(...back.lines.map((line) => ({ ...shareOf(line), receipt: event.receipt })))
  }
  const nets = [...receipts].map(([id, net]) => ({ id, net }))
  const shares = split({ month, turnover: sum(nets.map((receipt) => receipt.net)), costs }, rules, state.totals)
  const rivers = attribute(shares, nets)
  for (const river of rivers) state.rivers.set(river.receipt, river)
  state.totals = shares.totals
  return {
    member,
    turnover: Number(shares.turnover),
    costs: Number(shares.costs),
    costsNotCounted: Number(shares.costsNotCounted),
    result: Number(shares.result),
    openLossBefore: Number(shares.openLossBefore),
    shares: shares.lines.map(shareOf),
    corrections,
    openLoss: Number(shares.lossCarried),
    lossBorneByCooperative: Number(plus(shares.lossBorne, borne)),
    receipts: rivers.map((river) => ({
      receipt: river.receipt,
      net: Number(river.net),
      costs: Number(river.costs),
      earlierLoss: Number(river.earlierLoss),
      offset: Number(river.offset),
      shares: river.lines.map(shareOf),
    })),
    totals: {
      year: receiversOnly(shares.totals.taken[String(yearOf(month))]),
      ever: receiversOnly(shares.totals.taken.ever),
      pots: amounts(shares.totals.pots),
      arrears: amounts(shares.totals.arrears),
    },
  }
}

function rulesFor(agreement: AgreementFile, member: string, month: Month): SplitRules {
  const version = agreement.versions.findLast((one) => one.from <= month && (one.signedBy === null || one.signedBy.includes(member)))
  if (!version) throw new FileError('agreement.versions', `no version binds "${member}" in ${month}`)
  return version.rules
}

/** Every event cut into what it means for each member; a credit follows the parts of its receipt. */
function partsOf(events: readonly FileEvent[]): readonly MyPart[] {
  const left = new Map<string, { month: Month; parts: { member: string; cents: Cents }[] }>()
  const parts: MyPart[] = []
  const sorted = [...events].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : Number(a.kind === 'credit') - Number(b.kind === 'credit')))
  for (const event of sorted) {
    if (event.kind === 'spend') parts.push({ member: event.member, event, cents: event.cents })
    if (event.kind === 'receipt' || event.kind === 'cost') {
      const cents = allocate(
        event.kind === 'receipt' ? event.net : event.cents,
        event.parts.map((part) => part.weight),
      )
      const mine = event.parts.map((part, i) => ({ member: part.member, cents: cents[i] ?? ZERO }))
      if (event.kind === 'receipt') {
        if (left.has(event.id)) throw new FileError(`${event.path}.id`, `"${event.id}" was used before`)
        left.set(event.id, { month: event.month, parts: mine })
      }
      parts.push(...mine.map((part) => ({ ...part, event })))
    }
    if (event.kind === 'credit') {
      const receipt = left.get(event.receipt)
      if (!receipt) throw new FileError(`${event.path}.receipt`, `there is no receipt "${event.receipt}" in or before ${event.month}`)
      const open = sum(receipt.parts.map((part) => part.cents))
      if (event.net > open) throw new FileError(`${event.path}.net`, `credits ${event.net} of "${event.receipt}", which has ${open} left`)
      const cents = allocate(
        event.net,
        receipt.parts.map((part) => part.cents),
      )
      parts.push(...receipt.parts.map((part, i) => ({ member: part.member, event, cents: cents[i] ?? ZERO })))
      receipt.parts = receipt.parts.map((part, i) => ({ ...part, cents: minus(part.cents, cents[i] ?? ZERO) }))
    }
  }
  return parts
}

function membersOf(file: EventsFile): readonly string[] {
  const named = file.events.flatMap((event) => ('parts' in event ? event.parts.map((part) => part.member) : 'member' in event ? [event.member] : []))
  return [...new Set([...file.opening.keys(), ...named])].sort()
}

function monthsOf(file: EventsFile): readonly Month[] {
  const named = file.events.map((event) => event.month).sort()
  const first = named[0]
  const last = file.until ?? named.at(-1)
  const months: Month[] = []
  for (let month = first; month && last && month <= last; month = monthAfter(month)) months.push(month)
  return months
}

function spent(totals: RunningTotals, pot: keyof RunningTotals['pots'], cents: Cents): RunningTotals {
  return { ...totals, pots: { ...totals.pots, [pot]: minus(totals.pots[pot] ?? ZERO, cents) } }
}

function shareOf(line: ShareLine): SimulatedShare {
  return {
    receiver: line.receiver,
    cents: Number(line.cents),
    article: line.article,
    step: line.step,
    kind: line.kind,
    ...(line.from ? { from: line.from } : {}),
  }
}

function receiversOnly(taken: Readonly<Record<string, Cents>> | undefined): Amounts {
  return amounts(Object.fromEntries(Object.entries(taken ?? {}).filter(([key]) => !key.includes('@'))))
}

function amounts(all: Readonly<Record<string, Cents>>): Amounts {
  return Object.fromEntries(Object.entries(all).map(([key, cents]) => [key, Number(cents)]))
}
