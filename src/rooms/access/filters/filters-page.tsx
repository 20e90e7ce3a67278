import type { Problems } from '#kit/form.ts'
import type { Language } from '#kit/text.ts'
import { ActionButton, Actions, Button, Form, HiddenField, TextField } from '#ui/fields.tsx'
import { Card, Empty, Fold, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { filterTexts } from './filters.en.ts'
import type { KeptFilter } from './filters.rules.ts'
import { addressOf } from './filters.ts'

type Keys = () => { readonly csrf: string; readonly key: string }

/** All filters somebody keeps in a role, to rename or to remove; a filter that was refused comes back on top with what was typed. */
export function FiltersPage(props: { kept: readonly KeptFilter[]; language: Language; keys: Keys; problems: Problems | null }) {
  const words = filterTexts(props.language)
  const typed = props.problems?.typed
  return (
    <div class="wrap stack">
      <PageHead title={words.title} lead={words.lead} />
      {typed?.lijst ? (
        <Card>
          <Form action="/filters" keys={props.keys()} problems={props.problems}>
            <HiddenField name="lijst" value={String(typed.lijst)} />
            <HiddenField name="vraag" value={String(typed.vraag ?? '')} />
            <TextField name="naam" label={words.name} maxLength={40} size={24} />
            <Actions>
              <Button icon="check">{words.save}</Button>
            </Actions>
          </Form>
        </Card>
      ) : null}
      <Table
        caption={words.mine}
        captionHidden
        rows={props.kept}
        rowKey={(each) => each.id}
        columns={[
          { key: 'name', label: words.columns.name, header: true, cell: (each) => <a href={addressOf(each)}>{each.name}</a> },
          { key: 'list', label: words.columns.list, cell: (each) => words.lists[each.list] },
          { key: 'go', label: words.columns.go, quiet: true, phone: 'below', cell: (each) => <Ways each={each} {...props} /> },
        ]}
        empty={
          <Empty title={words.empty} what={words.emptyText}>
            {null}
          </Empty>
        }
      />
    </div>
  )
}

function Ways(props: { each: KeptFilter; language: Language; keys: Keys; problems: Problems | null }) {
  const { each } = props
  const words = filterTexts(props.language)
  const wrong = props.problems?.typed.filter === each.id ? props.problems : null
  return (
    <div class="stack">
      <Fold
        summary={
          <>
            {words.rename}
            <span class="vh">: {each.name}</span>
          </>
        }
        open={wrong !== null}
      >
        <Form action="/filters/naam" keys={props.keys()} problems={wrong} ids={each.id.slice(-6)}>
          <HiddenField name="filter" value={each.id} />
          <TextField name="naam" label={words.name} value={each.name} maxLength={40} size={24} />
          <Button look="secondary" size="small">
            {words.save}
          </Button>
        </Form>
      </Fold>
      <ActionButton action="/filters/weg" keys={props.keys()} hidden={{ filter: each.id }} look="plain" size="small">
        {words.remove}
        <span class="vh">: {each.name}</span>
      </ActionButton>
    </div>
  )
}
