import { dayOf, longDay } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import type { PersonId } from '#rooms/access'
import { ActionButton, Actions, Button, ButtonLink, DayField, Form, RadioCards, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, LinkList, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl as amounts } from '../amounts/amounts.nl.ts'
import type { EquatedDay } from '../terms/equated.rules.ts'
import { nl } from './days.nl.ts'
import type { DayEntry } from './days.rules.ts'

type Keys = { readonly csrf: string; readonly key: string }

const CRUMB = { href: '/wet', label: amounts.title }

/** On the page of the law: the days that count, and for the network those that wait. */
export function DaysCard(props: {
  readonly days: readonly EquatedDay[]
  readonly open: readonly DayEntry[]
  readonly names: ReadonlyMap<PersonId, string>
  readonly mayEnter: boolean
}) {
  const waits = props.open.filter(({ verdict }) => verdict === null)
  return (
    <Card title={nl.title} id="dagen">
      <p>{nl.lead}</p>
      <Table
        caption={nl.title}
        captionHidden
        rows={props.days}
        rowKey={({ on }) => on}
        columns={[
          { key: 'on', label: nl.day, header: true, cell: ({ on }) => longDay(on) },
          { key: 'where', label: amounts.columns.where, cell: ({ source }) => source },
          { key: 'doubt', label: amounts.columns.doubt, cell: ({ doubt }) => doubt ?? amounts.sure },
        ]}
      />
      {waits.length > 0 ? (
        <>
          <h3>{nl.waiting}</h3>
          <LinkList
            items={waits.map((entry) => ({
              href: `/wet/dagen/${entry.id}`,
              icon: 'search',
              label: saysOf(entry),
              note: enteredBy(entry, props.names.get(entry.enteredBy as PersonId) ?? ''),
            }))}
          />
        </>
      ) : null}
      {props.mayEnter ? (
        <Actions>
          <ButtonLink href="/wet/dagen/nieuw" icon="plus" look="secondary">
            {nl.enter}
          </ButtonLink>
        </Actions>
      ) : null}
    </Card>
  )
}

/** The form for a day; no term reckons with it before somebody else confirmed it. */
export function EnterDayPage(props: { readonly keys: Keys; readonly problems: Problems | null }) {
  const words = nl.form
  const was = (name: string, otherwise = '') => typedValue(props.problems, name, otherwise)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[CRUMB]} />
      <PageHead title={words.title} lead={words.lead} />
      <Form action="/wet/dagen/nieuw" keys={props.keys} problems={props.problems}>
        <DayField name="on" label={words.on} value={was('on')} />
        <RadioCards
          name="equated"
          label={words.equated}
          value={was('equated', 'yes')}
          options={[
            { value: 'yes', label: words.yes, hint: words.yesHint },
            { value: 'no', label: words.no, hint: words.noHint },
          ]}
        />
        <TextField name="source" label={words.source} hint={words.sourceHint} value={was('source')} />
        <TextArea name="doubt" label={words.doubt} hint={words.doubtHint} value={was('doubt')} rows={2} optional />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </div>
  )
}

/** One day for the second pair of eyes, and the two answers. */
export function DecideDayPage(props: {
  readonly entry: DayEntry
  readonly name: string
  readonly own: boolean
  readonly keys: Keys
  readonly rejectKeys: Keys
  readonly problems: Problems | null
}) {
  const { entry } = props
  const words = nl.decide
  const address = `/wet/dagen/${entry.id}`
  const { verdict } = entry
  return (
    <div class="narrow stack-l">
      <Crumbs items={[CRUMB]} />
      <PageHead title={words.title} lead={words.lead} />
      <Card title={saysOf(entry)}>
        <Facts
          items={[
            { label: amounts.columns.where, value: entry.source },
            { label: amounts.columns.doubt, value: entry.doubt ?? amounts.sure },
          ]}
        />
        <p class="muted">{enteredBy(entry, props.name)}</p>
      </Card>
      {verdict ? (
        <Alert tone="info">
          {fill(verdict.confirmed ? words.was.confirmed : words.was.rejected, { day: longDay(dayOf(verdict.at)), reason: verdict.reason ?? '' })}
        </Alert>
      ) : props.own ? (
        <Alert tone="wait">{words.own}</Alert>
      ) : (
        <>
          <Alert tone="warn">{words.terms}</Alert>
          <ActionButton action={`${address}/bevestiging`} keys={props.keys}>
            {amounts.decide.confirm}
          </ActionButton>
          <Card title={amounts.decide.rejectTitle}>
            <Form action={`${address}/afwijzing`} keys={props.rejectKeys} problems={props.problems}>
              <TextArea name="reason" label={amounts.decide.reason} value={typedValue(props.problems, 'reason')} rows={2} />
              <Actions>
                <Button look="secondary">{amounts.decide.reject}</Button>
              </Actions>
            </Form>
          </Card>
        </>
      )}
    </div>
  )
}

function saysOf({ on, equated }: DayEntry): string {
  const words = fill(equated ? nl.says.equated : nl.says.not, { day: longDay(on) })
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function enteredBy(entry: DayEntry, name: string): string {
  return fill(amounts.enteredBy, { name, day: longDay(dayOf(entry.enteredAt)) })
}
