import { type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, ButtonLink, CheckCards, Form, HiddenField } from '#ui/fields.tsx'
import { Alert, Card, PageHead } from '#ui/parts.tsx'
import { nl as words } from './national.nl.ts'
import type { YearOfChoice } from './national.ts'

/** What may be counted of the cooperative in the country: a choice per year and per figure, with what happens to it. */
export function ChoosingPage(props: {
  readonly years: readonly YearOfChoice[]
  readonly today: Day
  readonly keys: () => { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} />
      <Card title={words.how}>
        <ol>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{words.back}</p>
        <Actions>
          <ButtonLink href="/cijfers" look="secondary">
            {words.public}
          </ButtonLink>
        </Actions>
      </Card>
      {props.years.map(({ year, from, figures }) => (
        <Card key={year} title={fill(words.year, { year })}>
          {from <= props.today ? <Alert tone="info">{words.tellsNow}</Alert> : <p>{fill(words.from, { day: longDay(from) })}</p>}
          <Form
            action="/landelijke-cijfers"
            keys={props.keys()}
            ids={String(year)}
            problems={props.problems?.typed.year?.includes(String(year)) ? props.problems : null}
          >
            <HiddenField name="year" value={String(year)} />
            <CheckCards
              name="figures"
              label={fill(words.choose, { year })}
              values={figures.filter(({ agreed }) => agreed).map(({ figure }) => figure)}
              options={figures.map(({ figure, told }) => ({
                value: figure,
                label: words.figures[figure].name,
                hint: told ? `${words.figures[figure].what} ${words.told}` : words.figures[figure].what,
                disabled: told,
              }))}
            />
            <Actions>
              <Button>{fill(words.save, { year })}</Button>
            </Actions>
          </Form>
        </Card>
      ))}
    </div>
  )
}
