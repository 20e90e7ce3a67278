import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { type Cents, euro, minus, sum } from '#kit/money.ts'
import { fill, list } from '#kit/text.ts'
import { IconAt, type IconName } from './icons.tsx'
import { Alert, Fold } from './parts.tsx'
import { across, type Bed, down } from './river-shape.ts'
import { useWords } from './words.ts'

/** A colour, an icon and a place in the river. `vat` and `costs` leave before what remains is divided. */
export type RiverKind = 'vat' | 'costs' | 'municipality' | 'cooperative' | 'trainingPool' | 'reserve' | 'payout' | 'development' | 'business'

export type RiverShare = {
  readonly label: string
  readonly cents: Cents
  readonly kind: RiverKind
  /** "Artikel 6b: 20% van wat overblijft". */
  readonly article?: string | undefined
  /** Short form for under the label on a phone: "Artikel 6b". */
  readonly short?: string | undefined
  /** What folds open in the table: the article in its own words, the receipts. */
  readonly explain?: ComponentChildren
  /** Came here because another pot was full. */
  readonly surplus?: boolean
}

export type RiverWords = {
  /** Where the water comes from: "Klanten betaalden". */
  readonly source: string
  readonly title?: string
  /** "Blijft over", unless the agreement calls it otherwise. */
  readonly left?: string
}

export type RiverProps = { readonly total: Cents; readonly shares: readonly RiverShare[]; readonly words: RiverWords; readonly noTable?: boolean }

const ICONS: Readonly<Record<RiverKind, IconName>> = {
  vat: 'percent',
  costs: 'scissors',
  municipality: 'townhall',
  cooperative: 'people',
  trainingPool: 'book',
  reserve: 'shield',
  payout: 'bank',
  development: 'sprout',
  business: 'pot',
}
const FIRST: readonly RiverKind[] = ['vat', 'costs']

/**
 * Where money went, as a river: one scale per picture, so widths are true. Always followed by the same figures as a table.
 * A loss, money that went back, or nothing at all has no river: a sentence says so and the table shows how it came about.
 */
export function River(props: RiverProps) {
  const words = useWords().river
  const { total, shares } = props
  const reason =
    total <= 0n
      ? words.nothingNoPicture
      : isLoss(total, shares)
        ? words.lossNoPicture
        : shares.some((share) => share.cents < 0n)
          ? words.negativeNoPicture
          : sum(shares.map((share) => share.cents)) !== total
            ? words.unequal
            : null
  return (
    <figure class="river-figure">
      {reason ? <Alert tone="info">{<p>{reason}</p>}</Alert> : <Pictures {...props} shares={inOrder(shares.filter((share) => share.cents > 0n))} />}
      {shares.some((share) => share.surplus && share.cents > 0n) ? <p class="river-note soft">{words.surplus}</p> : null}
      {props.noTable ? null : <RiverTable {...props} />}
    </figure>
  )
}

/** The figures of the river; each row can fold open to its article. */
export function RiverTable(props: RiverProps) {
  const words = useWords().river
  const { total, words: own } = props
  const ordered = inOrder(props.shares)
  const before = ordered.filter((share) => FIRST.includes(share.kind))
  const after = ordered.filter((share) => !FIRST.includes(share.kind))
  const left = minus(total, sum(before.map((share) => share.cents)))
  return (
    <table class="utrecht-table utrecht-table--html-table explain">
      <caption>{words.sameFigures}</caption>
      <thead>
        <tr>
          <th scope="col">{words.where}</th>
          <th scope="col" class="amt">
            {words.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr class="sub">
          <th scope="row">{own.source}</th>
          <td class="amt">{euro(total)}</td>
        </tr>
        {before.map((share) => (
          <ShareRow share={share} leaves key={`${share.kind} ${share.label}`} />
        ))}
        {before.length > 0 ? (
          <tr class="sub">
            <th scope="row">{own.left ?? words.left}</th>
            <td class="amt">{euro(left)}</td>
          </tr>
        ) : null}
        {after.map((share) => (
          <ShareRow share={share} key={`${share.kind} ${share.label}`} />
        ))}
        <tr class="sum">
          <th scope="row">{words.together}</th>
          <td class="amt">{euro(sum(after.map((share) => share.cents)))}</td>
        </tr>
      </tbody>
    </table>
  )
}

function ShareRow(props: { share: RiverShare; leaves?: boolean }) {
  const { share } = props
  return (
    <tr>
      <th scope="row">
        <span class="share-name">
          <i class={`sw ${share.kind}`} />
          {share.label}
        </span>
        {share.explain ? (
          <Fold summary={share.short ?? share.article}>{share.explain}</Fold>
        ) : share.article ? (
          <span class="soft share-why">{share.article}</span>
        ) : null}
      </th>
      <td class="amt">{euro(props.leaves ? (-share.cents as Cents) : share.cents)}</td>
    </tr>
  )
}

function Pictures(props: RiverProps) {
  const words = useWords().river
  const id = useId().replace(/\W/g, '')
  const flows = props.shares.map((share) => ({ size: Number(share.cents), before: FIRST.includes(share.kind) }))
  const total = Number(props.total)
  const parts = props.shares.map((share) => fill(words.part, { amount: euro(share.cents), label: share.label }))
  const described = fill(words.described, { total: euro(props.total), parts: list(parts, words.and) })
  return (
    <>
      <Picture {...props} bed={across(flows, total)} wide id={`${id}h`} described={described} />
      <Picture {...props} bed={down(flows, total)} wide={false} id={`${id}v`} described={described} />
    </>
  )
}

function Picture(props: RiverProps & { bed: Bed; wide: boolean; id: string; described: string }) {
  const words = useWords().river
  const { bed, wide, shares } = props
  const left = minus(props.total, sum(shares.filter((share) => FIRST.includes(share.kind)).map((share) => share.cents)))
  return (
    <svg
      class={wide ? 'river river-h' : 'river river-v'}
      viewBox={`0 0 ${bed.width} ${Math.ceil(bed.height)}`}
      role="img"
      aria-labelledby={`${props.id}t ${props.id}d`}
    >
      <title id={`${props.id}t`}>{props.words.title ?? props.words.source}</title>
      <desc id={`${props.id}d`}>{props.described}</desc>
      {shares.map((share, index) => {
        const band = bed.bands[index]
        return (
          <g key={`${share.kind} ${share.label}`}>
            {band?.outlines.map((d) => (
              <path class={`r-band r-${share.kind}`} d={d} key={d} />
            ))}
            {band?.water.map((d) => (
              <path class="r-water" d={d} key={d} />
            ))}
            {band?.cap ? <rect class={`r-${share.kind}`} {...rounded(band.cap)} /> : null}
          </g>
        )
      })}
      {bed.pot ? (
        <g>
          <rect class="p-rim" rx="4" {...rounded(bed.pot.rim)} />
          <path class="p-pot" d={bed.pot.body} />
        </g>
      ) : null}
      <rect class="r-source" rx="4" {...rounded(bed.source)} />
      <text class="r-name" x={2} y={wide ? bed.height / 2 - 12 : 16}>
        {props.words.source}
      </text>
      <text class="r-big" x={2} y={wide ? bed.height / 2 + 18 : 39}>
        {euro(props.total)}
      </text>
      {bed.lock ? <path class="r-lock" d={bed.lock.line} /> : null}
      {bed.lock && wide ? (
        <>
          <text class="r-name" text-anchor="middle" x={bed.lock.label[0]} y={bed.lock.label[1]}>
            {props.words.left ?? words.left}
          </text>
          <text class="r-amt" text-anchor="middle" x={bed.lock.label[0]} y={bed.lock.label[1] + 21}>
            {euro(left)}
          </text>
        </>
      ) : bed.lock ? (
        <text class="r-src r-strong" x={bed.lock.label[0]} y={bed.lock.label[1]}>
          {`${props.words.left ?? words.left} ${euro(left)}`}
        </text>
      ) : null}
      {shares.map((share, index) => (
        <Label share={share} wide={wide} at={bed.bands[index]?.label ?? [0, 0]} width={bed.width} key={`${share.kind} ${share.label}`} />
      ))}
    </svg>
  )
}

function Label(props: { share: RiverShare; wide: boolean; at: readonly [number, number]; width: number }) {
  const { share, wide } = props
  const [x, y] = props.at
  return wide ? (
    <g>
      <IconAt name={ICONS[share.kind]} x={x - 44} y={Math.round(y - 15)} size={30} />
      <text class="r-name" x={x} y={y - 4}>
        {share.label}
      </text>
      <text class="r-amt" text-anchor="end" x={props.width - 4} y={y - 4}>
        {euro(share.cents)}
      </text>
      <text class="r-src" x={x} y={y + 17}>
        {share.article ?? ''}
      </text>
    </g>
  ) : (
    <g>
      <text class="r-name" x={x} y={y - 14}>
        {share.label}
      </text>
      <text class="r-amt" x={x} y={y + 7}>
        {euro(share.cents)}
      </text>
      <text class="r-src" x={x} y={y + 26}>
        {share.short ?? ''}
      </text>
    </g>
  )
}

/** Costs and taxes beyond what came in: nothing is left to divide. */
function isLoss(total: Cents, shares: readonly RiverShare[]): boolean {
  return sum(shares.filter((share) => FIRST.includes(share.kind)).map((share) => share.cents)) > total
}

/** VAT and costs leave first; the rest in the order of the agreement, the member's own business last. */
function inOrder(shares: readonly RiverShare[]): RiverShare[] {
  const rank = (share: RiverShare) =>
    share.kind === 'vat' ? 0 : share.kind === 'costs' ? 1 : share.kind === 'business' ? 4 : share.kind === 'development' ? 3 : 2
  return shares.toSorted((a, b) => rank(a) - rank(b))
}

function rounded(box: { x: number; y: number; width: number; height: number }): { x: number; y: number; width: number; height: number } {
  const r = (value: number) => Math.round(value * 10) / 10
  return { x: r(box.x), y: r(box.y), width: r(box.width), height: r(box.height) }
}
