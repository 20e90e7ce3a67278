import { type Day, dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro, plainEuro } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { Actions, Button, DayField, FileField, Form, MoneyField, RadioCards, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, PageHead, Tag } from '#ui/parts.tsx'
import type { Pots } from '../budgets.ts'
import type { SpendingRequest } from '../spending.types.ts'
import { requestTone, type Words } from './tones.ts'

type Props = {
  words: Words
  request: SpendingRequest
  pots: Pots
  names: ReadonlyMap<MemberId, string>
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
  today: Day
  own: boolean
  mayDecide: boolean
  mayTakeBack: boolean
  mayBook: boolean
}

export function RequestPage(props: Props) {
  const { request, language, pots } = props
  const words = props.words.requests
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/bestedingen', label: words.back }]} />
      <PageHead
        title={request.what}
        over={props.own ? '' : (props.names.get(request.member) ?? '')}
        lead={<Tag tone={requestTone(request.standing)}>{props.words.requestStandings[request.standing]}</Tag>}
        read={props.own}
      />
      <Card>
        <Facts
          items={[
            { label: props.words.receipts.amount, value: euro(request.cents) },
            { label: words.pot, value: `${props.words.pots[request.pot]} · ${euro(pots[request.pot].free)} ${words.free}` },
            { label: props.words.receipt.sent, value: longDay(dayOf(request.askedAt), language) },
            ...(request.why ? [{ label: words.why, value: request.why }] : []),
            ...(request.reason ? [{ label: words.reasonField, value: request.reason }] : []),
          ]}
        />
        {request.bought ? <p>{fill(words.bought, { amount: euro(request.bought.gross), day: longDay(request.bought.on, language) })}</p> : null}
      </Card>
      {request.standing === 'asked' && props.own ? (
        <Alert tone="info">
          <p>{words.held}</p>
        </Alert>
      ) : null}
      {request.standing === 'asked' && props.mayDecide ? <DecisionForm {...props} /> : null}
      {request.standing === 'asked' && props.mayTakeBack ? (
        <Form action={`/bestedingen/${request.id}/intrekking`} keys={props.keys}>
          <Button look="secondary" icon="undo">
            {words.takeBack}
          </Button>
        </Form>
      ) : null}
      {request.standing === 'approved' && props.mayBook ? <PurchaseForm {...props} /> : null}
    </div>
  )
}

function DecisionForm({ request, words, keys, problems }: Props) {
  return (
    <Card title={words.requests.decide} look="lift">
      <Form action={`/bestedingen/${request.id}/besluit`} keys={keys} problems={problems}>
        <RadioCards
          name="outcome"
          label={words.requests.outcome}
          columns={2}
          options={[
            { value: 'approved', label: words.requests.outcomes.approved },
            { value: 'refused', label: words.requests.outcomes.refused },
          ]}
        />
        <TextArea name="reason" label={words.requests.reasonField} rows={3} maxLength={500} optional />
        <Actions>
          <Button icon="check">{words.receipt.decide}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function PurchaseForm({ request, words, keys, problems, today }: Props) {
  return (
    <Card title={words.requests.book} look="lift">
      <p>{words.requests.bookLead}</p>
      <Form action={`/bestedingen/${request.id}/aankoop`} keys={keys} problems={problems} files>
        <MoneyField name="gross" label={words.newReceipt.amount} value={plainEuro(request.cents)} />
        <MoneyField name="vat" label={words.newReceipt.vat} optional />
        <DayField name="boughtOn" label={words.newReceipt.on} value={today} max={today} />
        <RadioCards
          name="paidBy"
          label={words.newReceipt.paidBy}
          value="bank"
          options={(['bank', 'cash', 'member'] as const).map((value) => ({ value, label: words.paidByOffice[value] }))}
        />
        <FileField name="photo" label={words.newReceipt.photo} optional />
        <Actions>
          <Button icon="check">{words.requests.book}</Button>
        </Actions>
      </Form>
    </Card>
  )
}
