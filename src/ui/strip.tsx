import { type Cents, euro } from '#kit/money.ts'
import { fill, list } from '#kit/text.ts'
import type { RiverKind } from './river.tsx'
import { useWords } from './words.ts'

export type StripShare = { readonly label: string; readonly cents: Cents; readonly kind: RiverKind }

/** One thin bar with all shares, in the order and colours of the river: for cards and lists. Nothing to show below zero. */
export function Strip(props: { total: Cents; shares: readonly StripShare[] }) {
  const words = useWords().river
  const shown = props.shares.filter((share) => share.cents > 0n)
  if (props.total <= 0n || shown.length < props.shares.filter((share) => share.cents !== 0n).length) return null
  const parts = shown.map((share) => fill(words.part, { amount: euro(share.cents), label: share.label }))
  let x = 0
  return (
    <svg
      class="strip"
      viewBox="0 0 300 18"
      preserveAspectRatio="none"
      role="img"
      aria-label={fill(words.described, { total: euro(props.total), parts: list(parts, words.and) })}
    >
      {shown.map((share) => {
        const width = (300 * Number(share.cents)) / Number(props.total)
        const from = x
        x += width
        return (
          <rect
            class={`r-${share.kind}`}
            x={Math.round(from * 10) / 10}
            y="0"
            width={Math.round(Math.max(width - 1.5, 1) * 10) / 10}
            height="18"
            key={`${share.kind} ${share.label}`}
          />
        )
      })}
    </svg>
  )
}

/** A little square in the colour of a share, before its name. */
export function Swatch(props: { kind: RiverKind }) {
  return <i class={`sw ${props.kind}`} />
}
