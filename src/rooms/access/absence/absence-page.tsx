import { longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { ActionButton, Button, DayField, Form, SelectField, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, PageHead } from '#ui/parts.tsx'
import { nl } from './absence.nl.ts'
import type { Absence } from './absence.rules.ts'
import type { AbsenceView } from './absence.ts'

type Keys = () => { readonly csrf: string; readonly key: string }

/** Who is away, who stands in, and a form for the next time. */
export function AbsencePage(props: { view: AbsenceView; keys: Keys; problems: Problems | null }) {
  const { view } = props
  const { form } = nl
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/klantmanager', label: nl.back }]} />
      <PageHead title={nl.title} lead={nl.lead} />
      {view.standsIn.length > 0 ? (
        <Card title={nl.standIn} look="wait">
          {view.standsIn.map((each) => (
            <div class="stack-s" key={each.id}>
              <p class="strong">{fill(nl.standInLine, { name: each.professionalName, ...daysOf(each) })}</p>
              {each.note ? <p>{each.note}</p> : null}
              <p class="soft">{fill(nl.standInNote, { name: each.professionalName })}</p>
            </div>
          ))}
        </Card>
      ) : null}
      <Card title={nl.mine}>
        {view.mine.length === 0 ? <p class="soft">{nl.none}</p> : null}
        {view.mine.map((each) => (
          <div class="stack-s" key={each.id}>
            <p>{fill(nl.mineLine, { name: each.deputyName, ...daysOf(each) })}</p>
            {each.note ? <p class="soft">{each.note}</p> : null}
            <ActionButton action={`/afwezig/${each.id}/einde`} keys={props.keys()} look="secondary" size="small">
              {each.from <= view.today ? nl.end : nl.callOff}
            </ActionButton>
          </div>
        ))}
      </Card>
      {view.colleagues.length === 0 ? (
        <Alert tone="warn" title={nl.noColleague}>
          <p>{nl.noColleagueNext}</p>
        </Alert>
      ) : (
        <Card title={form.title}>
          <Form action="/afwezig" keys={props.keys()} problems={props.problems}>
            <DayField name="from" label={form.from} value={view.today} min={view.today} />
            <DayField name="until" label={form.until} value={view.today} min={view.today} />
            <SelectField
              name="deputy"
              label={form.deputy}
              empty={form.choose}
              options={view.colleagues.map(({ person, name }) => ({ value: person, label: name }))}
            />
            <TextArea name="note" label={form.note} hint={form.noteHint} rows={3} maxLength={1000} optional />
            <Button>{form.save}</Button>
          </Form>
        </Card>
      )}
    </div>
  )
}

function daysOf({ from, until }: Absence) {
  return { from: longDay(from), until: longDay(until) }
}
