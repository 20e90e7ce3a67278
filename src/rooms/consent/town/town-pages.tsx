import { dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { Actions, Button, ButtonLink, CheckCards, CheckField, DayField, FieldGroup, Form, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, Fold, PageHead } from '#ui/parts.tsx'
import { town } from './town.nl.ts'
import { ELECTRONIC_KINDS, type TownRules, townRulesOn } from './town.rules.ts'
import type { TownRulesPage } from './town.ts'

type Row = TownRulesPage['rows'][number]

/** What counts now, what comes, and what counted before. */
export function TownPage(props: { readonly page: TownRulesPage; readonly mayChange: boolean }) {
  const { rows, today } = props.page
  const now = townRulesOn(rows, today)
  const current = rows.find((row) => row === now)
  const planned = rows.filter(({ from }) => from > today)
  const past = rows.filter((row) => row !== now && row.from <= today).toReversed()
  return (
    <div class="narrow stack-l">
      <PageHead title={town.title} lead={town.lead} />
      {props.mayChange ? (
        <Actions>
          <ButtonLink href="/eigen-regels/wijzigen">{town.change}</ButtonLink>
          <ButtonLink href="/eigen-regels/brieven" look="secondary">
            {town.letters}
          </ButtonLink>
        </Actions>
      ) : (
        <p class="soft">{town.readOnly}</p>
      )}
      {rows.length === 0 ? <Alert tone="info">{town.nothing}</Alert> : null}
      <Card title={town.now}>
        <RuleFacts rules={now} />
        {current ? <Written row={current} /> : null}
      </Card>
      <Versions title={town.planned} rows={planned} />
      <Versions title={town.past} rows={past} />
      <LawFold screen="ownRules" />
    </div>
  )
}

function Versions(props: { readonly title: string; readonly rows: readonly Row[] }) {
  if (props.rows.length === 0) return null
  return (
    <Card title={props.title}>
      {props.rows.map((row) => (
        <Fold key={`${row.from} ${row.setAt}`} summary={fill(town.fromDay, { day: longDay(row.from) })}>
          <RuleFacts rules={row} />
          <Written row={row} />
        </Fold>
      ))}
    </Card>
  )
}

function Written({ row }: { readonly row: Row }) {
  return (
    <p class="small soft">
      {fill(town.fromDay, { day: longDay(row.from) })}. {fill(town.setBy, { day: longDay(dayOf(row.setAt)), who: row.setBy })}.
    </p>
  )
}

function RuleFacts({ rules }: { readonly rules: TownRules }) {
  const { fields, values } = town
  const yes = (value: boolean) => (value ? values.yes : values.no)
  const words = (value: string, empty: string = values.none) => (value === '' ? empty : value.split('\n').map((line) => <div key={line}>{line}</div>))
  return (
    <Facts
      items={[
        { label: fields.ownWeeks, value: rules.ownWeeks === null ? values.law : fill(values.weeks, { weeks: rules.ownWeeks }) },
        { label: fields.committee, value: yes(rules.committee) },
        { label: fields.backdateDays, value: rules.backdateDays === null ? values.noMaximum : fill(values.days, { days: rules.backdateDays }) },
        { label: fields.extensionRunsOn, value: yes(rules.extensionRunsOn) },
        {
          label: fields.longestSuspensionWeeks,
          value: rules.longestSuspensionWeeks === null ? values.noMaximum : fill(values.weeks, { weeks: rules.longestSuspensionWeeks }),
        },
        { label: fields.seenDays, value: rules.seenDays === null ? values.usualSeen : fill(values.days, { days: rules.seenDays }) },
        { label: fields.fourEyes, value: yes(rules.fourEyes) },
        { label: fields.signedAs, value: words(rules.signedAs, values.executive) },
        { label: fields.signedName, value: words(rules.signedName) },
        { label: fields.namesStaff, value: yes(rules.namesStaff) },
        { label: fields.mandate, value: words(rules.mandate) },
        { label: fields.address, value: words(rules.address) },
        { label: fields.contact, value: words(rules.contact) },
        {
          label: fields.electronic,
          value: rules.electronic.length === 0 ? values.allByPost : rules.electronic.map((kind) => town.electronic[kind]).join(', '),
        },
      ]}
    />
  )
}

type FormProps = { readonly page: TownRulesPage; readonly keys: { readonly csrf: string; readonly key: string }; readonly problems: Problems | null }

/** The form, filled with what counts on the last day that was written down. */
export function TownFormPage({ page, keys, problems }: FormProps) {
  const { fields, hints } = town
  const last = page.rows
    .map(({ from }) => from)
    .toSorted()
    .at(-1)
  const now = townRulesOn(page.rows, last && last > page.today ? last : page.today)
  const first = page.rows.length === 0
  const check = (name: 'committee' | 'extensionRunsOn' | 'fourEyes' | 'namesStaff') => (
    <CheckField name={name} label={fields[name]} hint={hints[name]} checked={now[name]} />
  )
  const line = (name: 'signedAs' | 'signedName' | 'mandate') => (
    <TextField name={name} label={fields[name]} hint={hints[name]} value={now[name]} maxLength={name === 'mandate' ? 200 : 120} optional />
  )
  const number = (name: 'ownWeeks' | 'backdateDays' | 'longestSuspensionWeeks' | 'seenDays', value: number | null) => (
    <TextField name={name} label={fields[name]} hint={hints[name]} value={value === null ? '' : String(value)} inputMode="numeric" size={4} optional />
  )
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/eigen-regels', label: town.title }]} />
      <PageHead title={town.formTitle} lead={town.formLead} />
      <Form action="/eigen-regels" keys={keys} problems={problems}>
        <DayField name="from" label={town.from} hint={first ? town.fromHintFirst : town.fromHint} value={page.today} {...(first ? {} : { min: page.today })} />
        <FieldGroup legend={town.groups.terms}>
          {number('ownWeeks', now.ownWeeks)}
          {check('committee')}
        </FieldGroup>
        <FieldGroup legend={town.groups.consent}>
          {number('backdateDays', now.backdateDays)}
          {check('extensionRunsOn')}
          {number('longestSuspensionWeeks', now.longestSuspensionWeeks)}
        </FieldGroup>
        <FieldGroup legend={town.groups.samples}>{number('seenDays', now.seenDays)}</FieldGroup>
        <FieldGroup legend={town.groups.signing}>
          {check('fourEyes')}
          {line('signedAs')}
          {line('signedName')}
          {line('mandate')}
          {check('namesStaff')}
        </FieldGroup>
        <FieldGroup legend={town.groups.letter}>
          <TextArea name="address" label={fields.address} hint={hints.address} value={now.address} rows={3} maxLength={400} optional />
          <TextArea name="contact" label={fields.contact} hint={hints.contact} value={now.contact} rows={3} maxLength={400} optional />
          <CheckCards
            name="electronic"
            label={fields.electronic}
            hint={hints.electronic}
            values={now.electronic}
            options={ELECTRONIC_KINDS.map((value) => ({ value, label: town.electronic[value] }))}
            optional
          />
        </FieldGroup>
        <Actions>
          <Button>{town.save}</Button>
          <ButtonLink href="/eigen-regels" look="subtle">
            {town.cancel}
          </ButtonLink>
        </Actions>
      </Form>
      <LawFold screen="ownRules" />
    </div>
  )
}
