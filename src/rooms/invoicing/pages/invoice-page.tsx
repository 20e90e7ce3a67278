import { type Day, dayOf, type Instant, longDay } from '#kit/day.ts'
import { euro, negate } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId, PersonId } from '#rooms/access'
import { ActionButton, Actions, Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, Fold, PageHead, Tag } from '#ui/parts.tsx'
import { nl as customerWords } from '../customer/customer.nl.ts'
import type { CustomerQuestion } from '../customer/link.sql.ts'
import type { Invoice, InvoiceReceipt } from '../invoicing.types.ts'
import type { Till } from '../market/till.sql.ts'
import { TillCard } from '../market/till-card.tsx'
import type { Delivery, Paper } from '../paper/delivery.sql.ts'
import { paperOf } from '../paper/paper.rules.ts'
import { PaperView } from '../paper/paper-view.tsx'
import type { InvoiceInFull } from '../payments/payments.sql.ts'
import type { RemindingStanding } from '../reminding/reminding.ts'
import { RemindingCard } from '../reminding/reminding-card.tsx'
import { SentShares, WhoseShare } from '../sharing/pages/share-cards.tsx'
import type { StoredShare } from '../sharing/shares.sql.ts'
import { stateOf } from './state.ts'
import { textsIn } from './texts.ts'

export type InvoiceFacts = {
  readonly invoice: InvoiceInFull
  readonly receipts: readonly (InvoiceReceipt & { readonly undone: boolean })[]
  readonly notes: readonly Invoice[]
  /** What each member has of a shared invoice; of `own` for a member. */
  readonly shares: readonly StoredShare[]
  readonly names: ReadonlyMap<MemberId, string>
  readonly own: MemberId | null
  readonly questions: readonly CustomerQuestion[]
  /** null for the member's own. */
  readonly memberName: string | null
  readonly reminding: { readonly standing: RemindingStanding; readonly names: ReadonlyMap<PersonId, string> } | null
  readonly office: boolean
  /** The box of a market day; null for anything else. */
  readonly till: Till | null
  readonly today: Day
}

export function InvoicePage(props: {
  facts: InvoiceFacts
  keys: { csrf: string; key: string }
  language: Language
  person: PersonId | null
  may: {
    readonly credit: boolean
    readonly remind: boolean
    readonly pause: boolean
    readonly writeOff: boolean
    readonly release: boolean
    readonly post: boolean
    readonly answer: boolean
  }
}) {
  const { facts, may, language } = props
  const { invoice } = facts
  const words = textsIn(language)
  const path = `/facturen/${invoice.id}`
  const state = stateOf(invoice, facts.today, words)
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: '/facturen', label: words.list.title }]} />
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
      <SentShares number={invoice.number} shares={facts.shares} names={facts.names} own={facts.own} language={language} />
      <Questions invoice={invoice.id} questions={facts.questions} keys={props.keys} may={may} />
      {facts.reminding ? (
        <RemindingCard
          {...facts.reminding}
          invoice={invoice.id}
          today={facts.today}
          may={{ ...may, office: facts.office }}
          person={props.person}
          keys={props.keys}
          language={language}
        />
      ) : null}
      <Sent facts={facts} keys={props.keys} language={language} may={may} />
      <PaperView paper={paperOf(invoice.document)} words={words} />
      {facts.till ? <TillCard sheet={invoice.id} till={facts.till} sold={invoice.payable} language={language} /> : null}
      <Actions>
        <ButtonLink href={`${path}/pdf`} icon="download" look="secondary" download>
          {words.invoice.pdf}
        </ButtonLink>
        <ButtonLink href={`${path}/ubl`} icon="download" look="plain" download>
          {words.invoice.ubl}
        </ButtonLink>
      </Actions>
      <Actions>
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
            <WhoseShare shares={facts.shares} names={facts.names} language={language} />
            <TextArea name="reason" label={words.invoice.releaseLabel} rows={2} maxLength={300} />
            <Button look="secondary">{words.invoice.release}</Button>
          </Form>
        </Fold>
      ) : null}
    </div>
  )
}

/** What the customer asked on the page of the link. */
function Questions(props: { invoice: string; questions: readonly CustomerQuestion[]; keys: { csrf: string; key: string }; may: { readonly answer: boolean } }) {
  const words = customerWords.office
  return (
    <>
      {props.questions.map((question) => (
        <Card title={words.asked(longDay(dayOf(question.askedAt)))} key={question.id} look={question.answer ? 'flat' : 'wait'}>
          <p>{question.words}</p>
          {question.answer ? <p class="soft">{question.answer}</p> : null}
          {!question.answer && props.may.answer ? (
            <Form action={`/facturen/${props.invoice}/vragen/${question.id}/antwoord`} keys={props.keys}>
              <TextArea name="answer" label={words.answer} rows={3} maxLength={1000} />
              <Button look="secondary">{words.send}</Button>
            </Form>
          ) : null}
        </Card>
      ))}
    </>
  )
}

/** How the papers went to the customer, and what somebody must still do. */
function Sent(props: {
  facts: InvoiceFacts
  keys: { csrf: string; key: string }
  language: Language
  may: { readonly post: boolean; readonly remind: boolean }
}) {
  const { facts, language, may } = props
  const { invoice } = facts
  const { deliveries } = invoice
  const words = textsIn(language).invoice
  if (invoice.kind === 'day-sheet' || invoice.document.takenOver === true) return null
  const papers = (['invoice', ...(invoice.remindedAt ? (['reminder'] as const) : [])] as const).map((what) => ({
    what,
    delivery: what === 'reminder' ? ofLatest(deliveries[what], invoice.remindedAt) : deliveries[what],
  }))
  const toPost = papers.filter(({ delivery }) => delivery?.how === 'paper')
  const letter =
    may.remind && invoice.remindedAt ? (
      <ButtonLink href={`/facturen/${invoice.id}/herinnering`} look="secondary" icon="letter" download>
        {words.delivery.letter}
      </ButtonLink>
    ) : null
  return (
    <>
      {toPost.length > 0 ? (
        <Alert tone="warn" title={words.delivery.title.paper}>
          {toPost.map(({ what }) => (
            <p key={what}>{words.delivery[what].paper}</p>
          ))}
          <Actions>
            {letter}
            {may.post ? (
              <ActionButton action={`/facturen/${invoice.id}/opgestuurd`} keys={props.keys} icon="check">
                {words.delivery.done}
              </ActionButton>
            ) : null}
          </Actions>
        </Alert>
      ) : null}
      {papers.map(({ what, delivery }) =>
        delivery?.how === 'failed' ? (
          <Alert tone="wrong" title={words.delivery.title.failed} key={what}>
            <p>{words.delivery[what].failed}</p>
          </Alert>
        ) : null,
      )}
      {papers.map(({ what, delivery }) => (
        <p class="soft" key={what}>
          {saidOf(facts, what, delivery, language)}
        </p>
      ))}
    </>
  )
}

/** What came of an earlier reminder says nothing of the latest. */
function ofLatest(delivery: Delivery | undefined, remindedAt: Instant | null): Delivery | undefined {
  return delivery && remindedAt && dayOf(delivery.at) >= dayOf(remindedAt) ? delivery : undefined
}

function saidOf(facts: InvoiceFacts, what: Paper, delivery: Delivery | undefined, language: Language): string | null {
  const words = textsIn(language).invoice
  const { sentAt, remindedAt } = facts.invoice
  if (delivery?.how === 'mail' || delivery?.how === 'posted') return words.delivery[what][delivery.how](longDay(dayOf(delivery.at), language))
  if (delivery) return null
  const since = dayOf((what === 'reminder' ? remindedAt : null) ?? sentAt)
  if (since === facts.today) return words.delivery[what].waits
  // Of before it was written down how it went.
  return what === 'reminder' ? words.reminded(longDay(since, language)) : null
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
