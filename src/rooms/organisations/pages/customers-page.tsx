import type { Problems } from '#kit/form.ts'
import type { Language } from '#kit/text.ts'
import { Actions, Button, ButtonLink, FieldGroup, Form, RadioCards, SelectField, TextField } from '#ui/fields.tsx'
import { Crumbs, Empty, Fold, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { countryOptions } from '../countries/countries.rules.ts'
import { texts } from '../organisations.en.ts'
import type { Customer } from '../organisations.types.ts'

/** Customers within reach, by name. */
export function CustomersPage(props: {
  readonly customers: readonly Customer[]
  /** Of which members they are, for who sees those of all. */
  readonly names: ReadonlyMap<string, string> | null
  readonly mayEdit: boolean
  readonly language: Language
}) {
  const all = texts[props.language]
  const words = all.customers
  const { names } = props
  const add = props.mayEdit ? (
    <ButtonLink href="/klanten/nieuw" icon="plus">
      {words.add}
    </ButtonLink>
  ) : null
  return (
    <div class="stack-l">
      <PageHead title={words.title} />
      {add ? <Actions>{add}</Actions> : null}
      <Table
        caption={words.title}
        captionHidden
        rows={props.customers}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', label: words.name, header: true, cell: (row) => <a href={`/klanten/${row.id}`}>{row.name}</a> },
          ...(names ? [{ key: 'member', label: words.member, cell: (row: Customer) => (row.member ? (names.get(row.member) ?? '') : words.everybody) }] : []),
          { key: 'kind', label: words.kind, cell: (row) => all.customerKinds[row.kind] },
          { key: 'place', label: words.place, cell: (row) => row.city ?? '' },
          { key: 'email', label: words.email, cell: (row) => row.email ?? '' },
        ]}
        empty={<Empty title={words.empty} what={words.emptyNext} />}
      />
    </div>
  )
}

/** Adding or changing a customer: the few fields that everyone knows, and the rest folded away. */
export function CustomerPage(props: {
  readonly customer: Customer | null
  readonly mayEdit: boolean
  readonly language: Language
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const all = texts[props.language]
  const words = all.customers
  const { customer } = props
  const more = Boolean(customer?.kvk || customer?.vatId || customer?.peppol || props.problems)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/klanten', label: words.title }]} />
      <PageHead title={customer ? customer.name : words.newTitle} />
      <Form action={customer ? `/klanten/${customer.id}` : '/klanten'} keys={props.keys} problems={props.problems}>
        <RadioCards
          name="kind"
          label={words.kindQuestion}
          value={customer?.kind ?? 'person'}
          columns={2}
          options={[
            { value: 'person', label: all.customerKinds.person, icon: 'user' },
            { value: 'organisation', label: all.customerKinds.organisation, icon: 'shop' },
          ]}
        />
        <TextField name="name" label={words.name} value={customer?.name} maxLength={120} autocomplete="off" />
        <TextField name="email" label={words.email} type="email" value={customer?.email ?? ''} optional />
        <SelectField
          name="language"
          label={words.language}
          value={customer?.language ?? ''}
          empty={words.languageUnknown}
          options={[
            { value: 'nl', label: 'Nederlands' },
            { value: 'en', label: 'English' },
          ]}
          optional
        />
        <FieldGroup legend={words.address}>
          <TextField name="street" label={words.street} value={customer?.street ?? ''} optional />
          <TextField name="postCode" label={words.postCode} value={customer?.postCode ?? ''} size={8} optional />
          <TextField name="city" label={words.city} value={customer?.city ?? ''} optional />
          <SelectField name="country" label={words.country} value={customer?.country ?? 'NL'} options={countryOptions(props.language)} />
        </FieldGroup>
        <Fold summary={words.more} open={more}>
          <TextField name="attention" label={words.attention} value={customer?.attention ?? ''} optional />
          <TextField name="kvk" label={words.kvk} value={customer?.kvk ?? ''} inputMode="numeric" size={10} optional />
          <TextField name="vatId" label={words.vatId} hint={words.vatIdHint} value={customer?.vatId ?? ''} size={18} optional />
          <TextField name="peppol" label={words.peppol} hint={words.peppolHint} value={customer?.peppol ?? ''} size={24} optional />
        </Fold>
        {props.mayEdit ? (
          <Actions>
            <Button>{words.save}</Button>
          </Actions>
        ) : null}
      </Form>
    </div>
  )
}
