/** How a plant is drawn: pure geometry, figures in, SVG text out. Colours come from the sheet through classes. */

const n = (value: number) => String(Math.round(value * 10) / 10)
export const clamp = (value: number, low = 0, high = 1) => Math.min(high, Math.max(low, value))
const between = (a: number, b: number, part: number) => a + (b - a) * part

type Point = readonly [number, number]
type Curve = readonly [Point, Point, Point, Point]

type Shape = {
  /** At which growth each leaf is born. */
  readonly born: readonly number[]
  readonly leaf: number
  readonly bloom: number
  readonly petals: number
  readonly thick: number
  readonly tilt: number
  readonly petal: string
}

const TALL: Shape = { born: [0.02, 0.07, 0.16, 0.27, 0.4, 0.53, 0.66], leaf: 38, bloom: 28, petals: 11, thick: 1, tilt: 0, petal: '' }
const BRANCH: Shape = { born: [0.02, 0.08, 0.2, 0.34, 0.5, 0.66], leaf: 32, bloom: 22, petals: 6, thick: 1, tilt: 0, petal: 'blush' }

export type PlantKind = 'tall' | 'branch'

/** Height of the plant above the soil at growth 0 to 1: early money shows. */
export function heightOf(growth: number): number {
  return 16 + 100 * growth ** 0.72
}

/** A plant at growth 0 to 1, rooted at x, y. `tall` is one stem with one flower, `branch` has three. */
export function plant(growth: number, kind: PlantKind, x = 80, y = 147): string {
  const height = heightOf(growth)
  if (kind === 'tall') return stem(x, y, height, 7, growth, TALL)
  const side = (at: number, part: number, lean: number, lag: number, bloom: number, tilt: number, born: readonly number[]) =>
    stem(at, y, height * part, lean, clamp(growth - lag), { ...BRANCH, born, leaf: 27, bloom, thick: 0.8, tilt })
  return [
    growth > 0.24 ? side(x + 4, 0.66, 27, 0.06, 18, 24, [0.15, 0.26, 0.42, 0.58]) : '',
    growth > 0.14 ? side(x - 4, 0.74, -27, 0.03, 19, -22, [0.1, 0.2, 0.36, 0.52]) : '',
    stem(x, y, height, 3, growth, BRANCH),
  ].join('')
}

/** A sprout that hangs: the pot is below zero. */
export function droopingSprout(): string {
  return `<g class="p-dry"><path class="p-stem" stroke-width="2.8" d="M80 147C79 134 82 122 92 121C99 120 103 126 104 133"/>${leaf(84, 126, 128, 19)}${leaf(104, 132, 84, 22)}</g>`
}

/** A seed and a dashed shoot: nothing yet, and room to grow. */
export function seed(): string {
  return '<g><path class="p-seed0" d="M80 139.5c3.6-1.3 4.2-6.5 0-10.5-4.2 4-3.6 9.2 0 10.5Z"/><path class="p-dash" d="M80 124v-13M74 117l6-6.5 6 6.5"/></g>'
}

function stem(x: number, y: number, height: number, lean: number, growth: number, shape: Shape): string {
  const curve: Curve = [
    [x, y],
    [x - lean * 0.5, y - height * 0.36],
    [x + lean * 0.9, y - height * 0.62],
    [x + lean, y - height],
  ]
  const [from, a, b, tip] = curve
  const line = `<path class="p-stem" stroke-width="${n(between(3, 4.4, growth) * shape.thick)}" d="M${pair(from)}C${pair(a)} ${pair(b)} ${pair(tip)}"/>`
  const grown = shape.born.filter((born) => growth >= born)
  // Leaves are spread over the stem that stands now, so a young plant is full and not a bare stick.
  const leaves = grown.map((born, index) => {
    const age = clamp((growth - born) / 0.28)
    const at = grown.length === 1 ? 0.8 : between(0.2, growth < 0.42 ? 0.93 : 0.82, index / (grown.length - 1))
    const [lx, ly] = along(curve, at)
    const right = index % 2 === 1
    const length = between(15, Math.max(20, shape.leaf - index * 2.6), Math.sqrt(age))
    const rise = between(52, 22 + index * 4, age)
    return leaf(lx, ly, right ? -rise : 180 + rise, length)
  })
  const crown = growth < 0.42 ? leaf(...along(curve, 0.98), grown.length % 2 === 1 ? -62 : 242, between(14, 22, clamp(growth / 0.3))) : ''
  const open = clamp((growth - 0.5) / 0.45)
  const bloom = growth >= 0.42 ? flower(tip, open, between(shape.bloom * 0.66, shape.bloom, clamp((growth - 0.42) / 0.5)), shape) : ''
  return line + leaves.join('') + crown + bloom
}

function leaf(x: number, y: number, angle: number, length: number): string {
  const l = length
  const w = length * 0.42
  return `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(angle)})"><path class="p-leaf" d="M0 0C${n(l * 0.2)} ${n(-w)} ${n(l * 0.68)} ${n(-w * 1.05)} ${n(l)} 0C${n(l * 0.7)} ${n(w * 0.62)} ${n(l * 0.3)} ${n(w * 0.72)} 0 0Z"/><path class="p-leaf2" d="M0 0C${n(l * 0.3)} ${n(w * 0.72)} ${n(l * 0.7)} ${n(w * 0.62)} ${n(l)} 0C${n(l * 0.6)} ${n(-w * 0.06)} ${n(l * 0.3)} ${n(w * 0.02)} 0 0Z"/><path class="p-vein" d="M${n(l * 0.12)} 0Q${n(l * 0.5)} ${n(-w * 0.08)} ${n(l * 0.86)} ${n(-w * 0.02)}"/></g>`
}

function flower(tip: Point, open: number, radius: number, shape: Shape): string {
  const { petals, petal: look } = shape
  const spread = between(16, 180 - 180 / petals, open)
  const l = radius * between(0.72, 1, open)
  const w = radius * between(0.3, 0.34, open)
  const petal = (angle: number, length: number, width: number, name: string) =>
    `<path class="${look ? `${name} ${look}` : name}" transform="rotate(${n(angle)})" d="M0 0C${n(-width * 1.1)} ${n(-length * 0.35)} ${n(-width * 0.9)} ${n(-length * 0.92)} 0 ${n(-length)}C${n(width * 0.9)} ${n(-length * 0.92)} ${n(width * 1.1)} ${n(-length * 0.35)} 0 0Z"/>`
  const angles = Array.from({ length: petals }, (_, index) => -spread + (2 * spread * index) / (petals - 1))
  const back = open > 0.35 ? angles.map((angle) => petal(angle + 180 / petals, l * 0.94, w * 0.9, 'p-petal2')).join('') : ''
  const front = angles.map((angle, index) => petal(angle, l * (index % 2 ? 0.97 : 1), w, index % 2 ? 'p-petal' : 'p-petal b')).join('')
  const r = radius
  const cup =
    open < 0.75
      ? `<path class="p-leaf2" d="M${n(-r * 0.34)} ${n(-r * 0.2)}C${n(-r * 0.3)} ${n(r * 0.22)} ${n(r * 0.3)} ${n(r * 0.22)} ${n(r * 0.34)} ${n(-r * 0.2)}Q${n(r * 0.12)} ${n(-r * 0.02)} 0 ${n(-r * 0.26)}Q${n(-r * 0.12)} ${n(-r * 0.02)} ${n(-r * 0.34)} ${n(-r * 0.2)}Z"/>`
      : ''
  return `<g transform="translate(${pair(tip)}) rotate(${shape.tilt})">${back}${front}${open > 0.6 ? heart(radius, open) : ''}${cup}</g>`
}

function heart(radius: number, open: number): string {
  const seeds = Array.from({ length: 7 }, (_, index) => {
    const angle = index * 2.4
    const out = radius * 0.06 * Math.sqrt(index) * 1.4
    return `<circle cx="${n(Math.cos(angle) * out)}" cy="${n(Math.sin(angle) * out)}" r="${n(radius * 0.028 + 0.3)}"/>`
  })
  return `<circle class="p-disc" r="${n(radius * 0.3 * open)}"/><g class="p-seed">${seeds.join('')}</g>`
}

function along(curve: Curve, t: number): Point {
  const u = 1 - t
  const at = (axis: 0 | 1) => u ** 3 * curve[0][axis] + 3 * u * u * t * curve[1][axis] + 3 * u * t * t * curve[2][axis] + t ** 3 * curve[3][axis]
  return [at(0), at(1)]
}

function pair(point: Point): string {
  return `${n(point[0])} ${n(point[1])}`
}
