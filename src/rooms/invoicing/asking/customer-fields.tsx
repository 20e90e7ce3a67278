import type { Problems } from '#kit/form.ts'
import type { Language } from '#kit/text.ts'
import { countryOptions } from '#rooms/organisations'
import { FieldGroup, RadioCards, SelectField, TextField } from '#ui/fields.tsx'
import { Fold } from '#ui/parts.tsx'
import { textsIn } from '../pages/texts.ts'

/** For whom: one of the list, or somebody typed in who is added at once. `none` where there is nobody to choose. */
export function CustomerFields(props: {
  /** Asks for whom; for an invoice when left out. */
  label?: string
  none: boolean
  value: string | undefined
  options: readonly { readonly value: string; readonly label: string; readonly group?: string | undefined }[]
  problems: Problems | null
  language: Language
}) {
  const { none, problems } = props
  const words = textsIn(props.language).request
  const label = props.label ?? words.customer
  return (
    <>
      {none ? null : <SelectField name="customer" label={label} empty={words.newCustomer} value={props.value} options={props.options} />}
      {none ? <TextField name="newName" label={label} hint={words.customerHint} maxLength={120} /> : null}
      <Fold summary={none ? words.moreCustomer : words.notListed} open={problemsInCustomer(problems, none)}>
        <FieldGroup legend={words.newCustomerTitle} hint={none ? words.moreCustomerHint : words.newCustomerHint}>
          {none ? null : <TextField name="newName" label={words.customerName} optional maxLength={120} />}
          <RadioCards
            name="newKind"
            label={words.customerKind.label}
            value="person"
            columns={2}
            options={[
              { value: 'person', label: words.customerKind.person, icon: 'user' },
              { value: 'organisation', label: words.customerKind.organisation, icon: 'shop' },
            ]}
          />
          <TextField name="newEmail" label={words.email} hint={words.emailHint} type="email" optional />
          <TextField name="newStreet" label={words.street} optional />
          <TextField name="newPostCode" label={words.postCode} size={8} optional />
          <TextField name="newCity" label={words.city} optional />
          <SelectField name="newCountry" label={words.country} value="NL" options={countryOptions(props.language)} />
          <TextField name="newKvk" label={words.kvk} inputMode="numeric" size={9} optional />
          <TextField name="newVatId" label={words.vatId} hint={words.vatIdHint} size={16} optional />
        </FieldGroup>
      </Fold>
    </>
  )
}

/** Where nobody can be chosen, the customer is missing at the field of the name. */
export function atName(problems: Problems | null): Problems | null {
  const { customer, ...fields } = problems?.fields ?? {}
  return problems && customer ? { ...problems, fields: { ...fields, newName: customer } } : problems
}

/** Folded fields must not hide what is wrong with them, nor what was typed. */
function problemsInCustomer(problems: Problems | null, none: boolean): boolean {
  if (!problems) return false
  const wrong = Object.keys(problems.fields).some((name) => name.startsWith('new') && !(none && name === 'newName'))
  return wrong || ['newName', 'newStreet', 'newEmail'].some((name) => !(none && name === 'newName') && (problems.typed[name] ?? '') !== '')
}
