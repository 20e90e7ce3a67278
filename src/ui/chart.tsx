import { useId } from 'preact/hooks'
import { Fold } from './parts.tsx'
import { useWords } from './words.ts'

export type Bar = {
  readonly label: string
  /** Height; may be below zero. */
  readonly value: number
  /** The value as people read it. */
  readonly shown: string
  readonly now?: boolean
}

export type BarChartProps = {
  readonly title: string
  /** What the picture says, in a sentence. */
  readonly says: string
  readonly bars: readonly Bar[]
  readonly heads: readonly [string, string]
  /** A word that stands in the picture itself, wherever it is copied to. */
  readonly mark?: string
}

const HEIGHT = 220
const TOP = 28
const FOOT = 34

/** Bars from one line of zero, with the same figures as a table below. On a narrow screen they lie down, so that their words stay large enough to read. */
export function BarChart(props: BarChartProps) {
  const words = useWords().chart
  const { bars } = props
  return (
    <figure class="chart-figure">
      <Standing {...props} />
      <Lying {...props} />
      <Fold summary={words.sameFigures}>
        <table class="utrecht-table utrecht-table--html-table dense">
          <caption class="vh">{props.title}</caption>
          <thead>
            <tr>
              <th scope="col">{props.heads[0]}</th>
              <th scope="col" class="amt">
                {props.heads[1]}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label}>
                <th scope="row">{bar.label}</th>
                <td class="amt">{bar.shown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Fold>
    </figure>
  )
}

function Standing(props: BarChartProps) {
  const id = useId().replace(/\W/g, '')
  const { bars } = props
  const high = Math.max(0, ...bars.map((bar) => bar.value))
  const low = Math.min(0, ...bars.map((bar) => bar.value))
  const range = high - low || 1
  // A bar below zero has its value under it, and that needs room above the labels.
  const foot = low < 0 ? FOOT + 22 : FOOT
  const y = (value: number) => Math.round(TOP + ((high - value) / range) * (HEIGHT - TOP - foot))
  const step = 640 / Math.max(bars.length, 1)
  const thick = Math.min(64, step * 0.62)
  return (
    <svg class="chart chart-h" viewBox={`0 0 640 ${HEIGHT}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{props.title}</title>
      <desc id={`${id}d`}>{props.says}</desc>
      {[0.25, 0.5, 0.75, 1].map((part) => (
        <path class="ch-grid" d={`M0 ${y(low + range * part)}H640`} key={part} />
      ))}
      {bars.map((bar, index) => {
        const x = step * index + (step - thick) / 2
        const from = y(Math.max(bar.value, 0))
        const to = y(Math.min(bar.value, 0))
        return (
          <g key={bar.label}>
            <rect
              class={bar.now ? 'ch-now' : bar.value < 0 ? 'ch-low' : 'ch-bar'}
              x={Math.round(x)}
              y={from}
              width={Math.round(thick)}
              height={Math.max(to - from, 2)}
              rx="4"
            />
            <text class="ch-v" text-anchor="middle" x={Math.round(x + thick / 2)} y={bar.value < 0 ? to + 18 : from - 8}>
              {bar.shown}
            </text>
            <text class="ch-m" text-anchor="middle" x={Math.round(x + thick / 2)} y={HEIGHT - 8}>
              {bar.label}
            </text>
          </g>
        )
      })}
      {props.mark ? (
        <text class="ch-m" text-anchor="end" x={636} y={14}>
          {props.mark}
        </text>
      ) : null}
      <path class="ch-base" d={`M0 ${y(0)}H640`} />
    </svg>
  )
}

const LONG = 300
const ROW = 48

/** The same with a row for each bar: its name and value above it, drawn about as large as they are seen on a phone. */
function Lying(props: BarChartProps) {
  const id = useId().replace(/\W/g, '')
  const { bars } = props
  const high = Math.max(0, ...bars.map((bar) => bar.value))
  const low = Math.min(0, ...bars.map((bar) => bar.value))
  const x = (value: number) => Math.round(((value - low) / (high - low || 1)) * LONG)
  const top = props.mark ? 22 : 0
  return (
    <svg class="chart chart-v" viewBox={`0 0 ${LONG} ${top + bars.length * ROW}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{props.title}</title>
      <desc id={`${id}d`}>{props.says}</desc>
      {props.mark ? (
        <text class="ch-m" x={0} y={14}>
          {props.mark}
        </text>
      ) : null}
      {bars.map((bar, index) => {
        const y = top + index * ROW
        const from = x(Math.min(bar.value, 0))
        return (
          <g key={bar.label}>
            <text class="ch-m" x={0} y={y + 16}>
              {bar.label}
            </text>
            <text class="ch-v" text-anchor="end" x={LONG} y={y + 16}>
              {bar.shown}
            </text>
            <rect
              class={bar.now ? 'ch-now' : bar.value < 0 ? 'ch-low' : 'ch-bar'}
              x={from}
              y={y + 23}
              width={Math.max(x(Math.max(bar.value, 0)) - from, 2)}
              height={14}
              rx="3"
            />
            <path class="ch-base" d={`M${x(0)} ${y + 21}v18`} />
          </g>
        )
      })}
    </svg>
  )
}
