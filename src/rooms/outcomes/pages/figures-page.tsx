import { longDay } from '#kit/day.ts'
import { type Cents, euro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { BarChart } from '#ui/chart.tsx'
import { Actions, Button, Form, SelectField } from '#ui/fields.tsx'
import { Facts, PageHead } from '#ui/parts.tsx'
import { PrintButton, ScreenOnly, Sheet } from '#ui/print.tsx'
import type { FunderFigures } from '../figures.ts'
import { nl as words } from '../outcomes.nl.ts'
import type { Told } from '../protecting.rules.ts'

/** A year on one sheet for whoever gives money: nobody can be found again in it. */
export function FiguresPage(props: { readonly figures: FunderFigures }) {
  const { figures } = props
  const years = figures.years.map((year) => ({ value: String(year), label: String(year) }))
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} />
      <ScreenOnly>
        <Form action="/financiers" method="get">
          <SelectField name="jaar" label={words.year} value={String(figures.year)} options={years} />
          <Actions>
            <Button look="secondary">{words.show}</Button>
            <PrintButton label={words.print} />
          </Actions>
        </Form>
      </ScreenOnly>
      <Sheet>
        <h2>{fill(words.sheet, { cooperative: figures.cooperative, year: figures.year })}</h2>
        <p class="soft">{fill(words.until, { day: longDay(figures.until) })}</p>
        <h3>{words.people}</h3>
        <Facts
          items={[
            { label: words.members, value: saying(figures.members) },
            { label: words.joined, value: saying(figures.joined) },
            { label: words.left, value: saying(figures.left) },
            { label: words.consents, value: saying(figures.consents) },
          ]}
        />
        <Destinations figures={figures} />
        <h3>{words.money}</h3>
        <p class="soft">{fill(words.moneyNote, { months: figures.monthsClosed, year: figures.year })}</p>
        <Facts
          items={[
            { label: words.monthsClosed, value: figures.monthsClosed },
            { label: words.turnover, value: figures.turnover === null ? words.turnoverHidden : euro(figures.turnover as Cents) },
          ]}
        />
        <Shares figures={figures} />
        <h3>{words.rule}</h3>
        <ul>
          {words.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Sheet>
    </div>
  )
}

function Destinations(props: { readonly figures: FunderFigures }) {
  const { destinations } = props.figures
  if (!destinations) return null
  const parts = destinations.parts.filter(({ value }) => value > 0n).map(({ key, value }) => ({ label: words.destination[key], value: String(value) }))
  const rest = destinations.together === null ? [] : [{ label: words.together, value: String(destinations.together) }]
  return (
    <>
      <h3>{words.destinations}</h3>
      <Facts items={[...parts, ...rest]} />
    </>
  )
}

function Shares(props: { readonly figures: FunderFigures }) {
  const { shares } = props.figures
  if (!shares) return props.figures.turnover === null ? null : <p>{words.sharesHidden}</p>
  const bar = (label: string, value: bigint) => ({ label, value: Number(value) / 100, shown: euro(value as Cents) })
  const bars = [
    ...shares.parts.map(({ key, value }) => bar(words.receivers[key], value)),
    ...(shares.together === null ? [] : [bar(words.togetherShort, shares.together)]),
  ]
  if (bars.length === 0) return null
  return <BarChart title={words.chart} says={words.chartSays} bars={bars} heads={[words.heads[0] ?? '', words.heads[1] ?? '']} />
}

function saying(figure: Told): string {
  return figure.kind === 'count' ? String(figure.count) : words[figure.kind]
}
