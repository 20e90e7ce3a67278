import { useId } from 'preact/hooks'
import type { Cents } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { clamp, droopingSprout, heightOf, type PlantKind, plant, seed } from './plant.ts'
import { useWords } from './words.ts'

export type PotState = {
  /** What is in the pot, all parts together; may be below zero. */
  readonly cents: Cents
  /** The level at which the pot counts as full. */
  readonly full: Cents
  readonly reserved?: Cents
  readonly promised?: Cents
  /** What was promised beyond what is in the pot: from money that must still come in. Said, not drawn. */
  readonly toCome?: Cents
}

export type PotProps = PotState & {
  /** What the pot is for; the text alternative begins with it. */
  readonly label: string
  /** One tall flower or three stems: pots are told apart by shape, not by colour. */
  readonly kind?: PlantKind
  /** Glaze on the clay for what is promised, reserved and free; off where the pot is decoration only. */
  readonly marks?: boolean
  /** Cuts the empty sky off above the plant. */
  readonly trim?: boolean
  readonly class?: string
}

const TOP = 170
const FOOT = 250
const BODY = `M37 ${TOP}H123L114.5 ${FOOT - 5}Q113.5 ${FOOT} 108.5 ${FOOT}H51.5Q46.5 ${FOOT} 45.5 ${FOOT - 5}Z`

/** A flower pot that grows with what is in it. The amounts stand as text beside it: see `PotParts`. */
export function Pot(props: PotProps) {
  const words = useWords()
  // Ids of patterns must differ per drawing, and hold only what an address may hold.
  const id = `p${useId().replace(/\W/g, '')}`
  const growth = growthOf(props)
  const sky = props.trim ? Math.max(0, Math.round(128 - heightOf(growth) - (growth > 0.42 ? 26 : 8))) : 0
  return (
    <svg
      class={props.class ?? 'pot'}
      viewBox={props.trim ? `22 ${sky} 118 ${268 - sky}` : '0 0 160 268'}
      role="img"
      aria-label={`${props.label}: ${stateInWords(props, words.pot)}.`}
      // drawn from figures by plant.ts; no text of people comes in
      dangerouslySetInnerHTML={{ __html: drawing(props, growth, id) }}
    />
  )
}

/** The same as the glaze, in words and amounts. */
export function PotParts(props: PotState & { money: (cents: Cents) => string }) {
  const words = useWords()
  const parts = partsOf(props)
  return (
    <ul class="parts">
      {(['free', 'reserved', 'promised'] as const).map((part) => (
        <li key={part}>
          <span>
            <GlazeKey part={part} />
            {words.pot[part]}
          </span>
          <b>{props.money(parts[part])}</b>
        </li>
      ))}
      {props.toCome && props.toCome > 0n ? (
        <li>
          <span>{words.pot.toCome}</span>
          <b>{props.money(props.toCome)}</b>
        </li>
      ) : null}
    </ul>
  )
}

/** A little square of the glaze. */
export function GlazeKey(props: { part: 'free' | 'reserved' | 'promised' }) {
  const id = `k${useId().replace(/\W/g, '')}`
  return (
    <svg
      class="key"
      viewBox="0 0 18 18"
      aria-hidden="true"
      focusable="false"
      // a fixed drawing
      dangerouslySetInnerHTML={{ __html: `${patterns(id)}<rect width="18" height="18" rx="4" ${glaze(props.part, id)}/>` }}
    />
  )
}

function growthOf(state: PotState): number {
  return state.full > 0n ? clamp(Number(state.cents) / Number(state.full)) : state.cents > 0n ? 1 : 0
}

function partsOf(state: PotState): { free: Cents; reserved: Cents; promised: Cents } {
  const reserved = state.reserved ?? (0n as Cents)
  const promised = state.promised ?? (0n as Cents)
  const free = state.cents - reserved - promised
  return { free: (state.cents < 0n ? state.cents : free > 0n ? free : 0n) as Cents, reserved, promised }
}

function stateInWords(
  state: PotState,
  words: { below: string; empty: string; filled: string; seedling: string; leaves: string; bud: string; bloom: string },
): string {
  if (state.cents < 0n) return words.below
  const growth = growthOf(state)
  if (growth === 0) return words.empty
  const plantNow = growth < 0.1 ? words.seedling : growth < 0.42 ? words.leaves : growth < 0.8 ? words.bud : words.bloom
  return `${fill(words.filled, { percent: Math.max(1, Math.round(growth * 100)) })}. ${plantNow}`
}

function drawing(props: PotProps, growth: number, id: string): string {
  const below = props.cents < 0n
  const low = below || growth === 0
  return [
    `<defs><clipPath id="${id}c"><path d="${BODY}"/></clipPath></defs>${patterns(id)}`,
    '<ellipse class="p-shadow" cx="82" cy="259" rx="62" ry="5.5"/>',
    below ? '<path class="p-short" d="M38 251H122l-5 9H43Z"/>' : '<path class="p-saucer" d="M40 250H120l-4 7.5a3 3 0 0 1-2.6 1.5H46.6a3 3 0 0 1-2.6-1.500Z"/>',
    `<path class="p-soil" d="M36 153Q58 ${low ? 142 : 139} 80 ${low ? 140 : 137.5}T124 153Z"/>`,
    below ? droopingSprout() : growth === 0 ? seed() : plant(growth, props.kind ?? 'tall'),
    `<path class="p-pot" d="${BODY}"/><g clip-path="url(#${id}c)">${props.marks === false || below ? '' : bands(props, id)}`,
    `<path class="p-shade" d="M104 168H126V252H96Q104 210 104 168Z"/><path class="p-under" d="M30 166H130V173.5Q80 177 30 173.500Z"/></g>`,
    '<rect class="p-rim" x="29" y="150" width="102" height="20" rx="5"/><path class="p-glint" d="M37 156.5H64M70 156.5h5"/>',
    below ? '<path class="p-dash on-clay" d="M52 192q14 5 28 0t28 0"/>' : '',
  ].join('')
}

/** Glaze from the foot up: promised, reserved, free. Never so thin that it is not seen; bare clay is room left. */
function bands(state: PotState, id: string): string {
  const parts = partsOf(state)
  const full = Math.max(Number(state.full), Number(state.cents), 1)
  let y = FOOT
  let drawn = ''
  for (const part of ['promised', 'reserved', 'free'] as const) {
    if (parts[part] <= 0n) continue
    const upper = Math.round(Math.max(TOP, y - Math.max(((FOOT - TOP) * Number(parts[part])) / full, 7)) * 10) / 10
    const wave = `M30 ${upper}q12.5 -2.4 25 0t25 0t25 0t25 0`
    drawn += `<path ${glaze(part, id)} d="${wave}V${y + 1}H30Z"/><path class="p-edge" d="${wave}"/>`
    y = upper
  }
  return drawn
}

function glaze(part: 'free' | 'reserved' | 'promised', id: string): string {
  return part === 'free' ? 'class="b-free"' : `fill="url(#${id}${part})"`
}

function patterns(id: string): string {
  return `<defs><pattern id="${id}reserved" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="b-res" width="7" height="7"/><rect class="b-res2" width="2.6" height="7"/></pattern><pattern id="${id}promised" width="6.4" height="6.4" patternUnits="userSpaceOnUse"><rect class="b-pro" width="7" height="7"/><circle class="b-pro2" cx="1.6" cy="1.6" r="1.1"/><circle class="b-pro2" cx="4.8" cy="4.8" r="1.1"/></pattern></defs>`
}
