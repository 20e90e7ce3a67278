import { dayOf, longDay, longInstant } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro, plainEuro } from '#kit/money.ts'
import { fill, type Language, list } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { COST_KINDS } from '#rooms/organisations'
import { Actions, Button, Form, MoneyField, RadioCards, SelectField, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, PageHead, Tag, Timeline } from '#ui/parts.tsx'
import type { JudgeView } from '../receipts.ts'
import { isUnjudged, OUTCOMES, PAID_BY } from '../spending.rules.ts'
import type { Receipt } from '../spending.types.ts'
import { receiptTone, type Words } from './tones.ts'

type Props = {
  words: Words
  receipt: Receipt
  judging: JudgeView
  names: ReadonlyMap<MemberId, string>
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
  mayJudge: boolean
  mayAnswer: boolean
  own: boolean
}

export function ReceiptPage(props: Props) {
  const { receipt, language } = props
  const words = props.words.receipt
  const open = isUnjudged(receipt.standing)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/bonnen', label: words.back }]} />
      <PageHead
        title={receipt.what}
        over={props.own ? '' : (props.names.get(receipt.member) ?? '')}
        lead={<Tag tone={receiptTone(receipt.standing)}>{props.words.standings[receipt.standing]}</Tag>}
        read={props.own}
      />
      <Card title={words.facts}>
        <Facts
          items={[
            { label: props.words.receipts.amount, value: euro(receipt.gross) },
            { label: words.vat, value: euro(receipt.vat) },
            { label: props.words.receipts.on, value: longDay(receipt.boughtOn, language) },
            { label: words.kind, value: props.words.kinds[receipt.kind] ?? receipt.kind },
            { label: words.paidBy, value: (props.own ? props.words.paidBy : props.words.paidByOffice)[receipt.paidBy] },
            { label: words.sent, value: longDay(dayOf(receipt.sentAt), language) },
          ]}
        />
        {receipt.unsure.length > 0 ? <p>{fill(words.unsure, { fields: list(receipt.unsure, language === 'en' ? 'and' : 'en') })}</p> : null}
        <p>{receipt.file ? <a href={`/bonnen/${receipt.id}/foto`}>{words.photo}</a> : words.noPhoto}</p>
      </Card>
      <History {...props} />
      {open && props.mayAnswer && receipt.standing === 'askedBack' ? <AnswerForm {...props} /> : null}
      {open && props.own ? (
        <Alert tone="info">
          <p>{props.judging.somebodyElse ? words.own : words.nobody}</p>
        </Alert>
      ) : null}
      {open && props.mayJudge ? <JudgeForm {...props} /> : null}
    </div>
  )
}

function History({ receipt, words, language }: Props) {
  const events = [
    ...receipt.judgements.map((each) => ({
      at: each.at,
      title: words.receipt.outcomes[each.outcome],
      note: each.reason ? fill(each.outcome === 'askedBack' ? words.receipt.question : words.receipt.reason, { reason: each.reason }) : null,
    })),
    ...receipt.answers.map((each) => ({ at: each.at, title: words.standings.answered, note: fill(words.receipt.answer, { answer: each.answer }) })),
  ].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
  if (events.length === 0) return null
  return <Timeline items={events.map((event) => ({ on: longInstant(event.at, language), label: event.title, note: event.note }))} />
}

function AnswerForm({ receipt, words, keys, problems }: Props) {
  return (
    <Form action={`/bonnen/${receipt.id}/antwoord`} keys={keys} problems={problems}>
      <TextArea name="answer" label={words.receipt.answerField} rows={4} maxLength={1000} />
      <Actions>
        <Button icon="send">{words.receipt.sendAnswer}</Button>
      </Actions>
    </Form>
  )
}

function JudgeForm({ receipt, words, keys, problems, judging }: Props) {
  return (
    <Card title={words.receipt.judge} look="lift">
      {judging.inConsent ? null : (
        <Alert tone="warn">
          <p>{words.receipt.notInConsent}</p>
        </Alert>
      )}
      <Form action={`/bonnen/${receipt.id}/oordeel`} keys={keys} problems={problems}>
        <RadioCards
          name="outcome"
          label={words.receipt.outcome}
          columns={2}
          value="accepted"
          options={OUTCOMES.map((value) => ({ value, label: words.receipt.outcomes[value] }))}
        />
        <SelectField
          name="kind"
          label={words.receipt.kind}
          value={receipt.kind}
          options={COST_KINDS.map((value) => ({ value, label: words.kinds[value] ?? value }))}
        />
        <SelectField
          name="paidBy"
          label={words.receipt.paidBy}
          value={receipt.paidBy}
          options={PAID_BY.map((value) => ({ value, label: words.paidByOffice[value] }))}
        />
        <MoneyField
          name="vatDeductible"
          label={words.receipt.deductible}
          hint={words.receipt.deductibleHint}
          value={judging.kor ? '0,00' : plainEuro(receipt.vat)}
          optional
        />
        <TextArea name="reason" label={words.receipt.reasonField} hint={words.receipt.reasonHint} rows={3} maxLength={500} optional />
        <Actions>
          <Button icon="check">{words.receipt.decide}</Button>
        </Actions>
      </Form>
    </Card>
  )
}
