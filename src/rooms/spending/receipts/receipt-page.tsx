import { dayOf, longDay, longInstant } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro, plainEuro } from '#kit/money.ts'
import { fill, type Language, list } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { RECEIPT_KINDS } from '#rooms/organisations'
import { Actions, Button, Form, MoneyField, RadioCards, SelectField, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, Fold, PageHead, Tag, Timeline } from '#ui/parts.tsx'
import { CostShareFields, CostShares } from '../sharing/share-fields.tsx'
import { isUnjudged, OUTCOMES, PAID_BY, REVISED_OUTCOMES, UNKNOWN_KIND } from '../spending.rules.ts'
import type { Receipt } from '../spending.types.ts'
import { receiptTone, type Words } from '../tones.ts'
import type { JudgeView } from './judging.ts'

type Props = {
  words: Words
  receipt: Receipt
  judging: JudgeView
  names: ReadonlyMap<MemberId, string>
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
  mayJudge: boolean
  mayRevise: boolean
  mayAnswer: boolean
  own: boolean
  /** The member who reads it; null for the office. */
  reader: MemberId | null
}

export function ReceiptPage(props: Props) {
  const { receipt, language } = props
  const words = props.words.receipt
  const open = isUnjudged(receipt.standing)
  // As it was judged where somebody did, as it was sent until then.
  const now = receipt.held ?? receipt
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
            { label: props.words.receipts.amount, value: now.gross === null ? props.words.notKnown : euro(now.gross) },
            { label: words.vat, value: receipt.held === null && receipt.unsure.includes('vat') ? props.words.notKnown : euro(now.vat) },
            { label: props.words.receipts.on, value: longDay(receipt.boughtOn, language) },
            { label: words.kind, value: now.kind === UNKNOWN_KIND ? props.words.notKnown : (props.words.kinds[now.kind] ?? now.kind) },
            { label: words.paidBy, value: (props.own ? props.words.paidBy : props.words.paidByOffice)[now.paidBy] },
            { label: words.sent, value: longDay(dayOf(receipt.sentAt), language) },
          ]}
        />
        {receipt.unsure.length > 0 ? (
          <p>
            {fill(props.own ? words.unsureOwn : words.unsure, {
              fields: list(
                receipt.unsure.map((field) => props.words.unsure[field] ?? field),
                language === 'en' ? 'and' : 'en',
              ),
            })}
          </p>
        ) : null}
        <p>{receipt.file ? <a href={`/bonnen/${receipt.id}/foto`}>{words.photo}</a> : words.noPhoto}</p>
      </Card>
      <CostShares receipt={receipt} names={props.names} reader={props.reader} office={props.reader === null} words={props.words} />
      <History {...props} />
      {open && props.mayAnswer && receipt.standing === 'askedBack' ? <AnswerForm {...props} /> : null}
      {open && props.own ? (
        <Alert tone="info">
          <p>{props.judging.somebodyElse ? words.own : words.nobody}</p>
        </Alert>
      ) : null}
      {open && props.mayJudge ? (
        <Card title={words.judge} look="lift">
          <JudgeForm {...props} action={`/bonnen/${receipt.id}/oordeel`} revising={false} />
        </Card>
      ) : null}
      {!open && props.mayRevise ? (
        <Fold summary={words.revise} open={props.problems !== null}>
          <p>{words.reviseLead}</p>
          <JudgeForm {...props} action={`/bonnen/${receipt.id}/aanpassing`} revising />
        </Fold>
      ) : null}
    </div>
  )
}

function History({ receipt, words, language }: Props) {
  const events = [
    ...receipt.judgements.map((each) => {
      const outcome = words.receipt.outcomes[each.outcome]
      return {
        at: each.at,
        title: each.revises ? fill(words.receipt.revised, { outcome }) : outcome,
        note: each.reason ? fill(each.outcome === 'askedBack' ? words.receipt.question : words.receipt.reason, { reason: each.reason }) : null,
      }
    }),
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

/** A first judgement, or another in the place of the one that holds; both ask for what the member did not know. */
function JudgeForm({ receipt, words, keys, problems, judging, names, action, revising }: Props & { action: string; revising: boolean }) {
  const now = receipt.held ?? receipt
  const deductible = receipt.held ? receipt.held.vatDeductible : judging.kor ? null : receipt.vat
  const outcomes = revising ? REVISED_OUTCOMES : OUTCOMES
  return (
    <>
      {judging.inConsent ? null : (
        <Alert tone="warn">
          <p>{words.receipt.notInConsent}</p>
        </Alert>
      )}
      <Form action={action} keys={keys} problems={problems}>
        <RadioCards
          name="outcome"
          label={words.receipt.outcome}
          columns={2}
          value={receipt.held?.outcome ?? 'accepted'}
          options={outcomes.map((value) => ({ value, label: words.receipt.outcomes[value] }))}
        />
        <MoneyField
          name="gross"
          label={words.receipt.gross}
          hint={words.receipt.grossHint}
          value={now.gross === null ? '' : plainEuro(now.gross)}
          optional={now.gross === null}
        />
        <SelectField
          name="kind"
          label={words.receipt.kind}
          value={now.kind}
          empty={now.kind === UNKNOWN_KIND ? words.receipt.kindEmpty : undefined}
          options={RECEIPT_KINDS.map((value) => ({ value, label: words.kinds[value] ?? value }))}
        />
        <SelectField
          name="paidBy"
          label={words.receipt.paidBy}
          value={now.paidBy}
          options={PAID_BY.map((value) => ({ value, label: words.paidByOffice[value] }))}
        />
        <MoneyField name="vat" label={words.receipt.vatOn} value={plainEuro(now.vat)} optional />
        <MoneyField
          name="vatDeductible"
          label={words.receipt.deductible}
          hint={words.receipt.deductibleHint}
          value={deductible === null ? '0,00' : receipt.unsure.includes('vat') && !receipt.held ? '' : plainEuro(deductible)}
          optional
        />
        <CostShareFields receipt={receipt} names={names} words={words} problems={problems} />
        <TextArea
          name="reason"
          label={revising ? words.receipt.reviseReason : words.receipt.reasonField}
          hint={revising ? undefined : words.receipt.reasonHint}
          rows={3}
          maxLength={500}
          optional={!revising}
        />
        <Actions>
          <Button icon="check">{revising ? words.receipt.reviseButton : words.receipt.decide}</Button>
        </Actions>
      </Form>
    </>
  )
}
