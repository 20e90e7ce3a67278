import { longDay, shortDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { cents, euro, minus, negate } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import { Actions, Button, ButtonLink, Form, TextField } from '#ui/fields.tsx'
import { Alert, Amount, Card, Crumbs, Facts, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { disposingTexts } from '../disposing/disposing.en.ts'
import type { BillPaymentRow } from '../disposing/disposing.sql.ts'
import type { Disposal } from '../disposing/disposing.types.ts'
import { office } from '../disposing/office.nl.ts'

type Props = {
  readonly disposal: Disposal
  readonly payments: readonly BillPaymentRow[]
  readonly own: boolean
  readonly mayRestore: boolean
  readonly readsBooks: boolean
  readonly buyer: string
  readonly keys: () => { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
  readonly language: Language
}

/** A thing that went: for the buyer the bill with how to pay it, for the office also what the books did, and taking it back. */
export function BillPage(props: Props) {
  const { disposal, own, language } = props
  const words = disposingTexts[language]
  const { document, number } = disposal
  const title = number ? fill(words.billTitle, { number }) : fill(office.gonePage, { thing: disposal.thing, kind: office.kinds[disposal.kind] })
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: own ? '/spullen' : `/spullen/${disposal.equipment}`, label: own ? words.back : disposal.thing }]} />
      <PageHead title={title} lead={document ? fill(words.lead, { thing: disposal.thing, seller: document.seller.name }) : null} read={own} />
      {disposal.undoneOn ? (
        <Alert tone="info">
          <p>{fill(words.undone, { day: longDay(disposal.undoneOn, language) })}</p>
          {disposal.creditNumber ? <p>{fill(words.undoneNumber, { number: disposal.creditNumber })}</p> : null}
        </Alert>
      ) : null}
      {document ? <Bill {...props} document={document} /> : null}
      {own ? null : <Books {...props} />}
      {props.payments.length > 0 ? <Payments {...props} /> : null}
      {props.mayRestore && !disposal.undoneOn ? <Restore {...props} /> : null}
    </div>
  )
}

function Bill({ disposal, document, own, buyer, language }: Props & { readonly document: NonNullable<Disposal['document']> }) {
  const words = disposingTexts[language]
  const { seller } = document
  const [price, vat] = [cents(BigInt(document.price)), cents(BigInt(document.vat))]
  const waits = disposal.open > 0n
  return (
    <Card look={waits ? 'wait' : 'flat'}>
      <Facts
        items={[
          ...(own ? [] : [{ label: office.buyerIs, value: buyer }]),
          { label: words.thing, value: document.thing },
          { label: words.suppliedOn, value: longDay(document.suppliedOn, language) },
          { label: words.issuedOn, value: longDay(document.issuedOn, language) },
          ...(document.percent
            ? [
                { label: words.priceNet, value: euro(minus(price, vat)) },
                { label: fill(words.vat, { percent: document.percent }), value: euro(vat) },
              ]
            : []),
          { label: words.price, value: euro(price) },
          ...(document.paidBy === 'bill' && !disposal.undoneOn ? [{ label: words.open, value: euro(disposal.open) }] : []),
        ]}
      />
      {document.treatment === 'standard' || document.treatment === 'none' ? null : <p class="soft">{words.treatments[document.treatment]}</p>}
      {disposal.undoneOn ? null : document.paidBy === 'cash' ? (
        <p>{words.paidCash}</p>
      ) : waits ? (
        <>
          <p>{fill(words.payBefore, { day: longDay(document.dueOn, language) })}</p>
          <p>{fill(words.payHow, { iban: seller.iban ?? '', seller: seller.name, number: document.number })}</p>
          {own ? <p class="soft">{words.helpNotPay}</p> : null}
        </>
      ) : (
        <p>{words.paid}</p>
      )}
      <ButtonLink href={`/spullen/rekening/${disposal.id}/pdf`} look="secondary" icon="download" download>
        {words.pdf}
      </ButtonLink>
    </Card>
  )
}

/** What left the books, in Dutch: for the office. */
function Books({ disposal, readsBooks }: Props) {
  const result = minus(minus(disposal.price, disposal.vat), minus(disposal.cost, disposal.worn))
  return (
    <Card title={office.booked}>
      <Facts
        items={[
          { label: office.cost, value: euro(disposal.cost) },
          { label: office.worn, value: euro(disposal.worn) },
          { label: office.price, value: euro(disposal.price) },
          { label: office.vat, value: euro(disposal.vat) },
          { label: result > 0n ? office.profit : result < 0n ? office.loss : office.even, value: euro(result < 0n ? negate(result) : result) },
        ]}
      />
      <p class="soft">{office.treatments[disposal.treatment]}</p>
      {disposal.entry && readsBooks ? (
        <p>
          <a href={`/grootboek/boeking/${disposal.entry}`}>{office.seeEntry}</a>
        </p>
      ) : null}
    </Card>
  )
}

function Payments({ payments, language }: Props) {
  const words = disposingTexts[language]
  return (
    <Card title={words.payments}>
      <Table
        caption={words.payments}
        captionHidden
        rows={payments}
        rowKey={(row) => row.entry}
        columns={[
          { key: 'on', label: words.paidOn, header: true, cell: (row) => shortDay(row.on, language) },
          { key: 'how', label: words.paidHow, cell: (row) => (row.how === 'pot' ? words.byPot : row.cents < 0n ? words.backBank : words.byBank) },
          { key: 'cents', label: words.paidCents, numeric: true, phone: 'beside', cell: (row) => <Amount cents={row.cents} /> },
        ]}
      />
    </Card>
  )
}

function Restore({ disposal, keys, problems }: Props) {
  return (
    <Card title={office.undo}>
      <p>{disposal.paid === 0n ? office.undoLead : office.undoPaid}</p>
      {disposal.paid === 0n ? (
        <Form action={`/spullen/rekening/${disposal.id}/terug`} keys={keys()} problems={problems}>
          <TextField name="reason" label={office.reason} hint={office.reasonHint} maxLength={200} />
          <Actions>
            <Button look="secondary" icon="undo">
              {office.undo}
            </Button>
          </Actions>
        </Form>
      ) : null}
    </Card>
  )
}
