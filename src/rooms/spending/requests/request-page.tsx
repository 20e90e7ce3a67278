import { type Day, dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { Actions, Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, Fold, PageHead, Tag } from '#ui/parts.tsx'
import { equipmentTexts } from '../equipment/equipment.en.ts'
import { InstalmentNote, PromiseCard } from '../promises/promise-card.tsx'
import type { SpendingRequest } from '../spending.types.ts'
import { type PromiseWords, requestTone, type Words } from '../tones.ts'
import type { Pots } from './pots.ts'
import { DecisionForm, PurchaseForm } from './request-forms.tsx'

export type RequestProps = {
  words: Words
  promises: PromiseWords
  instalments: readonly SpendingRequest[]
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
  mayReplan: boolean
  mayRegister: boolean
}

type Props = RequestProps

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
            ...(request.parts ? [{ label: props.promises.partsOf, value: fill(props.promises.partsValue, { parts: request.parts }) }] : []),
            ...(request.why ? [{ label: words.why, value: request.why }] : []),
            ...(request.reason ? [{ label: words.reasonField, value: request.reason }] : []),
          ]}
        />
        {request.bought ? <p>{fill(words.bought, { amount: euro(request.bought.gross), day: longDay(request.bought.on, language) })}</p> : null}
        {request.bought?.item && request.bought.usedBy ? (
          <p>{fill(words.equipment, { item: request.bought.item, name: props.names.get(request.bought.usedBy) ?? '' })}</p>
        ) : null}
      </Card>
      {props.mayRegister && (request.bought || props.instalments.some((each) => each.bought)) ? (
        <p>
          <ButtonLink href={`/spullen/nieuw?verzoek=${request.id}`} look="secondary" icon="tool">
            {equipmentTexts[language].add}
          </ButtonLink>
        </p>
      ) : null}
      {request.standing === 'asked' && props.own ? (
        <Alert tone="info">
          <p>{request.parts ? props.promises.wishHeld : request.cents === null || request.pot === null ? words.heldLater : words.held}</p>
        </Alert>
      ) : null}
      {request.standing === 'asked' && props.mayDecide ? <DecisionForm {...props} /> : null}
      {request.instalment ? <InstalmentNote {...props} due={request.instalment.due} of={request.instalment.of} /> : null}
      {props.instalments.length > 0 ? <PromiseCard {...props} /> : null}
      {request.standing === 'approved' && props.mayBook && isDue(props) ? <PurchaseForm {...props} /> : null}
      {props.mayTakeBack && (request.standing === 'asked' || request.standing === 'approved') ? <TakeBack {...props} /> : null}
      {request.standing === 'approved' && props.mayCancel ? (
        <Because {...props} to="vervallen" title={words.cancel} text={words.cancelLead} reason={words.cancelReason} />
      ) : null}
      {request.standing === 'promised' && props.mayCancel ? (
        <Because {...props} to="vervallen" title={props.promises.cancel} text={props.promises.cancelLead} reason={words.cancelReason} />
      ) : null}
      {request.bought && props.mayUndo ? (
        <Because {...props} to="aankoop/terugdraaiing" title={words.undo} text={words.undoLead} reason={words.undoReason} />
      ) : null}
    </div>
  )
}

/** Whether the day of an instalment came; anything else can be booked at once. */
function isDue({ request, today }: Props): boolean {
  return request.instalment === null || request.instalment.due <= today
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
  const problems = props.problems && 'reason' in props.problems.typed && !('parts' in props.problems.typed) ? props.problems : null
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
