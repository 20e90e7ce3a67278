import { addDays, type Day, longDay, shortDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro, sum } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import { KeptFilters, type MemberId, type Together } from '#rooms/access'
import { LawFold } from '#rooms/law'
import type { CustomerId } from '#rooms/organisations'
import { Actions, Button, ButtonLink, Form } from '#ui/fields.tsx'
import { Outcome } from '#ui/outcome.tsx'
import { Alert, Amount, Empty, PageHead, Progress, Tabs, Tag } from '#ui/parts.tsx'
import { SelectionBar, Table } from '#ui/table.tsx'
import { betweenTexts } from '../between/between.en.ts'
import { nl as customerWords } from '../customer/customer.nl.ts'
import type { Draft, InvoiceId, OpenInvoice } from '../invoicing.types.ts'
import { openJobTexts } from '../open-jobs/open-jobs.en.ts'
import type { KorStanding } from '../series/kor.ts'
import { sharingTexts } from '../sharing/sharing.en.ts'
import { office } from './office.nl.ts'
import { stateOf } from './state.ts'
import { textsIn } from './texts.ts'

export type ListFacts = {
  /** Drafts of others in which the reader is asked for the own share. */
  readonly asked: readonly Draft[]
  readonly which: 'open' | 'drafts' | 'all'
  readonly invoices: readonly OpenInvoice[]
  readonly drafts: readonly (Draft & { readonly total: OpenInvoice['payable'] })[]
  readonly members: ReadonlyMap<MemberId, string>
  readonly customers: ReadonlyMap<CustomerId, string>
  readonly kor: KorStanding | null
  /** With a question of a customer that nobody answered. */
  readonly questions: readonly { readonly invoice: InvoiceId; readonly number: string }[]
  /** Sent without VAT, though the limit was passed by then. */
  readonly withoutVat: readonly { readonly id: InvoiceId; readonly number: string }[]
  readonly today: Day
  readonly next: string | null
  /** What came of drafts that were sent together just now. */
  readonly outcome: Together | null
}

/** Sending many at once; null for whoever sends none. */
type Sending = { readonly keys: { csrf: string; key: string }; readonly problems: Problems | null } | null

export function ListPage(props: {
  facts: ListFacts
  language: Language
  mine: boolean
  mayAsk: boolean
  mayTrust: boolean
  mayRemind: boolean
  sending: Sending
}) {
  const { facts, mine, language } = props
  const words = textsIn(language)
  const sharing = sharingTexts[language]
  const open = facts.invoices.filter((invoice) => invoice.open > 0n)
  const tab = (which: ListFacts['which']) => ({ href: `/facturen?toon=${which}`, label: words.list.tabs[which], current: facts.which === which })
  return (
    <div class="stack">
      <PageHead title={words.list.title} lead={mine ? words.list.leadMember : words.list.leadOffice} />
      {props.mayAsk ? (
        <Actions>
          <ButtonLink href="/facturen/nieuw" icon="plus">
            {words.list.newInvoice}
          </ButtonLink>
          <ButtonLink href="/dagstaten/nieuw" icon="shop" look="secondary">
            {words.list.newSheet}
          </ButtonLink>
          <ButtonLink href="/offertes" icon="paper" look="secondary">
            {words.list.quotes}
          </ButtonLink>
          <ButtonLink href="/onderling" icon="people" look="secondary">
            {betweenTexts(language).title}
          </ButtonLink>
          <ButtonLink href="/klussen" icon="calendar" look="secondary">
            {openJobTexts(language).title}
          </ButtonLink>
        </Actions>
      ) : null}
      {facts.kor && !mine ? <KorCard kor={facts.kor} withoutVat={facts.withoutVat} /> : null}
      {facts.asked.map((draft) => (
        <Alert tone="warn" title={sharing.asked} key={draft.id}>
          <p>{sharing.askedWhat(draft.lines[0]?.description ?? '')}</p>
          <a href={`/facturen/${draft.id}/deel`}>{sharing.look}</a>
        </Alert>
      ))}
      {facts.questions.length > 0 ? (
        <Alert tone="warn" title={customerWords.office.title}>
          <p>{customerWords.office.open}</p>
          <ul>
            {facts.questions.map(({ invoice, number }) => (
              <li key={invoice}>
                <a href={`/facturen/${invoice}`}>{number}</a>
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {facts.outcome ? (
        <Outcome
          done={facts.outcome.done.length > 0 ? words.list.many.sent(facts.outcome.done.length) : null}
          leftTitle={words.list.many.left(facts.outcome.refused.length)}
          left={facts.outcome.refused}
          href={(id) => `/facturen/${id}`}
        >
          <p class="soft">{words.list.many.mend}</p>
        </Outcome>
      ) : null}
      <Tabs label={words.list.tabs.label} items={[tab('open'), tab('drafts'), tab('all')]} />
      <KeptFilters />
      {facts.which === 'open' && facts.invoices.length > 0 ? (
        <p class="ans">{open.length > 0 ? words.list.openTogether(euro(sum(open.map((invoice) => invoice.open))), open.length) : words.list.allPaid}</p>
      ) : null}
      {facts.which === 'drafts' ? (
        <DraftTable facts={facts} mine={mine} language={language} sending={props.sending} />
      ) : (
        <InvoiceTable facts={facts} mine={mine} language={language} />
      )}
      {facts.next ? <a href={`/facturen?toon=${facts.which}&voor=${facts.next}`}>{words.list.older}</a> : null}
      {props.mayAsk ? null : (
        <p>
          <a href="/onderling">{betweenTexts(language).title}</a> · <a href="/klussen">{openJobTexts(language).title}</a>
        </p>
      )}
      {props.mayRemind ? (
        <p>
          <a href="/facturen/herinneren">{office.remind}</a>
        </p>
      ) : null}
      {props.mayTrust ? (
        <p>
          <a href="/facturen/vertrouwen">{words.list.trust}</a>
        </p>
      ) : null}
    </div>
  )
}

function InvoiceTable(props: { facts: ListFacts; mine: boolean; language: Language }) {
  const { facts, language } = props
  const words = textsIn(language)
  return (
    <Table
      caption={words.list.caption[facts.which]}
      captionHidden
      rows={facts.invoices}
      rowKey={(invoice) => invoice.id}
      rowHref={(invoice) => `/facturen/${invoice.id}`}
      keys={!props.mine}
      columns={[
        { key: 'number', label: words.list.number, header: true, cell: (invoice) => <a href={`/facturen/${invoice.id}`}>{invoice.number}</a> },
        { key: 'customer', label: words.list.customer, cell: (invoice) => invoice.customerName, bare: true },
        ...(props.mine ? [] : [{ key: 'member', label: words.list.member, cell: (invoice: OpenInvoice) => facts.members.get(invoice.member) ?? '' }]),
        { key: 'on', label: words.list.on, cell: (invoice) => shortDay(invoice.issuedOn, language) },
        {
          key: 'state',
          label: words.list.state,
          bare: true,
          cell: (invoice) => {
            const state = stateOf(invoice, facts.today, words)
            return <Tag tone={state.tone}>{state.word}</Tag>
          },
        },
        { key: 'amount', label: words.list.amount, numeric: true, phone: 'beside', cell: (invoice) => <Amount cents={invoice.payable} /> },
        ...(facts.which === 'open'
          ? [{ key: 'open', label: words.list.open, numeric: true, cell: (invoice: OpenInvoice) => <Amount cents={invoice.open} /> }]
          : []),
      ]}
      empty={<Nothing which={facts.which} language={language} />}
    />
  )
}

function DraftTable(props: { facts: ListFacts; mine: boolean; language: Language; sending: Sending }) {
  const { facts, language, sending } = props
  const words = textsIn(language)
  const named = (draft: Draft) => (draft.customer ? (facts.customers.get(draft.customer) ?? '') : words.draft.titleSheet)
  const selecting = sending && facts.drafts.some((draft) => !draft.returnedBecause)
  const table = (
    <Table
      caption={words.list.caption.drafts}
      captionHidden
      rows={facts.drafts}
      rowKey={(draft) => draft.id}
      rowHref={(draft) => `/facturen/${draft.id}`}
      keys={!props.mine}
      {...(selecting ? { select: { name: 'factuur', label: named, disabled: (draft: Draft) => draft.returnedBecause !== null } } : {})}
      columns={[
        {
          key: 'customer',
          label: words.list.customer,
          header: true,
          cell: (draft) => <a href={`/facturen/${draft.id}`}>{named(draft)}</a>,
        },
        ...(props.mine ? [] : [{ key: 'member', label: words.list.member, cell: (draft: Draft) => facts.members.get(draft.member) ?? '' }]),
        { key: 'on', label: words.list.on, cell: (draft) => shortDay(draft.performedOn, language) },
        {
          key: 'state',
          label: words.list.state,
          bare: true,
          cell: (draft) => <Tag tone={draft.returnedBecause ? 'warn' : 'wait'}>{draft.returnedBecause ? words.state.returned : words.state.draft}</Tag>,
        },
        { key: 'amount', label: words.list.amount, numeric: true, phone: 'beside', cell: (draft) => <Amount cents={draft.total} /> },
      ]}
      empty={<Nothing which="drafts" language={language} />}
    />
  )
  return selecting ? (
    <Form action="/facturen/versturen" keys={sending.keys} problems={sending.problems} class="stack">
      <SelectionBar label={words.list.many.chosen}>
        <Button icon="send" size="small" shortcut="a">
          {words.list.many.send}
        </Button>
      </SelectionBar>
      {table}
    </Form>
  ) : (
    table
  )
}

function Nothing(props: { which: ListFacts['which']; language: Language }) {
  const words = textsIn(props.language).list.empty
  return <Empty title={words.title} what={props.which === 'all' ? words.what : words[props.which]} />
}

function KorCard(props: { kor: KorStanding; withoutVat: ListFacts['withoutVat'] }) {
  const { sold, limit, level, endedOn, lockedUntil, tooEarly } = props.kor
  const words = office.kor
  if (level === 'quiet' && endedOn === null) return null
  const over = level === 'over' || endedOn !== null
  return (
    <Alert tone={over ? 'wrong' : 'warn'} title={words.title}>
      <p>{words.meter(euro(sold), euro(limit))}</p>
      <Progress label={words.title} value={Number(sold)} max={Number(limit)} tone={over ? 'wrong' : 'warn'} />
      {endedOn && lockedUntil ? (
        <>
          <p>{words.ended(longDay(endedOn), longDay(lockedUntil))}</p>
          <p>{words.again(longDay(addDays(lockedUntil, 1)))}</p>
          {tooEarly ? <p>{words.tooEarly(longDay(tooEarly))}</p> : null}
        </>
      ) : (
        <p>{over ? words.over : words.near}</p>
      )}
      {props.withoutVat.length > 0 ? (
        <>
          <p>{words.correct}</p>
          <ul>
            {props.withoutVat.map(({ id, number }) => (
              <li key={id}>
                <a href={`/facturen/${id}`}>{number}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <LawFold screen="smallBusinessScheme" />
    </Alert>
  )
}
