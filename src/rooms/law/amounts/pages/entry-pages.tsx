import { dayOf, longDay } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { ActionButton, Actions, Button, DayField, Form, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, PageHead } from '#ui/parts.tsx'
import { nl as law } from '../../law.nl.ts'
import { nl } from '../amounts.nl.ts'
import { AMOUNT_CODES, findAmount, type LegalAmount } from '../amounts.rules.ts'
import type { AmountEntry } from '../entry.rules.ts'
import { AMOUNT_GROUPS, type AmountGroup } from '../groups.rules.ts'
import { capital, daysWords, valueWords } from './amounts-page.tsx'

type Keys = { readonly csrf: string; readonly key: string }

const CRUMB = { href: '/wet', label: nl.title }

/** The form for a new amount; nothing counts before somebody else confirmed it. */
export function EnterPage(props: { readonly keys: Keys; readonly problems: Problems | null }) {
  const words = nl.form
  const was = (name: string) => typedValue(props.problems, name)
  const groupOf = (code: string) => (Object.keys(AMOUNT_GROUPS) as AmountGroup[]).find((group) => (AMOUNT_GROUPS[group] as readonly string[]).includes(code))
  return (
    <div class="narrow stack-l">
      <Crumbs items={[CRUMB]} />
      <PageHead title={words.title} lead={words.lead} />
      <Form action="/wet/nieuw" keys={props.keys} problems={props.problems}>
        <SelectField
          name="code"
          label={words.code}
          empty={words.choose}
          value={was('code')}
          options={AMOUNT_CODES.map((code) => ({ value: code, label: capital(law.amounts[code]), group: nl.groups[groupOf(code) ?? 'norm'] }))}
        />
        <TextField name="value" label={words.value} hint={words.valueHint} value={was('value')} inputMode="decimal" />
        <DayField name="from" label={words.from} value={was('from')} />
        <DayField name="until" label={words.until} hint={words.untilHint} value={was('until')} optional />
        <TextField name="article" label={words.article} hint={words.articleHint} value={was('article')} />
        <TextField name="source" label={words.source} hint={words.sourceHint} value={was('source')} />
        <TextArea name="doubt" label={words.doubt} hint={words.doubtHint} value={was('doubt')} rows={2} optional />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </div>
  )
}

/** One amount for the second pair of eyes: what was written down, what counts until now, and the two answers. */
export function DecidePage(props: {
  readonly entry: AmountEntry
  readonly name: string
  readonly before: readonly LegalAmount[]
  readonly own: boolean
  readonly keys: Keys
  readonly rejectKeys: Keys
  readonly problems: Problems | null
}) {
  const { entry } = props
  const words = nl.decide
  const before = findAmount(props.before, entry.code, entry.from)
  const address = `/wet/voorstellen/${entry.id}`
  return (
    <div class="narrow stack-l">
      <Crumbs items={[CRUMB]} />
      <PageHead title={words.title} lead={words.lead} />
      <Card title={capital(law.amounts[entry.code])}>
        <Facts
          items={[
            { label: nl.form.value, value: valueWords(entry) },
            { label: nl.columns.holds, value: daysWords(entry) },
            { label: nl.columns.where, value: `${entry.article} (${entry.source})` },
            { label: nl.columns.doubt, value: entry.doubt ?? nl.sure },
            { label: words.before, value: before ? `${valueWords(before)}, ${daysWords(before)}` : words.nothing },
          ]}
        />
        <p class="muted">{fill(nl.enteredBy, { name: props.name, day: longDay(dayOf(entry.enteredAt)) })}</p>
      </Card>
      {entry.verdict ? (
        <Alert tone="info">
          {fill(entry.verdict.confirmed ? words.was.confirmed : words.was.rejected, {
            day: longDay(dayOf(entry.verdict.at)),
            reason: entry.verdict.reason ?? '',
          })}
        </Alert>
      ) : props.own ? (
        <Alert tone="wait">{words.own}</Alert>
      ) : (
        <>
          <p>{words.told}</p>
          <ActionButton action={`${address}/bevestiging`} keys={props.keys}>
            {words.confirm}
          </ActionButton>
          <Card title={words.rejectTitle}>
            <Form action={`${address}/afwijzing`} keys={props.rejectKeys} problems={props.problems}>
              <TextArea name="reason" label={words.reason} value={typedValue(props.problems, 'reason')} rows={2} />
              <Actions>
                <Button look="secondary">{words.reject}</Button>
              </Actions>
            </Form>
          </Card>
        </>
      )}
    </div>
  )
}
