import { type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, DayField, Form, RadioCards } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, PageHead } from '#ui/parts.tsx'
import { nl as organisation } from '../organisations.nl.ts'
import { type CooperativeSettings, TIP_OWNERS, tipsOn } from '../organisations.types.ts'
import { nl } from './tips.nl.ts'

/** Whose tips are now and later, what each choice means and what is not sure about it, and the choice. */
export function TipsPage(props: {
  readonly settings: CooperativeSettings
  readonly today: Day
  readonly mayChoose: boolean
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { settings, today } = props
  const now = tipsOn(settings, today)
  const dated = settings.tips.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/organisatie', label: organisation.organisation.title }]} />
      <PageHead title={nl.title} lead={nl.lead} />
      <Card>
        <Facts
          items={[
            { label: nl.now, value: now ? nl.owners[now] : nl.none },
            ...dated.map((each) => ({ label: fill(nl.from, { day: longDay(each.from) }), value: nl.owners[each.to] })),
          ]}
        />
      </Card>
      {now ? null : <Alert tone="wait">{nl.waits}</Alert>}
      <Alert tone="info" title={nl.doubtTitle}>
        <ul>
          {nl.doubt.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </Alert>
      {props.mayChoose ? (
        <Form action="/organisatie/fooi" keys={props.keys} problems={props.problems}>
          <RadioCards
            name="to"
            label={nl.toField}
            value={now ?? undefined}
            options={TIP_OWNERS.map((owner) => ({ value: owner, label: nl.owners[owner], hint: nl.explained[owner] }))}
          />
          <DayField name="from" label={nl.fromField} value={today} />
          <p class="muted">{nl.how}</p>
          <Actions>
            <Button>{nl.save}</Button>
          </Actions>
        </Form>
      ) : (
        <p class="muted">{nl.how}</p>
      )}
    </div>
  )
}
