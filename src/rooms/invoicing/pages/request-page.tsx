import type { Problems } from '#kit/form.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { TradePanel, type TradeStanding } from '#rooms/consent'
import type { Customer } from '#rooms/organisations'
import { Actions, Button, DayField, FieldGroup, Form, MoneyField, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Fold, PageHead } from '#ui/parts.tsx'
import { texts } from '../invoicing.en.ts'
import { UNITS } from '../pricing/pricing.rules.ts'
import { textsIn } from './texts.ts'

/** Five questions on a phone: for whom, what, how much, which kind, when. The rest is folded away. */
export function RequestPage(props: {
  customers: readonly Customer[]
  members: ReadonlyMap<MemberId, string> | null
  trade: TradeStanding
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
}) {
  const words = textsIn(props.language).request
  const none = props.customers.length === 0
  return (
    <div class="narrow stack">
      <PageHead title={words.title} lead={words.lead} read={props.members === null} />
      <TradePanel standing={props.trade} address="/facturen/nieuw" members={props.members} language={props.language} />
      <Form action="/facturen" keys={props.keys} problems={props.problems} keep="factuur">
        {props.members ? (
          <SelectField
            name="member"
            label={words.member}
            value={props.trade.member ?? ''}
            empty=""
            options={[...props.members].map(([value, label]) => ({ value, label }))}
          />
        ) : null}
        {none ? null : (
          <SelectField
            name="customer"
            label={words.customer}
            empty={words.newCustomer}
            options={props.customers.map((customer) => ({ value: customer.id, label: customer.name }))}
          />
        )}
        {none ? <TextField name="newName" label={words.customer} hint={words.customerHint} maxLength={120} /> : null}
        <Fold summary={none ? words.moreCustomer : words.notListed} open={problemsInCustomer(props.problems)}>
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
            <TextField name="newKvk" label={words.kvk} inputMode="numeric" size={9} optional />
            <TextField name="newVatId" label={words.vatId} size={16} optional />
          </FieldGroup>
        </Fold>
        <TextField name="what" label={words.what} hint={words.whatHint} maxLength={200} />
        <MoneyField name="price" label={words.price} hint={words.priceHint} />
        <RadioCards
          name="vat"
          label={words.vat}
          options={[
            { value: 'standard', ...words.vatChoices.standard, icon: 'tool' },
            { value: 'reduced', ...words.vatChoices.reduced, icon: 'sprout' },
            { value: 'unsure', ...words.vatChoices.unsure, icon: 'question' },
          ]}
        />
        <DayField name="performedOn" label={words.performedOn} value={props.trade.on} max={props.trade.today} />
        <Fold summary={words.more}>
          <TextField name="quantity" label={words.quantity} inputMode="decimal" size={6} optional />
          <SelectField name="unit" label={words.unit} value="piece" options={UNITS.map((unit) => ({ value: unit, label: texts[props.language].unit[unit] }))} />
          <RadioCards
            name="basis"
            label={words.basis.label}
            value="with"
            options={[
              { value: 'with', label: words.basis.with },
              { value: 'without', label: words.basis.without },
            ]}
          />
          <TextField name="reference" label={words.reference} hint={words.referenceHint} maxLength={60} optional />
          <TextArea name="note" label={words.note} rows={2} maxLength={300} optional />
        </Fold>
        <Actions>
          <Button size="big" icon="send">
            {words.send}
          </Button>
        </Actions>
      </Form>
    </div>
  )
}

/** Folded fields must not hide what is wrong with them, nor what was typed. */
function problemsInCustomer(problems: Problems | null): boolean {
  if (!problems) return false
  return Object.keys(problems.fields).some((name) => name.startsWith('new')) || ['newStreet', 'newEmail'].some((name) => (problems.typed[name] ?? '') !== '')
}
