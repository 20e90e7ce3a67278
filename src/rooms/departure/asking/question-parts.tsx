import { type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { cents, euro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, DayField, FileField, Form, MoneyField, RadioCards } from '#ui/fields.tsx'
import { Card, Fold } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { type PotQuestion, type QuestionContent, VERDICTS } from '../departure.rules.ts'
import { nl as pots } from '../pots/pots.nl.ts'
import { type LetterRow, letterRows, letterSentences, monthKey, monthWord, totalOf } from './letter.ts'
import { nl } from './office.nl.ts'

/** The letter as page, in the same words as the PDF: always in Dutch, for that is what the municipality reads. Who may not read the benefit sees it without that column. */
export function QuestionLetter({ content, benefits = true }: { readonly content: QuestionContent; readonly benefits?: boolean }) {
  const words = nl.letter
  const said = letterSentences(content)
  return (
    <Card look="sheet" title={words.title}>
      <div lang="nl" class="stack">
        <p>
          {words.leaves}: {longDay(content.lastDay)}. {words.goal}: {nl.goals[content.goal]}.
        </p>
        {said.intro.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <h3>{words.question}</h3>
        <p>{said.ask}</p>
        <ul>
          {words.choices.map((choice) => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
        <p>{words.wait}</p>
        <Table
          caption={words.table}
          rows={letterRows(content)}
          rowKey={(row) => row.key}
          columns={[
            { key: 'month', label: words.month, header: true, cell: (row) => row.month },
            { key: 'pot', label: words.pot, cell: (row) => row.pot },
            ...(benefits ? [{ key: 'benefit', label: words.benefit, cell: (row: LetterRow) => row.benefit }] : []),
            { key: 'cents', label: words.cents, numeric: true, phone: 'beside', cell: (row) => row.cents },
          ]}
          foot={[{ key: 'total', cells: { month: words.total, cents: euro(totalOf(content)) } }]}
        />
        <p>{words.how}</p>
        <h3>{words.law}</h3>
        <p>{words.lawDeferred}</p>
        <p>{words.lawReclaim}</p>
        <p>{said.greeting}</p>
      </div>
    </Card>
  )
}

/** What was answered, each with its letter; the last one counts. */
export function Answers({ question, base }: { readonly question: PotQuestion; readonly base: string }) {
  const words = nl.question
  if (question.answers.length === 0) return <p>{words.none}</p>
  return (
    <ul lang="nl">
      {question.answers.map((answer) => (
        <li key={answer.id}>
          {fill(words.said, { day: longDay(answer.answeredOn), verdict: words.verdicts[answer.verdict] })}{' '}
          <a href={`${base}/brief/${answer.id}`}>{words.file}</a>
        </li>
      ))}
    </ul>
  )
}

/** The form in which a written answer is kept, by either side: folded once there is one, for the last answer counts. */
export function AnswerForm(props: {
  readonly question: PotQuestion
  readonly action: string
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
  readonly today: Day
}) {
  const words = nl.question
  const answered = props.question.answers.length > 0
  return (
    <Fold summary={words.answer} open={!answered || props.problems !== null}>
      <p>{answered ? words.later : words.answerLead}</p>
      <Form action={props.action} keys={props.keys} problems={props.problems} ids={props.question.id} files>
        <RadioCards
          name="verdict"
          label={words.verdict}
          hint={words.verdictHint}
          options={VERDICTS.map((value) => ({ value, label: words.verdicts[value] }))}
        />
        {props.question.content.months.map((row) => (
          <MoneyField
            key={monthKey(row)}
            name={monthKey(row)}
            label={fill(words.amount, { month: monthWord(row.month), pot: pots.potNames[row.pot], cents: euro(cents(BigInt(row.cents))) })}
            optional
          />
        ))}
        <DayField name="answeredOn" label={words.day} value={props.today} max={props.today} />
        <FileField name="letter" label={words.letter} />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </Fold>
  )
}
