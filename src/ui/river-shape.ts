/** Where the bands of a river run: pure geometry, widths in true proportion. Two beds: across for wide screens, down for phones. */

const n = (value: number) => String(Math.round(value * 10) / 10)
const clamp = (value: number, low = 0, high = 1) => Math.min(high, Math.max(low, value))
const between = (a: number, b: number, part: number) => a + (b - a) * part

type Span = readonly [number, number]
type Point = readonly [number, number]

/** One band: its outlines, its water lines, and the solid cap where it ends. */
export type Band = { readonly outlines: readonly string[]; readonly water: readonly string[]; readonly cap: Box | null; readonly label: Point }
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A share for the drawing: how wide, and whether it leaves before what remains is divided. */
export type Flow = { readonly size: number; readonly before: boolean }

export type Bed = {
  readonly width: number
  readonly height: number
  readonly bands: readonly Band[]
  readonly source: Box
  /** The dashed line at "what remains", and where its words stand. */
  readonly lock: { readonly line: string; readonly label: Point } | null
  /** Only down: the pot that the last band ends in. */
  readonly pot: { readonly rim: Box; readonly body: string } | null
}

const THICK = 288
const SLOT = 66

/** Left to right; labels stand in slots, so they never collide. */
export function across(flows: readonly Flow[], total: number): Bed {
  const sizes = flows.map((flow) => Math.max(2, (flow.size / total) * THICK))
  const slots = sizes.map((size) => Math.max(size + 18, SLOT))
  const height = sumOf(slots) + 30
  const from = 186
  const middle = 470
  const end = 730
  const stream = sumOf(sizes)
  const starts = stacked(sizes, (height - stream) / 2)
  const ends = slots.map((slot, index): Span => {
    const centre = 15 + sumOf(slots.slice(0, index)) + slot / 2
    const half = (sizes[index] ?? 0) / 2
    return [centre - half, centre + half]
  })
  const first = flows.findIndex((flow) => !flow.before)
  const locked = first >= 0
  const left = locked ? sizes.slice(first) : []
  const top = locked ? ((starts[first]?.[0] ?? 0) + (ends[first]?.[0] ?? 0)) / 2 + 6 : 0
  const middles = stacked(left, top)
  const bands = flows.map((flow, index): Band => {
    const size = sizes[index] ?? 0
    const start = starts[index] ?? [0, 0]
    const stop = ends[index] ?? [0, 0]
    const lines = waterLines(size, 70, 34)
    const cap = { x: end, y: stop[0], width: 6, height: size }
    const label: Point = [end + 64, (stop[0] + stop[1]) / 2]
    if (flow.before) return { outlines: [ribbon(from, start, end, stop)], water: lines.map((at) => thread(from, start, end, stop, at)), cap, label }
    const at = middles[index - first] ?? [0, 0]
    // Where the agreement lets something leave early after all, the band still crosses the lock in its own place.
    return {
      outlines: [joined(from, start, middle, at, end, stop)],
      water: lines.flatMap((part) => [thread(from, start, middle, at, part), thread(middle, at, end, stop, part)]),
      cap,
      label,
    }
  })
  const bottom = top + sumOf(left)
  return {
    width: 1080,
    height,
    bands,
    source: { x: from - 8, y: (height - stream) / 2 - 4, width: 8, height: stream + 8 },
    lock: locked && first > 0 ? { line: `M${middle} ${n(top - 12)}V${n(bottom + 12)}`, label: [middle, bottom + 34] } : null,
    pot: null,
  }
}

const ROW = 74
const START = 52

/** Top to bottom: the first share to leave lies rightmost and bends off; the last one runs into its pot. */
export function down(flows: readonly Flow[], total: number, width = 328, thick = 148): Bed {
  const sizes = flows.map((flow) => Math.max(2, (flow.size / total) * thick))
  const count = flows.length
  const x = 6
  const end = x + thick + 26
  const found = flows.findIndex((flow) => !flow.before)
  const first = found < 0 ? count : found
  const foot = START + 40 + (count - 1) * ROW + 52
  // The bed meanders by one sideways field for all bands, so widths stay true; it fades out towards the labels.
  const shift = (px: number, py: number) => {
    const t = clamp((py - START) / (foot - START))
    return 7 * Math.sin(t * Math.PI * 3.1) * Math.min(1, t * 6) * clamp((1 - t) * 7) * clamp((end - px) / 60)
  }
  const path = (points: readonly Point[]) => `M${points.map(([px, py]) => `${n(px + shift(px, py))} ${n(py)}`).join('L')}`
  const lefts = stacked(sizes.toReversed(), x)
    .map(([left]) => left)
    .toReversed()
  const locked = first > 0 && first < count
  const bands = flows.map((_, index): Band => {
    const size = sizes[index] ?? 0
    const left = lefts[index] ?? x
    const right = left + size
    const y = START + 40 + index * ROW + (locked && index >= first ? 52 : 0)
    if (index === count - 1) {
      const stop = y + 6
      return {
        outlines: [`${path([...column(left, START, stop), ...column(right, START, stop).toReversed()])}Z`],
        water: (size > 26 ? [0.22, 0.5, 0.78] : [0.5]).map((part) => path(column(left + size * part, START, stop))),
        cap: null,
        label: [end + 14, y + 20],
      }
    }
    const inner = 12
    const edge = (at: number, radius: number, level: number) => [
      ...column(at, START, y - inner),
      ...bend(right + inner, y - inner, radius),
      ...row(right + inner, end, level),
    ]
    return {
      outlines: [`${path([...edge(left, inner + size, y + size), ...edge(right, inner, y).toReversed()])}Z`],
      water: (size > 18 ? [0.33, 0.7] : [0.5]).map((part) => path(edge(left + size * part, inner + size * (1 - part), y + size * (1 - part)))),
      cap: { x: end, y, width: 5, height: size },
      label: [end + 14, y + size / 2],
    }
  })
  const level = START + 40 + first * ROW + 2
  const reach = (lefts[first] ?? x) + (sizes[first] ?? 0)
  const last = START + 40 + (count - 1) * ROW + (locked ? 52 : 0) + 6
  const size = sizes[count - 1] ?? 0
  const centre = Math.max((lefts[count - 1] ?? x) + size / 2, 36)
  const rim = Math.max(size + 16, 62)
  return {
    width,
    height: START + 40 + count * ROW + (locked ? 52 : 0) + 2,
    bands,
    source: { x: x - 4, y: START - 8, width: thick + 8, height: 8 },
    lock: locked ? { line: `M${x - 4} ${level}H${n(reach + 10)}`, label: [reach + 18, level + 5] } : null,
    pot: {
      rim: { x: centre - rim / 2, y: last - 2, width: rim, height: 13 },
      body: `M${n(centre - rim / 2 + 5)} ${n(last + 11)}h${n(rim - 10)}l-6 34q-1 4-5 4h${n(-(rim - 32))}q-4 0-5-4Z`,
    },
  }
}

function ribbon(xa: number, a: Span, xb: number, b: Span): string {
  const m = (xa + xb) / 2
  return `M${xa} ${n(a[0])}C${m} ${n(a[0])} ${m} ${n(b[0])} ${xb} ${n(b[0])}V${n(b[1])}C${m} ${n(b[1])} ${m} ${n(a[1])} ${xa} ${n(a[1])}Z`
}

/** Two ribbons drawn as one shape, so that no seam shows at the lock. */
function joined(xa: number, a: Span, xm: number, m: Span, xb: number, b: Span): string {
  const p = (xa + xm) / 2
  const q = (xm + xb) / 2
  return `M${xa} ${n(a[0])}C${p} ${n(a[0])} ${p} ${n(m[0])} ${xm} ${n(m[0])}C${q} ${n(m[0])} ${q} ${n(b[0])} ${xb} ${n(b[0])}V${n(b[1])}C${q} ${n(b[1])} ${q} ${n(m[1])} ${xm} ${n(m[1])}C${p} ${n(m[1])} ${p} ${n(a[1])} ${xa} ${n(a[1])}Z`
}

function thread(xa: number, a: Span, xb: number, b: Span, at: number): string {
  const m = (xa + xb) / 2
  const p = a[0] + (a[1] - a[0]) * at
  const q = b[0] + (b[1] - b[0]) * at
  return `M${xa + 6} ${n(p)}C${m} ${n(p)} ${m} ${n(q)} ${xb} ${n(q)}`
}

function waterLines(size: number, wide: number, some: number): readonly number[] {
  if (size > wide) return [0.2, 0.46, 0.76]
  return size > some ? [0.3, 0.68] : size > 5 ? [0.5] : []
}

function stacked(sizes: readonly number[], from: number): Span[] {
  let at = from
  return sizes.map((size) => {
    const start = at
    at += size
    return [start, at]
  })
}

function column(x: number, from: number, to: number): Point[] {
  const steps = Math.max(2, Math.round((to - from) / 11))
  return Array.from({ length: steps + 1 }, (_, index) => [x, between(from, to, index / steps)])
}

function row(from: number, to: number, y: number): Point[] {
  const steps = Math.max(2, Math.round((to - from) / 14))
  return Array.from({ length: steps }, (_, index) => [between(from, to, (index + 1) / steps), y])
}

function bend(cx: number, cy: number, radius: number): Point[] {
  return Array.from({ length: 8 }, (_, index) => {
    const angle = Math.PI - (Math.PI / 2) * (index / 7)
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]
  })
}

function sumOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
