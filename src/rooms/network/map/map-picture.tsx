import { useId } from 'preact/hooks'
import { fill, type Language } from '#kit/text.ts'
import { texts } from '../listings/listings.en.ts'
import type { Spot } from './map.rules.ts'
import { BORDERS, groundOf, MAP } from './map.ts'

export type Mark = { readonly code: string; readonly name: string; readonly spot: Spot; readonly numbers: readonly number[] }

/** The borders with a mark for each place; everything it says stands in the list as well. */
export function CooperativeMap(props: { readonly marks: readonly Mark[]; readonly language: Language; readonly invented: boolean }) {
  const words = texts(props.language)
  const id = useId().replace(/\W/g, '')
  const count = props.marks.reduce((sum, { numbers }) => sum + numbers.length, 0)
  return (
    <figure class="chart-figure map">
      <svg class="chart" viewBox={`0 0 ${MAP.width} ${MAP.height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
        <title id={`${id}t`}>{words.map.title}</title>
        <desc id={`${id}d`}>{fill(words.map.says, { count })}</desc>
        <path class="ch-grid" d={BORDERS} />
        {props.marks.map((mark) => {
          const shape = groundOf(mark)
          return shape ? <path class="map-here" d={shape} key={mark.code} /> : null
        })}
        {props.marks.map(({ code, spot, numbers }) => (
          <g key={code}>
            <circle class="ch-now" cx={spot.x} cy={spot.y} r="9" />
            <text class="ch-v" x={spot.x + 13} y={spot.y + 6}>
              {numbers.join(', ')}
            </text>
          </g>
        ))}
        {props.invented ? (
          <text class="ch-v" x="20" y="40">
            {words.inventedShort}
          </text>
        ) : null}
      </svg>
      <figcaption class="small soft">{props.invented ? `${words.invented} ${words.map.source}` : words.map.source}</figcaption>
    </figure>
  )
}
