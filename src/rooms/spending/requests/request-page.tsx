import { type Day, dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro, plainEuro } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { Actions, Button, DayField, FileField, Form, MoneyField, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, Fold, PageHead, Tag } from '#ui/parts.tsx'
import { BOOKED_AS, POTS } from '../spending.rules.ts'
import type { SpendingRequest } from '../spending.types.ts'
import { requestTone, type Words } from '../tones.ts'
import type { Pots } from './pots.ts'

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
  mayUndo: boolean
  mayCancel: boolean
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
            { label: props.words.receipts.amount, value: request.cents === null ? props.words.notKnown : euro(request.cents) },
            {
              label: words.pot,
              value: request.pot
                ? `${(props.own ? props.words.pots : props.words.potsOf)[request.pot]} · ${euro(pots[request.pot].free)} ${words.free}`
                : props.words.notKnown,
            },
            { label: props.words.receipt.sent, value: longDay(dayOf(request.askedAt), language) },
            ...(request.why ? [{ label: words.why, value: request.why }] : []),
            ...(request.reason ? [{ label: words.reasonField, value: request.reason }] : []),
          ]}
        />
        {request.bought ? <p>{fill(words.bought, { amount: euro(request.bought.gross), day: longDay(request.bought.on, language) })}</p> : null}
        {request.bought?.item && request.bought.usedBy ? (
          <p>{fill(words.equipment, { item: request.bought.item, name: props.names.get(request.bought.usedBy) ?? '' })}</p>
        ) : null}
      </Card>
      {request.standing === 'asked' && props.own ? (
        <Alert tone="info">
          <p>{request.cents === null || request.pot === null ? words.heldLater : words.held}</p>
        </Alert>
      ) : null}
      {request.standing === 'asked' && props.mayDecide ? <DecisionForm {...props} /> : null}
      {request.standing === 'approved' && props.mayBook ? <PurchaseForm {...props} /> : null}
      {props.mayTakeBack && (request.standing === 'asked' || request.standing === 'approved') ? <TakeBack {...props} /> : null}
      {request.standing === 'approved' && props.mayCancel ? (
        <Because {...props} to="vervallen" title={words.cancel} text={words.cancelLead} reason={words.cancelReason} />
      ) : null}
      {request.standing === 'bought' && props.mayUndo ? (
        <Because {...props} to="aankoop/terugdraaiing" title={words.undo} text={words.undoLead} reason={words.undoReason} />
      ) : null}
    </div>
  )
}

function TakeBack({ request, words, keys, own }: Props) {
  const label = own ? (request.standing === 'approved' ? words.requests.takeBackApproved : words.requests.takeBack) : words.requests.takeBackFor
  return (
    <Form action={`/bestedingen/${request.id}/intrekking`} keys={keys}>
      {request.standing === 'approved' && own ? <p>{words.requests.takeBackLead}</p> : null}
      <Button look="secondary" icon="undo">
        {label}
      </Button>
    </Form>
  )
}

/** Something that ends what was decided, and asks why. */
function Because(props: Props & { to: string; title: string; text: string; reason: string }) {
  // Several forms stand on this page: what was typed wrong belongs to the one with a reason.
  const problems = props.problems && 'reason' in props.problems.typed ? props.problems : null
  return (
    <Fold summary={props.title} open={problems !== null}>
      <p>{props.text}</p>
      <Form action={`/bestedingen/${props.request.id}/${props.to}`} keys={props.keys} problems={problems}>
        <TextArea name="reason" label={props.reason} rows={2} maxLength={500} />
        <Actions>
          <Button look="secondary" icon="undo">
            {props.title}
          </Button>
        </Actions>
      </Form>
    </Fold>
  )
}

function DecisionForm({ request, words, keys, problems, pots }: Props) {
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
        <TextArea name="reason" label={words.requests.reasonField} rows={3} maxLength={500} optional />
        <Actions>
          <Button icon="check">{words.receipt.decide}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function PurchaseForm({ request, words, keys, today, names, ...props }: Props) {
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
        <TextField name="item" label={words.requests.item} hint={words.requests.itemHint} maxLength={120} optional />
        <SelectField name="usedBy" label={words.requests.usedBy} value={request.member} options={[...names].map(([value, label]) => ({ value, label }))} />
        <FileField name="photo" label={words.newReceipt.photo} optional />
        <Actions>
          <Button icon="check">{words.requests.book}</Button>
        </Actions>
      </Form>
    </Card>
  )
}
