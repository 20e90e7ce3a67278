import { month } from '#kit/day.ts'
import { type Cents, euro, plainEuro } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import { Button, MoneyField } from '#ui/fields.tsx'
import { Card, Tag } from '#ui/parts.tsx'
import { River, type RiverShare } from '#ui/river.tsx'
import type { Shares, SplitRules } from '../dividing/language.rules.ts'
import { NOTHING_YET } from '../dividing/totals.rules.ts'
import { split } from '../split.rules.ts'
import { pageTexts, readingTexts } from './pages.en.ts'

export type ExampleFacts = { readonly turnover: Cents; readonly costs: Cents }

/** One invented month by these rules; costs are of a kind that counts, where any does. */
export function exampleShares(rules: SplitRules, facts: ExampleFacts): Shares {
  const kind = rules.costs === 'all' ? 'material' : (rules.costs[0] ?? 'material')
  return split({ month: month('2026-01'), turnover: facts.turnover, costs: { [kind]: facts.costs } }, rules, NOTHING_YET)
}

/** The river of an example beside an agreement; `rules` null while something is not right. Its fields belong to the form around it. */
export function Example(props: { rules: SplitRules | null; facts: ExampleFacts; language: Language; compute?: string }) {
  const words = pageTexts[props.language].example
  return (
    <Card look="lift" title={words.title} action={<Tag tone="info">{words.tag}</Tag>} class="stack narrow-river">
      <div class="row">
        <MoneyField name="turnover" label={words.turnover} value={plainEuro(props.facts.turnover)} />
        <MoneyField name="costs" label={words.costs} value={plainEuro(props.facts.costs)} />
        <Button look="secondary" {...(props.compute ? { action: props.compute } : {})}>
          {words.compute}
        </Button>
      </div>
      <div id="voorbeeld" data-live-part aria-live="polite">
        {props.rules ? <ExampleRiver shares={exampleShares(props.rules, props.facts)} language={props.language} /> : <p class="soft">{words.wait}</p>}
      </div>
    </Card>
  )
}

export function ExampleRiver(props: { shares: Shares; language: Language }) {
  const { shares, language } = props
  const words = pageTexts[language].example
  const loss = (shares.lossCarried + shares.lossBorne) as Cents
  return (
    <>
      {loss > 0n ? (
        <p>
          {fill(words.loss, { loss: euro(loss) })} {shares.lossCarried > 0n ? words.lossCarried : words.lossBorne}
        </p>
      ) : null}
      <River total={shares.turnover} shares={riverShares(shares, language)} words={{ source: words.source, left: words.left }} />
    </>
  )
}

function riverShares(shares: Shares, language: Language): RiverShare[] {
  const words = pageTexts[language]
  const names = readingTexts[language].receiverNames
  const costs: RiverShare[] = shares.costs === 0n ? [] : [{ label: words.example.costsName, cents: shares.costs, kind: 'costs' }]
  return [
    ...costs,
    ...shares.lines.map((line): RiverShare => {
      const article = fill(words.article, { number: line.article })
      return {
        label: names[line.receiver],
        cents: line.cents,
        kind: line.receiver,
        article: line.from ? fill(words.example.surplus, { article, from: names[line.from] }) : article,
        short: article,
        surplus: line.kind === 'surplus',
      }
    }),
  ]
}
