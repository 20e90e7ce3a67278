import { addDays, type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { ActionButton, Actions, Button, ButtonLink, DayField, Form, SelectField, TextField } from '#ui/fields.tsx'
import { Card, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { accessTextsOf } from '../access.en.ts'
import type { OrganisationKind } from '../access.sql.ts'
import { handingTexts } from '../handing/handing.en.ts'
import { invitingTexts } from '../inviting/inviting.en.ts'
import { INVITABLE } from '../inviting/inviting.rules.ts'
import type { StaffMember } from '../inviting/inviting.sql.ts'
import type { PersonId } from '../permit.ts'

export function StaffPage(props: {
  staff: readonly StaffMember[]
  organisation: { kind: OrganisationKind; name: string }
  me: PersonId | null
  today: Day
  keys: () => { csrf: string; key: string }
  problems: Problems | null
  language: Language
}) {
  const { staff, organisation, today, language } = props
  const words = invitingTexts(language).page
  const { roles } = accessTextsOf(language)
  return (
    <>
      <PageHead title={words.title} lead={fill(words.intro, { organisation: organisation.name })} />
      <Table
        caption={words.caption}
        captionHidden
        rows={staff}
        rowKey={(row) => `${row.person} ${row.role}`}
        empty={<p>{words.empty}</p>}
        columns={[
          { key: 'name', label: words.name, header: true, cell: (row) => row.name },
          { key: 'role', label: words.role, cell: (row) => roles[row.role] },
          { key: 'email', label: words.email, cell: (row) => row.email ?? words.noEmail },
          { key: 'until', label: words.until, cell: (row) => (row.until ? longDay(row.until, language) : words.open) },
          {
            key: 'actions',
            label: words.actions,
            phone: 'below',
            cell: (row) => (row.person === props.me ? words.you : <Ways row={row} keys={props.keys} words={words} />),
          },
        ]}
      />
      {organisation.kind === 'cooperative' || organisation.kind === 'municipality' ? (
        <Actions>
          <ButtonLink href="/overdracht" look="secondary">
            {handingTexts(language)[organisation.kind].title}
          </ButtonLink>
        </Actions>
      ) : null}
      <div class="narrow">
        <Card title={words.invite}>
          <p>{words.inviteIntro}</p>
          <Form action="/medewerkers" keys={props.keys()} problems={props.problems}>
            <TextField name="naam" label={words.name} hint={words.nameHint} autocomplete="off" maxLength={120} />
            <TextField name="email" label={words.email} type="email" autocomplete="off" maxLength={254} />
            <SelectField name="rol" label={words.role} options={INVITABLE[organisation.kind].map((role) => ({ value: role, label: roles[role] }))} />
            <DayField name="tot" label={words.until} hint={words.untilHint} value={addDays(today, 365)} min={addDays(today, 1)} />
            <Button icon="send">{words.send}</Button>
          </Form>
        </Card>
      </div>
    </>
  )
}

function Ways(props: { row: StaffMember; keys: () => { csrf: string; key: string }; words: ReturnType<typeof invitingTexts>['page'] }) {
  const { row, words } = props
  return (
    <div class="actions">
      <ButtonLink href={`/medewerkers/${row.person}/einde?rol=${row.role}`} look="secondary" size="small">
        {words.end}
        <span class="vh">: {row.name}</span>
      </ButtonLink>
      <ActionButton action={`/medewerkers/${row.person}/tweede-stap`} keys={props.keys()} look="plain" size="small">
        {words.clear}
      </ActionButton>
    </div>
  )
}
