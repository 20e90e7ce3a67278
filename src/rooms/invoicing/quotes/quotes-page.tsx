import { type Day, dayOf, longDay, longMonth } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { plus } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { TradeStopped } from '#rooms/consent'
import { ActionButton, Actions, Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Amount, Card, Crumbs, Empty, Facts, PageHead, Tag, type Tone } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { AcceptanceFold } from './accepting/acceptance-fold.tsx'
import { QuoteLines } from './quote-parts.tsx'
import { quoteTexts } from './quotes.en.ts'
import type { QuoteStanding } from './quoting.rules.ts'
import type { QuoteFacts } from './quoting.ts'
import type { QuoteQuestion, QuoteRow } from './quoting.types.ts'

const TONES: Readonly<Record<QuoteStanding, Tone>> = { draft: 'plain', open: 'wait', expired: 'warn', accepted: 'ok', declined: 'wrong', withdrawn: 'plain' }

export type QuoteLine = { readonly quote: QuoteRow; readonly standing: QuoteStanding; readonly customer: string }

/** All quotes within reach, newest first. */
export function QuotesPage(props: { lines: readonly QuoteLine[]; members: ReadonlyMap<MemberId, string> | null; mayWrite: boolean; language: Language }) {
  const all = quoteTexts(props.language)
  const words = all.list
  const { members } = props
  const member = (line: QuoteLine) => members?.get(line.quote.member) ?? ''
  return (
    <div class="stack">
      <Crumbs items={[{ href: '/facturen', label: words.invoices }]} />
      <PageHead title={words.title} lead={words.lead} />
      {props.mayWrite ? (
        <Actions>
          <ButtonLink href="/offertes/nieuw" icon="plus">
            {words.add}
          </ButtonLink>
        </Actions>
      ) : null}
      <Table
        caption={words.title}
        captionHidden
        rows={props.lines}
        rowKey={(line) => line.quote.id}
        rowHref={(line) => `/offertes/${line.quote.id}`}
        columns={[
          { key: 'number', label: words.number, header: true, cell: (line) => <a href={`/offertes/${line.quote.id}`}>{line.quote.number}</a> },
          { key: 'customer', label: words.customer, bare: true, cell: (line) => line.customer },
          ...(members ? [{ key: 'member', label: words.member, cell: member }] : []),
          { key: 'state', label: words.state, bare: true, cell: (line) => <Tag tone={TONES[line.standing]}>{all.standing[line.standing]}</Tag> },
          { key: 'until', label: words.until, cell: (line) => (line.quote.validUntil ? longDay(line.quote.validUntil, props.language) : '') },
        ]}
        empty={<Empty title={words.empty} what={words.emptyText} />}
      />
    </div>
  )
}

/** One quote for who wrote it: how it stands, what it does with the months, and what can be done. */
export function QuotePage(props: {
  facts: QuoteFacts
  questions: readonly QuoteQuestion[]
  memberName: string | null
  /** Who wrote down that the customer accepted, where it was not the link. */
  recordedBy: string | null
  today: Day
  may: { readonly write: boolean; readonly send: boolean; readonly ask: boolean; readonly reply: boolean; readonly record: boolean }
  /** Where the question of the customer stands that led to it, for who may read it. */
  origin: string | null
  problems: Problems | null
  keys: { csrf: string; key: string }
  language: Language
}) {
  const { facts, may, language, keys } = props
  const { quote, standing, priced } = facts
  const all = quoteTexts(language)
  const words = all.page
  const path = `/offertes/${quote.id}`
  const changeable = may.write && standing !== 'accepted' && standing !== 'withdrawn'
  const { answeredOn } = quote
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: '/offertes', label: all.list.title }]} />
      <PageHead
        title={all.terms.title(quote.number)}
        {...(props.memberName ? { over: words.over(props.memberName) } : {})}
        lead={<Tag tone={TONES[standing]}>{all.standing[standing]}</Tag>}
        read
      />
      {standing === 'accepted' && answeredOn ? <Accepted quote={quote} on={answeredOn} recordedBy={props.recordedBy} language={language} /> : null}
      {standing === 'declined' && answeredOn ? (
        <Alert tone="warn" title={words.declined(answeredOn)}>
          <p>{quote.reason}</p>
        </Alert>
      ) : null}
      {standing === 'accepted' ? null : <TradeStopped allowed={facts.trade} language={language} />}
      {facts.parts === null ? <Alert tone="wrong">{words.noParts}</Alert> : null}
      <Facts
        items={[
          { label: words.customer, value: facts.customerName },
          { label: words.workOn, value: quote.terms ? longDay(quote.terms.workOn, language) : '' },
          { label: words.valid, value: quote.validUntil ? longDay(quote.validUntil, language) : words.validDays(quote.terms?.validDays ?? 0) },
        ]}
      />
      <Card title={words.lines}>
        <QuoteLines priced={priced} language={language} />
        {quote.terms?.note ? <p>{quote.terms.note}</p> : null}
      </Card>
      {props.origin ? (
        <p>
          <a href={props.origin}>{words.origin}</a>
        </p>
      ) : null}
      {(facts.parts?.length ?? 0) > 1 || standing === 'accepted' ? <Parts facts={facts} may={may} keys={keys} language={language} /> : null}
      <Months facts={facts} language={language} />
      {may.record && quote.document && (standing === 'open' || standing === 'expired') ? (
        <AcceptanceFold path={path} from={quote.document.sentOn} today={props.today} keys={keys} problems={props.problems} language={language} />
      ) : null}
      <Questions path={path} questions={props.questions} may={may} keys={keys} language={language} />
      <Actions>
        {standing === 'draft' && may.send && facts.trade.allowed && facts.parts ? (
          <ActionButton action={`${path}/versturen`} keys={keys} icon="send">
            {words.send}
          </ActionButton>
        ) : null}
        {changeable ? (
          <ButtonLink href={`${path}/aanpassen`} look="secondary" icon="pencil">
            {words.change}
          </ButtonLink>
        ) : null}
        {quote.document ? (
          <ButtonLink href={`${path}/pdf`} look="secondary" icon="download" download>
            {words.pdf}
          </ButtonLink>
        ) : null}
        {changeable ? (
          <ActionButton action={`${path}/intrekken`} keys={keys} look="plain">
            {words.withdraw}
          </ActionButton>
        ) : null}
      </Actions>
      {standing === 'draft' && !may.send ? <p class="soft">{words.waits}</p> : null}
    </div>
  )
}

/** Who accepted, when and how; on paper or by phone who wrote it down, and the paper. */
function Accepted(props: { quote: QuoteRow; on: Day; recordedBy: string | null; language: Language }) {
  const { quote, recordedBy } = props
  const { page, acceptance } = quoteTexts(props.language)
  const name = quote.acceptedBy ?? ''
  if (!quote.how || quote.how === 'link') return <Alert tone="ok">{page.acceptedBy(name, props.on)}</Alert>
  return (
    <Alert tone="ok">
      <p>
        {acceptance.accepted[quote.how](name, props.on)} {recordedBy ? acceptance.recordedBy(recordedBy) : null}
      </p>
      {quote.paper ? (
        <p>
          <a href={`/offertes/${quote.id}/akkoord/papier`}>{acceptance.paper}</a>
        </p>
      ) : null}
    </Alert>
  )
}

function Parts(props: { facts: QuoteFacts; may: { readonly ask: boolean }; keys: { csrf: string; key: string }; language: Language }) {
  const { facts, language } = props
  const { page: words, part: kinds, terms } = quoteTexts(language)
  const accepted = facts.standing === 'accepted'
  const asked = new Map(facts.asked.map((each) => [each.part, each]))
  type Row = NonNullable<QuoteFacts['parts']>[number] & { readonly at: number }
  const go = ({ at }: Row) => {
    const known = asked.get(at)
    if (known) return <a href={`/facturen/${known.invoice}`}>{known.number ?? words.invoice}</a>
    if (!props.may.ask) return null
    return (
      <ActionButton action={`/offertes/${facts.quote.id}/delen/${at + 1}`} keys={props.keys} look="secondary" size="small">
        {words.ask}
      </ActionButton>
    )
  }
  return (
    <Card title={words.parts}>
      <Table<Row>
        caption={words.parts}
        captionHidden
        rows={(facts.parts ?? []).map((each, at) => ({ ...each, at }))}
        rowKey={(each) => String(each.at)}
        columns={[
          { key: 'part', label: words.part, header: true, cell: (each) => each.label ?? kinds[each.kind] },
          { key: 'on', label: words.on, cell: (each) => (each.on ? terms.day(each.on) : '') },
          { key: 'amount', label: words.amount, numeric: true, phone: 'beside', cell: (each) => <Amount cents={each.payable} /> },
          ...(accepted ? [{ key: 'go', label: words.invoice, quiet: true, phone: 'below' as const, cell: go }] : []),
        ]}
      />
    </Card>
  )
}

function Months(props: { facts: QuoteFacts; language: Language }) {
  const words = quoteTexts(props.language).page
  return (
    <Card title={words.month}>
      <p class="soft">{words.monthHint}</p>
      <Table
        caption={words.month}
        captionHidden
        rows={props.facts.months}
        rowKey={(each) => each.month}
        columns={[
          { key: 'month', label: words.monthColumn, header: true, cell: (each) => longMonth(each.month, props.language) },
          { key: 'before', label: words.before, numeric: true, cell: (each) => <Amount cents={each.before} /> },
          { key: 'job', label: words.job, numeric: true, cell: (each) => <Amount cents={each.job} /> },
          { key: 'together', label: words.together, numeric: true, phone: 'beside', cell: (each) => <Amount cents={plus(each.before, each.job)} /> },
        ]}
      />
    </Card>
  )
}

function Questions(props: {
  path: string
  questions: readonly QuoteQuestion[]
  may: { readonly reply: boolean }
  keys: { csrf: string; key: string }
  language: Language
}) {
  const words = quoteTexts(props.language).page
  return (
    <>
      {props.questions.map((question) => (
        <Card title={`${words.questions}, ${longDay(dayOf(question.askedAt), props.language)}`} key={question.id} look={question.answer ? 'flat' : 'wait'}>
          <p>{question.words}</p>
          {question.answer ? <p class="soft">{question.answer}</p> : null}
          {!question.answer && props.may.reply ? (
            <Form action={`${props.path}/vragen/${question.id}/antwoord`} keys={props.keys} ids={question.id}>
              <TextArea name="answer" label={words.reply} rows={3} maxLength={1000} />
              <Button look="secondary">{words.replySend}</Button>
            </Form>
          ) : null}
        </Card>
      ))}
    </>
  )
}
