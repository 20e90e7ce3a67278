import { longMonth, monthAfter, monthOf } from '#kit/day.ts'
import { euro, plainEuro } from '#kit/money.ts'
import { Actions, Button, DayField, FileField, Form, MoneyField, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Card } from '#ui/parts.tsx'
import { BOOKED_AS, POTS } from '../spending.rules.ts'
import type { RequestProps as Props } from './request-page.tsx'

/** Where somebody decides: at once, in instalments, or not. */
export function DecisionForm({ request, words, promises, keys, problems, pots, today, language }: Props) {
  return (
    <Card title={words.requests.decide} look="lift">
      <Form action={`/bestedingen/${request.id}/besluit`} keys={keys} problems={problems}>
        <RadioCards
          name="outcome"
          label={words.requests.outcome}
          columns={3}
          options={[
            { value: 'approved', label: promises.atOnce },
            { value: 'inParts', label: promises.inParts },
            { value: 'refused', label: words.requests.outcomes.refused },
          ]}
        />
        {request.pot === null ? (
          <RadioCards
            name="pot"
            label={words.requests.pot}
            hint={words.requests.fillIn}
            columns={2}
            options={POTS.map((pot) => ({ value: pot, label: words.potsOf[pot], hint: `${euro(pots[pot].free)} ${words.requests.free}` }))}
          />
        ) : null}
        {request.cents === null ? <MoneyField name="cents" label={words.requests.amount} hint={words.requests.fillIn} optional /> : null}
        <TextField
          name="parts"
          label={promises.partsDecide}
          hint={promises.partsDecideHint}
          value={request.parts ? String(request.parts) : ''}
          inputMode="numeric"
          size={4}
          optional
        />
        <SelectField
          name="first"
          label={promises.first}
          hint={promises.firstHint}
          value={monthAfter(monthOf(today))}
          options={comingMonths(today).map((value) => ({ value, label: longMonth(value, language) }))}
        />
        <TextArea name="reason" label={words.requests.reasonField} rows={3} maxLength={500} optional />
        <Actions>
          <Button icon="check">{words.receipt.decide}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

/** Where the treasurer books what was bought. */
export function PurchaseForm({ request, words, keys, today, names, ...props }: Props) {
  const problems = props.problems && 'gross' in props.problems.typed ? props.problems : null
  return (
    <Card title={words.requests.book} look="lift">
      <p>{words.requests.bookLead}</p>
      <Form action={`/bestedingen/${request.id}/aankoop`} keys={keys} problems={problems} files>
        <MoneyField name="gross" label={words.newReceipt.amount} value={request.cents === null ? '' : plainEuro(request.cents)} />
        <MoneyField name="vat" label={words.newReceipt.vat} optional />
        <DayField name="boughtOn" label={words.newReceipt.on} value={today} max={today} />
        <RadioCards
          name="paidBy"
          label={words.newReceipt.paidBy}
          value="bank"
          options={(['bank', 'cash', 'member'] as const).map((value) => ({ value, label: words.paidByOffice[value] }))}
        />
        <RadioCards
          name="as"
          label={words.requests.as}
          value="cost"
          options={BOOKED_AS.map((value) => ({
            value,
            label: value === 'cost' ? words.requests.asCost : words.requests.asEquipment,
            hint: value === 'cost' ? words.requests.asCostHint : words.requests.asEquipmentHint,
          }))}
        />
        <TextField
          name="item"
          label={words.requests.item}
          value={request.instalment ? request.what : ''}
          hint={words.requests.itemHint}
          maxLength={120}
          optional
        />
        <SelectField name="usedBy" label={words.requests.usedBy} value={request.member} options={[...names].map(([value, label]) => ({ value, label }))} />
        <FileField name="photo" label={words.newReceipt.photo} optional />
        <Actions>
          <Button icon="check">{words.requests.book}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

/** This month and the eleven after it. */
export function comingMonths(today: Props['today']) {
  return Array.from({ length: 12 }, (_, i) => monthAfter(monthOf(today), i))
}
