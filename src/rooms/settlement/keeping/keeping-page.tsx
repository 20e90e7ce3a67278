import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, Form, SelectField } from '#ui/fields.tsx'
import { Card, Facts, PageHead } from '#ui/parts.tsx'
import { nl } from './keeping.nl.ts'
import type { PotKeeping } from './keeping.ts'

const KINDS = ['obligation', 'reserve'] as const

/** How pots are kept now and next year, and the choice. */
export function KeepingPage(props: {
  readonly keeping: PotKeeping
  readonly mayChoose: boolean
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { year, now, next, begun } = props.keeping
  const years = begun ? [year + 1] : [year, year + 1]
  return (
    <div class="narrow stack-l">
      <PageHead title={nl.title} lead={nl.lead} />
      <Card>
        <Facts
          items={[
            { label: fill(nl.now, { year }), value: nl.kinds[now] },
            { label: fill(nl.next, { year: year + 1 }), value: nl.kinds[next] },
          ]}
        />
      </Card>
      <dl class="stack">
        {KINDS.map((kind) => (
          <div key={kind}>
            <dt>
              <b>{nl.kinds[kind]}</b>
            </dt>
            <dd>{nl.explained[kind]}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">{nl.how}</p>
      {props.mayChoose ? (
        <Form action="/organisatie/potten" keys={props.keys} problems={props.problems}>
          <SelectField name="year" label={nl.year} value={String(year + 1)} options={years.map((each) => ({ value: String(each), label: String(each) }))} />
          <SelectField name="kept" label={nl.kept} value={next} options={KINDS.map((kind) => ({ value: kind, label: nl.kinds[kind] }))} />
          <Actions>
            <Button>{nl.save}</Button>
          </Actions>
        </Form>
      ) : null}
    </div>
  )
}
