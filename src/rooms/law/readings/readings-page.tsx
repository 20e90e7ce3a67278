import { dayOf, type Instant, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, Form, RadioCards } from '#ui/fields.tsx'
import { Alert, Crumbs, PageHead } from '#ui/parts.tsx'
import type { MunicipalReading } from '../preview/situation.rules.ts'
import { nl } from './readings.nl.ts'

const QUESTIONS = ['monthsMustFollow', 'pensionAgeHasSixMonths', 'medicalBeforeLoneParent', 'early2027'] as const

/** Four questions that offices answer differently, each with its doubt, and what this municipality answered. */
export function ReadingsPage(props: {
  readonly reading: MunicipalReading
  readonly at: Instant | null
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const now = { ...props.reading.settings, early2027: props.reading.early2027 }
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/wet', label: nl.toAmounts }]} />
      <PageHead title={nl.title} lead={nl.lead} />
      <Alert tone="info">{nl.estimate}</Alert>
      <Form action="/wet/lezing" keys={props.keys} problems={props.problems}>
        {QUESTIONS.map((name) => (
          <RadioCards
            key={name}
            name={name}
            label={nl.questions[name]}
            hint={nl.doubts[name]}
            value={now[name] ? 'ja' : 'nee'}
            columns={2}
            options={(['ja', 'nee'] as const).map((value) => ({ value, label: nl.answers[value] }))}
          />
        ))}
        <p class="muted">{props.at ? fill(nl.last, { day: longDay(dayOf(props.at)) }) : nl.never}</p>
        <Actions>
          <Button>{nl.save}</Button>
        </Actions>
      </Form>
    </div>
  )
}
