import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, CheckCards, DayField, Form, SelectField } from '#ui/fields.tsx'
import { Alert, Card, Empty, PageHead } from '#ui/parts.tsx'
import { nl } from '../handing/handing.nl.ts'
import type { Supported } from '../handing/handing.sql.ts'
import type { HandingView } from '../handing/handing.ts'

/** Chooses people, a colleague and a day. */
export function HandingPage(props: {
  readonly view: HandingView
  /** Somebody, or the people of somebody, chosen beforehand by the link that led here. */
  readonly chosen: string | null
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { people, colleagues, kind, today } = props.view
  const words = nl[kind === 'coach' ? 'cooperative' : 'municipality']
  const doer = (each: Supported) =>
    each.professional === null ? words.nobody : each.working ? (each.professionalName ?? '') : fill(nl.gone, { name: each.professionalName ?? '' })
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} />
      {people.length === 0 ? <Empty title={words.empty} what={words.emptyNext} /> : null}
      {people.length > 0 && colleagues.length === 0 ? (
        <Alert tone="warn">
          <p>{words.noOther}</p>
          <p>{words.noOtherNext}</p>
        </Alert>
      ) : null}
      {people.length > 0 && colleagues.length > 0 ? (
        <Card>
          <Form action="/overdracht" keys={props.keys} problems={props.problems}>
            <CheckCards
              name="people"
              label={words.who}
              values={people
                .filter((each) => props.chosen !== null && [each.subject, each.professional].includes(props.chosen as never))
                .map(({ subject }) => subject)}
              options={people.map((each) => ({ value: each.subject, label: each.name, hint: doer(each) }))}
            />
            <SelectField name="to" label={words.to} empty={nl.choose} options={colleagues.map((each) => ({ value: each.person, label: each.name }))} />
            <DayField name="on" label={nl.on} hint={nl.onHint} value={today} min={today} />
            <Actions>
              <Button>{nl.send}</Button>
            </Actions>
          </Form>
        </Card>
      ) : null}
    </div>
  )
}
