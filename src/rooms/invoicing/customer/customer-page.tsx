import { dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { cents, euro, negate } from '#kit/money.ts'
import { list } from '#kit/text.ts'
import { Actions, Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Facts, Fold, PageHead } from '#ui/parts.tsx'
import { textsIn } from '../pages/texts.ts'
import { paperOf, spaced } from '../paper/paper.rules.ts'
import { PaperView } from '../paper/paper-view.tsx'
import { nl } from './customer.nl.ts'
import type { Linked } from './link.sql.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** One invoice for its customer: what stands on it, whether it is paid, how to pay, and a question. Of the member only the trade name. */
export function CustomerPage(props: { linked: Linked; path: string; code: string | null; keys: Keys; problems: Problems | null }) {
  const { linked, path } = props
  const { document } = linked
  const paper = paperOf(document)
  return (
    <div class="narrow stack">
      <PageHead title={paper.title} over={document.tradeName ?? document.seller.name} read />
      <Alert tone={linked.open > 0n ? 'info' : 'ok'}>
        {saidOf(linked).map((said) => (
          <p key={said}>{said}</p>
        ))}
      </Alert>
      {linked.open > 0n && document.kind === 'invoice' ? (
        <Card title={nl.pay.title}>
          <p>{nl.pay.how}</p>
          {props.code ? <img src={props.code} alt={nl.pay.code} width={180} height={180} /> : null}
          <Facts
            items={[
              { label: nl.pay.amount, value: <strong>{euro(linked.open)}</strong> },
              { label: nl.pay.iban, value: <span class="iban">{spaced(document.seller.iban)}</span> },
              { label: nl.pay.inNameOf, value: document.seller.name },
              { label: nl.pay.reference, value: document.number },
            ]}
          />
        </Card>
      ) : null}
      <PaperView paper={paper} words={textsIn('nl')} pay={false} />
      {document.takenOver ? null : (
        <Actions>
          <ButtonLink href={`${path}/pdf`} icon="download" look="secondary" download>
            {nl.pdf}
          </ButtonLink>
          <ButtonLink href={`${path}/ubl`} icon="download" look="plain" download>
            {nl.ubl}
          </ButtonLink>
        </Actions>
      )}
      {linked.questions.map((question) => (
        <Card title={nl.ask.yours(longDay(dayOf(question.askedAt)))} key={question.id}>
          <p>{question.words}</p>
          {question.answer && question.answeredAt ? (
            <>
              <p class="soft">{nl.ask.answer(longDay(dayOf(question.answeredAt)))}</p>
              <p>{question.answer}</p>
            </>
          ) : (
            <p class="soft">{nl.ask.waits}</p>
          )}
        </Card>
      ))}
      <Fold summary={nl.ask.title} open={props.problems !== null}>
        <Form action={`${path}/vraag`} keys={props.keys} problems={props.problems}>
          <TextArea name="words" label={nl.ask.label} hint={nl.ask.hint} rows={4} maxLength={1000} />
          <Button look="secondary" icon="question">
            {nl.ask.send}
          </Button>
        </Form>
      </Fold>
    </div>
  )
}

function saidOf({ document, open, received, writtenOff, dueOn, notes }: Linked): string[] {
  if (document.kind === 'credit-note') return [nl.state.note]
  const credited = notes.length > 0 ? [nl.state.credited(list(notes.map((note) => `${note.number} (${euro(cents(note.payable))})`)))] : []
  if (open < 0n) return [...credited, nl.state.refund(euro(negate(open)))]
  if (open > 0n) {
    const due = dueOn ? nl.state.open(euro(open), longDay(dueOn)) : nl.state.openNow(euro(open))
    return [due, ...(received > 0n ? [nl.state.part(euro(received))] : []), ...credited]
  }
  return [...credited, received > 0n && writtenOff <= 0n ? nl.state.paid : nl.state.closed]
}
