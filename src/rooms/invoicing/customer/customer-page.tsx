import { dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { cents, euro, negate } from '#kit/money.ts'
import { type Language, list } from '#kit/text.ts'
import { Actions, Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Facts, Fold, PageHead } from '#ui/parts.tsx'
import { textsIn } from '../pages/texts.ts'
import { paperOf, spaced } from '../paper/paper.rules.ts'
import { PaperView } from '../paper/paper-view.tsx'
import { customerTexts } from './customer.en.ts'
import type { Linked } from './link.sql.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** One invoice for its customer: what stands on it, whether it is paid, how to pay, and a question. Of the member only the trade name. */
export function CustomerPage(props: { linked: Linked; path: string; code: string | null; keys: Keys; problems: Problems | null; language: Language }) {
  const { linked, path, language } = props
  const words = customerTexts(language)
  const { document } = linked
  const paper = paperOf(document)
  return (
    <div class="narrow stack">
      <PageHead title={paper.title} over={document.tradeName ?? document.seller.name} read />
      <Alert tone={linked.open > 0n ? 'info' : 'ok'}>
        {saidOf(linked, language).map((said) => (
          <p key={said}>{said}</p>
        ))}
      </Alert>
      {linked.open > 0n && document.kind === 'invoice' ? (
        <Card title={words.pay.title}>
          <p>{words.pay.how}</p>
          {props.code ? <img src={props.code} alt={words.pay.code} width={180} height={180} /> : null}
          <Facts
            items={[
              { label: words.pay.amount, value: <strong>{euro(linked.open)}</strong> },
              { label: words.pay.iban, value: <span class="iban">{spaced(document.seller.iban)}</span> },
              { label: words.pay.inNameOf, value: document.seller.name },
              { label: words.pay.reference, value: document.number },
            ]}
          />
        </Card>
      ) : null}
      <PaperView paper={paper} words={textsIn(language)} pay={false} />
      {document.takenOver ? null : (
        <Actions>
          <ButtonLink href={`${path}/pdf`} icon="download" look="secondary" download>
            {words.pdf}
          </ButtonLink>
          <ButtonLink href={`${path}/ubl`} icon="download" look="plain" download>
            {words.ubl}
          </ButtonLink>
        </Actions>
      )}
      {linked.questions.map((question) => (
        <Card title={words.ask.yours(longDay(dayOf(question.askedAt), language))} key={question.id}>
          <p>{question.words}</p>
          {question.answer && question.answeredAt ? (
            <>
              <p class="soft">{words.ask.answer(longDay(dayOf(question.answeredAt), language))}</p>
              <p>{question.answer}</p>
            </>
          ) : (
            <p class="soft">{words.ask.waits}</p>
          )}
        </Card>
      ))}
      <Fold summary={words.ask.title} open={props.problems !== null}>
        <Form action={`${path}/vraag`} keys={props.keys} problems={props.problems}>
          <TextArea name="words" label={words.ask.label} hint={words.ask.hint} rows={4} maxLength={1000} />
          <Button look="secondary" icon="question">
            {words.ask.send}
          </Button>
        </Form>
      </Fold>
    </div>
  )
}

function saidOf({ document, open, received, writtenOff, dueOn, notes }: Linked, language: Language): string[] {
  const words = customerTexts(language)
  if (document.kind === 'credit-note') return [words.state.note]
  const credited =
    notes.length > 0
      ? [
          words.state.credited(
            list(
              notes.map((note) => `${note.number} (${euro(cents(note.payable))})`),
              language === 'en' ? 'and' : 'en',
            ),
          ),
        ]
      : []
  if (open < 0n) return [...credited, words.state.refund(euro(negate(open)))]
  if (open > 0n) {
    const due = dueOn ? words.state.open(euro(open), longDay(dueOn, language)) : words.state.openNow(euro(open))
    return [due, ...(received > 0n ? [words.state.part(euro(received))] : []), ...credited]
  }
  return [...credited, received > 0n && writtenOff <= 0n ? words.state.paid : words.state.closed]
}
