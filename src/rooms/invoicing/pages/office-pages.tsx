import { longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { type Cents, euro } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { CheckField } from '#ui/choices.tsx'
import { ActionButton, Actions, Button, FieldGroup, Form, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Crumbs, Empty, Facts, Fold, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { Invoice, InvoiceWithDocument } from '../invoicing.types.ts'
import { quantity } from '../paper/paper.rules.ts'
import type { Quantity } from '../pricing/pricing.rules.ts'
import { office } from './office.nl.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** How much of each line is taken back; all of it stands there already. */
export function CreditPage(props: { invoice: InvoiceWithDocument; left: readonly Quantity[]; keys: Keys; problems: Problems | null }) {
  const words = office.credit
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: `/facturen/${props.invoice.id}`, label: props.invoice.number }]} />
      <PageHead title={words.title(props.invoice.number)} lead={words.lead} />
      <Form action={`/facturen/${props.invoice.id}/creditnota`} keys={props.keys} problems={props.problems}>
        <TextArea name="note" label={words.note} hint={words.noteHint} rows={2} maxLength={300} />
        {props.invoice.document.priced.lines.map((line, index) => {
          const left = quantity(props.left[index] ?? 0n).replace('−', '-')
          return (
            <FieldGroup legend={line.description} key={`quantity${index + 1}`}>
              <TextField name={`quantity${index + 1}`} label={words.left(left)} value={left} inputMode="decimal" size={8} />
            </FieldGroup>
          )
        })}
        <Actions>
          <Button icon="undo">{words.send}</Button>
        </Actions>
      </Form>
    </div>
  )
}

export function WriteOffPage(props: {
  invoice: Invoice
  open: Cents
  proposal: { readonly reason: string; readonly by: string; readonly own: boolean; readonly certain: boolean } | null
  ended: readonly { readonly outcome: 'refused' | 'withdrawn'; readonly reason: string; readonly by: string }[]
  mayAgree: boolean
  keys: Keys
  problems: Problems | null
}) {
  const words = office.writeOff
  const path = `/facturen/${props.invoice.id}/afboeking`
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: `/facturen/${props.invoice.id}`, label: props.invoice.number }]} />
      <PageHead title={words.title(props.invoice.number)} lead={words.lead} />
      <Facts
        items={[
          { label: words.customer, value: props.invoice.customerName },
          { label: words.open, value: euro(props.open) },
          ...(props.invoice.dueOn ? [{ label: words.due, value: longDay(props.invoice.dueOn) }] : []),
        ]}
      />
      {props.proposal ? (
        <>
          <Facts
            items={[
              { label: words.proposedBy, value: props.proposal.by },
              { label: words.reason, value: props.proposal.reason },
              ...(props.proposal.certain ? [{ label: words.certainShort, value: words.yes }] : []),
            ]}
          />
          {props.proposal.own ? <Alert tone="info">{words.own}</Alert> : null}
          {props.mayAgree && !props.proposal.own ? (
            <ActionButton action={`${path}/akkoord`} keys={props.keys} icon="check">
              {words.agree}
            </ActionButton>
          ) : null}
          <Fold summary={props.proposal.own ? words.withdraw : words.refuse} open={props.problems !== null}>
            <Form action={`${path}/einde`} keys={props.keys} problems={props.problems}>
              <TextArea name="reason" label={words.endReason} rows={2} maxLength={300} />
              <Button look="secondary">{props.proposal.own ? words.withdraw : words.refuse}</Button>
            </Form>
          </Fold>
        </>
      ) : (
        <Form action={path} keys={props.keys} problems={props.problems}>
          <TextArea name="reason" label={words.reason} rows={3} maxLength={300} />
          <CheckField name="certain" label={words.certain} hint={words.certainHint} />
          <Button>{words.propose}</Button>
        </Form>
      )}
      {props.ended.map((each, index) => (
        <p class="soft" key={String(index)}>
          {words.ended[each.outcome](each.by, each.reason)}
        </p>
      ))}
    </div>
  )
}

export function TrustPage(props: { members: ReadonlyMap<MemberId, string>; trusted: readonly MemberId[]; keys: Keys }) {
  const words = office.trust
  return (
    <div class="narrow stack">
      <PageHead title={words.title} lead={words.lead} />
      <Table
        caption={words.caption}
        captionHidden
        rows={[...props.members]}
        rowKey={([member]) => member}
        columns={[
          { key: 'member', label: words.member, header: true, cell: ([, name]) => name },
          {
            key: 'state',
            label: words.state,
            cell: ([member]) => <Tag tone={props.trusted.includes(member) ? 'ok' : 'plain'}>{props.trusted.includes(member) ? words.yes : words.no}</Tag>,
          },
          {
            key: 'button',
            label: words.give,
            quiet: true,
            phone: 'below',
            cell: ([member]) => (
              <ActionButton
                action="/facturen/vertrouwen"
                keys={props.keys}
                look="secondary"
                size="small"
                hidden={{ member, trusted: props.trusted.includes(member) ? 'nee' : 'ja' }}
              >
                {props.trusted.includes(member) ? words.end : words.give}
              </ActionButton>
            ),
          },
        ]}
        empty={<Empty title={words.title} what={words.empty} />}
      />
    </div>
  )
}
