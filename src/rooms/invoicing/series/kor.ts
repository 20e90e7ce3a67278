import { addDays, type Day, within, yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { type Cooperative, cooperativeOf, endKor } from '#rooms/organisations'
import type { InvoiceId } from '../invoicing.types.ts'
import { type KorEnd, type KorMeter, korEndOn, korHolds, korLimitOn, korMeter, linesUnderKor, lockedUntil, type Supply } from '../pricing/kor.rules.ts'
import { type Priced, price } from '../pricing/pricing.rules.ts'
import { firstOver, insertKorEnd, type KorYear, korOfYear, lockKor, wronglyWithoutVat } from './kor.sql.ts'

export type KorStanding = KorMeter & {
  /** Day of the supply that crossed, and the last day of the lock-out it began; null while the scheme holds. */
  readonly endedOn: Day | null
  readonly lockedUntil: Day | null
  /** A new registration that begins within the lock-out, and therefore counts for nothing. */
  readonly tooEarly: Day | null
}

export type PricedSupply = {
  readonly priced: Priced
  readonly crossed: boolean
  /** null when the scheme has nothing to do with the day of this supply. */
  readonly kor: KorStanding | null
}

/** What a supply comes to, with VAT or without, by its own day; nothing is kept. */
export async function pricedUnderKor(tx: Tx, permit: AnyPermit, cooperative: Cooperative, supply: Supply): Promise<PricedSupply> {
  return pricedIn(await korOfYear(tx, permit, supply.performedOn), cooperative, supply, permit.today)
}

/** The same at sending, with all other sending held back until this one is written down. */
export async function pricedForSending(tx: Tx, permit: Permit<'invoice.send'>, cooperative: Cooperative, supply: Supply): Promise<PricedSupply> {
  await lockKor(tx, permit)
  return pricedUnderKor(tx, permit, cooperative, supply)
}

/**
 * After a supply got its number: writes down that it crossed the limit, or that by this late work an earlier supply did. From that day on
 * every supply is taxed until the end of the next year; drafts follow by themselves, for they are priced when they are looked at and sent.
 */
export async function noteCrossing(
  tx: Tx,
  permit: Permit<'invoice.send'>,
  cooperative: Cooperative,
  id: InvoiceId,
  sent: Supply & PricedSupply,
): Promise<void> {
  if (sent.crossed) return crossedBy(tx, permit, cooperative, { invoice: id, on: sent.performedOn, foundLate: false })
  if (!sent.kor || sent.kor.endedOn !== null) return
  const { sold, soldInYear, ends } = await korOfYear(tx, permit, sent.performedOn)
  if (soldInYear === sold) return
  const over = await firstOver(tx, permit, yearOf(sent.performedOn), korLimitOn(sent.performedOn))
  if (!over || ends.some((end) => within(over.on, end.on, end.lockedUntil))) return
  await crossedBy(tx, permit, cooperative, { ...over, foundLate: true })
}

/** Where the cooperative stands in the small business scheme today; null when it does not take part and is not locked out. */
export async function korStanding(tx: Tx, permit: AnyPermit): Promise<KorStanding | null> {
  return standingIn(await korOfYear(tx, permit, permit.today), await cooperativeOf(tx, permit), permit.today)
}

/** Sent invoices without VAT that should have it, because the limit was crossed earlier than was known. */
export function invoicesWithoutVat(tx: Tx, permit: AnyPermit): Promise<{ id: InvoiceId; number: string }[]> {
  return wronglyWithoutVat(tx, permit)
}

function pricedIn(year: KorYear, cooperative: Cooperative, supply: Supply, today: Day): PricedSupply {
  const kor = standingIn(year, cooperative, supply.performedOn)
  if (!holds(year, cooperative, supply.performedOn)) return { priced: price(supply.lines, supply.basis, today), crossed: false, kor }
  const { lines, crossed } = linesUnderKor(supply, year.sold, today)
  return { priced: price(lines, supply.basis, today), crossed, kor }
}

function standingIn(year: KorYear, cooperative: Cooperative, on: Day): KorStanding | null {
  const end = korEndOn(year.ends, on)
  if (!end && !holds(year, cooperative, on)) return null
  const again = cooperative.korSince
  return {
    ...korMeter(year.sold, on),
    endedOn: end?.on ?? null,
    lockedUntil: end?.lockedUntil ?? null,
    tooEarly: end && again && again > end.on && again <= end.lockedUntil ? again : null,
  }
}

function holds(year: KorYear, cooperative: Cooperative, on: Day): boolean {
  return korHolds({ since: cooperative.korSince, until: cooperative.korUntil, ends: year.ends }, on)
}

type Crossing = { readonly invoice: InvoiceId; readonly on: Day; readonly foundLate: boolean }

async function crossedBy(tx: Tx, permit: Permit<'invoice.send'>, cooperative: Cooperative, crossing: Crossing): Promise<void> {
  const { korSince, korUntil } = cooperative
  const current = korSince !== null && within(crossing.on, korSince, korUntil)
  const earlier = current ? null : (await korOfYear(tx, permit, crossing.on)).ends.find((end) => within(crossing.on, end.since, end.on))
  const end: KorEnd = { since: (current ? korSince : earlier?.since) ?? crossing.on, on: crossing.on, lockedUntil: lockedUntil(crossing.on) }
  await insertKorEnd(tx, permit, { ...end, ...crossing })
  // Costs follow too: from here on the VAT on them can be reclaimed.
  if (current) await endKor(tx, permit, addDays(crossing.on, -1))
  await happened(tx, permit, 'invoice.korEnded', { invoice: crossing.invoice })
}
