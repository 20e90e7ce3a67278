import { addDays, type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import type { Language } from '#kit/text.ts'
import { Button, ButtonLink, DayField, Form, TextField } from '#ui/fields.tsx'
import { Alert, Card, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { keepingTexts } from './keeping.en.ts'
import type { keepingTrouble } from './keeping.rules.ts'
import type { Administrator } from './keeping.ts'

type Trouble = ReturnType<typeof keepingTrouble>

/** Who keeps the keys, what is wrong with that, and one more to appoint. */
export function KeepersPage(props: {
  readonly administrators: readonly Administrator[]
  readonly trouble: Trouble
  readonly today: Day
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
  readonly language: Language
}) {
  const words = keepingTexts(props.language)
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} />
      <KeepingNotice trouble={props.trouble} language={props.language} />
      <Table
        caption={words.caption}
        captionHidden
        rows={props.administrators}
        rowKey={(row) => row.person}
        empty={<p>{words.empty}</p>}
        columns={[
          { key: 'name', label: words.name, header: true, cell: (row) => row.name },
          { key: 'until', label: words.until, cell: (row) => (row.until ? longDay(row.until, props.language) : words.open) },
          { key: 'step', label: words.step, cell: (row) => <Tag tone={row.ready ? 'ok' : 'warn'}>{row.ready ? words.ready : words.notReady}</Tag> },
        ]}
      />
      <Card title={words.appoint}>
        <p>{words.intro}</p>
        <Form action="/beheerders" keys={props.keys} problems={props.problems}>
          <TextField name="naam" label={words.person} hint={words.personHint} autocomplete="off" maxLength={120} />
          <TextField name="email" label={words.email} type="email" autocomplete="off" maxLength={254} />
          <DayField name="tot" label={words.last} hint={words.lastHint} value={addDays(props.today, 365)} min={addDays(props.today, 1)} />
          <Button icon="send">{words.send}</Button>
        </Form>
      </Card>
    </div>
  )
}

/** What is wrong with who keeps the keys, where something is, and perhaps a way to mend it. */
export function KeepingNotice(props: { readonly trouble: Trouble; readonly language: Language; readonly href?: string | undefined }) {
  if (props.trouble === null) return null
  const words = keepingTexts(props.language)
  const { title, text } = words.trouble[props.trouble]
  return (
    <Alert tone="warn" title={title}>
      <p>{text}</p>
      {props.href ? (
        <ButtonLink href={props.href} look="secondary">
          {words.title}
        </ButtonLink>
      ) : null}
    </Alert>
  )
}
