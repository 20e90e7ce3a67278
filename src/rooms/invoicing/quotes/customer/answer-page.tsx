import { type Day, dayOf } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import { Actions, Button, ButtonLink, CheckField, Form, HiddenField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Facts, Fold, PageHead } from '#ui/parts.tsx'
import { PartsTable, QuoteLines } from '../quote-parts.tsx'
import { quoteTexts } from '../quotes.en.ts'
import { quoteStanding } from '../quoting.rules.ts'
import type { QuoteRow } from '../quoting.types.ts'
import type { QuoteSeen } from './answering.ts'

/** A quote for its customer: what it costs, when to pay, and yes, no or a question. Of the member only the trade name. */
export function AnswerPage(props: {
  seen: QuoteSeen
  path: string
  today: Day
  keys: { csrf: string; key: string }
  problems: { readonly at: 'accept' | 'decline' | 'ask'; readonly problems: Problems } | null
  language: Language
}) {
  const { seen, path, language } = props
  const { quote, questions } = seen
  const { document } = quote
  const words = quoteTexts(language).terms
  const standing = document ? quoteStanding(quote, props.today) : null
  const wrong = (at: 'accept' | 'decline' | 'ask') => (props.problems?.at === at ? props.problems.problems : null)
  return (
    <div class="narrow stack">
      <PageHead title={words.title(quote.number)} over={document?.tradeName ?? document?.seller.name ?? ''} read />
      <Alert tone={standing === 'accepted' ? 'ok' : standing === 'expired' || standing === 'declined' ? 'warn' : 'info'}>
        {saidOf(quote, props.today, language)}
      </Alert>
      {document ? (
        <>
          <Facts
            items={[
              { label: words.facts.from, value: document.seller.name },
              { label: words.facts.sentOn, value: words.day(document.sentOn) },
              { label: words.facts.workOn, value: words.day(document.workOn) },
            ]}
          />
          <Card title={words.lines}>
            <QuoteLines priced={document.priced} language={language} />
          </Card>
          {document.parts.length > 1 ? (
            <Card title={words.parts}>
              <PartsTable parts={document.parts} language={language} />
            </Card>
          ) : null}
          {document.note ? (
            <Card title={words.note}>
              <p>{document.note}</p>
            </Card>
          ) : null}
          <p class="soft">{words.seller(document.seller.name)}</p>
          <Actions>
            <ButtonLink href={`${path}/pdf`} icon="download" look="secondary" download>
              {quoteTexts(language).page.pdf}
            </ButtonLink>
          </Actions>
        </>
      ) : null}
      {standing === 'open' && document ? (
        <>
          <Card title={words.accept.title}>
            <Form action={`${path}/akkoord`} keys={props.keys} problems={wrong('accept')} ids="akkoord">
              <HiddenField name="version" value={String(quote.version)} />
              <p>
                <strong>{euro(document.priced.payable)}</strong>
              </p>
              <TextField name="name" label={words.accept.name} maxLength={120} autocomplete="name" />
              <CheckField name="agreed" label={words.accept.tick} />
              <Button icon="check">{words.accept.send}</Button>
            </Form>
          </Card>
          <Fold summary={words.decline.title} open={wrong('decline') !== null}>
            <Form action={`${path}/nee`} keys={props.keys} problems={wrong('decline')} ids="nee">
              <HiddenField name="version" value={String(quote.version)} />
              <TextArea name="reason" label={words.decline.reason} rows={3} maxLength={500} />
              <Button look="secondary">{words.decline.send}</Button>
            </Form>
          </Fold>
        </>
      ) : null}
      {questions.map((question) => (
        <Card title={words.ask.yours(dayOf(question.askedAt))} key={question.id}>
          <p>{question.words}</p>
          <p class={question.answer ? undefined : 'soft'}>{question.answer ?? words.ask.waits}</p>
        </Card>
      ))}
      <Fold summary={words.ask.title} open={wrong('ask') !== null}>
        <Form action={`${path}/vraag`} keys={props.keys} problems={wrong('ask')} ids="vraag">
          <TextArea name="words" label={words.ask.words} rows={4} maxLength={1000} />
          <Button look="secondary" icon="question">
            {words.ask.send}
          </Button>
        </Form>
      </Fold>
    </div>
  )
}

function saidOf(quote: QuoteRow, today: Day, language: Language): string {
  const words = quoteTexts(language).terms
  if (quote.withdrawn) return words.withdrawn
  if (!quote.document || !quote.validUntil) return words.changing
  const standing = quoteStanding(quote, today)
  if (standing === 'accepted') return words.accepted(quote.acceptedBy ?? '', quote.answeredOn ?? today)
  if (standing === 'declined') return words.declined
  return standing === 'expired' ? words.expired(quote.validUntil) : words.open(quote.validUntil)
}
