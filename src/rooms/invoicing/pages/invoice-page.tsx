import { type Day, dayOf, longDay } from '#kit/day.ts'
import { euro, negate } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import { ActionButton, Actions, Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Facts, Fold, PageHead, Tag } from '#ui/parts.tsx'
import type { Invoice, InvoiceReceipt } from '../invoicing.types.ts'
import { paperOf } from '../paper/paper.rules.ts'
import { PaperView } from '../paper/paper-view.tsx'
import type { InvoiceInFull } from '../payments/payments.sql.ts'
import { stateOf } from './state.ts'
import { textsIn } from './texts.ts'

export type InvoiceFacts = {
  readonly invoice: InvoiceInFull
  readonly receipts: readonly (InvoiceReceipt & { readonly undone: boolean })[]
  readonly notes: readonly Invoice[]
  /** null for the member's own. */
  readonly memberName: string | null
  readonly today: Day
}

export function InvoicePage(props: {
  facts: InvoiceFacts
  keys: { csrf: string; key: string }
  language: Language
  may: { readonly credit: boolean; readonly remind: boolean; readonly writeOff: boolean; readonly release: boolean }
}) {
  const { facts, may, language } = props
  const { invoice } = facts
  const words = textsIn(language)
  const path = `/facturen/${invoice.id}`
  const state = stateOf(invoice, facts.today, words)
  const late = invoice.open > 0n && invoice.dueOn !== null && invoice.dueOn < facts.today
  return (
    <div class="narrow stack">
      <PageHead
        title={paperOf(invoice.document).title}
        {...(facts.memberName ? { over: facts.memberName } : {})}
        lead={<Tag tone={state.tone}>{state.word}</Tag>}
        read
      />
      {invoice.waitsBecause !== null && !invoice.released ? (
        <Alert tone="warn" title={words.invoice.waits}>
          <p>{words.invoice.waitsWhat}</p>
          <p>{invoice.waitsBecause}</p>
        </Alert>
      ) : null}
      {invoice.credits ? (
        <p>
          {words.invoice.of} <a href={`/facturen/${invoice.credits}`}>{invoice.document.credits}</a>
        </p>
      ) : (
        <Standing facts={facts} language={language} />
      )}
      <PaperView paper={paperOf(invoice.document)} words={words} />
      <Actions>
        <ButtonLink href={`${path}/pdf`} icon="download" look="secondary" download>
          {words.invoice.pdf}
        </ButtonLink>
        <ButtonLink href={`${path}/ubl`} icon="download" look="plain" download>
          {words.invoice.ubl}
        </ButtonLink>
      </Actions>
      <Actions>
        {may.remind && late && invoice.remindedAt === null ? (
          <ActionButton action={`${path}/herinnering`} keys={props.keys} icon="letter">
            {words.invoice.remind}
          </ActionButton>
        ) : null}
        {may.credit && !invoice.credits && invoice.credited < invoice.payable && invoice.writtenOff === 0n ? (
          <ButtonLink href={`${path}/creditnota`} look="secondary" icon="undo">
            {words.invoice.credit}
          </ButtonLink>
        ) : null}
        {may.writeOff && invoice.open > 0n ? (
          <ButtonLink href={`${path}/afboeking`} look="plain">
            {invoice.proposed ? words.invoice.proposed : words.invoice.writeOff}
          </ButtonLink>
        ) : null}
      </Actions>
      {may.release && invoice.waitsBecause !== null && !invoice.released ? (
        <Fold summary={words.invoice.release}>
          <Form action={`${path}/vrijgave`} keys={props.keys}>
            <TextArea name="reason" label={words.invoice.releaseLabel} rows={2} maxLength={300} />
            <Button look="secondary">{words.invoice.release}</Button>
          </Form>
        </Fold>
      ) : null}
    </div>
  )
}

function Standing(props: { facts: InvoiceFacts; language: Language }) {
  const { invoice, receipts, notes } = props.facts
  const words = textsIn(props.language).invoice
  const rows = [
    { label: words.received, cents: invoice.received },
    { label: words.credited, cents: invoice.credited },
    { label: words.refunded, cents: invoice.refunded },
    { label: words.writtenOff, cents: invoice.writtenOff },
  ].filter((row) => row.cents !== 0n)
  const open = invoice.open < 0n ? { label: words.toRefund, cents: negate(invoice.open) } : { label: words.open, cents: invoice.open }
  return (
    <Card title={words.standing}>
      <Facts
        items={[
          ...rows.map((row) => ({ label: row.label, value: euro(row.cents) })),
          { label: open.label, value: <strong>{euro(open.cents)}</strong>, total: true },
        ]}
      />
      {invoice.remindedAt ? <p class="soft">{words.reminded(longDay(dayOf(invoice.remindedAt), props.language))}</p> : null}
      {receipts.length > 0 ? (
        <>
          <h3>{words.payments}</h3>
          <ul>
            {receipts.map((receipt) => (
              <li key={receipt.receipt}>
                {words.paymentOf(euro(receipt.gross), longDay(receipt.on, props.language))} {receipt.undone ? <Tag tone="plain">{words.undone}</Tag> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {notes.length > 0 ? (
        <>
          <h3>{words.notes}</h3>
          <ul>
            {notes.map((note) => (
              <li key={note.id}>
                <a href={`/facturen/${note.id}`}>{note.number}</a> {euro(note.payable)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  )
}
