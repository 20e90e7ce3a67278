import { dayOf, longDay, shortDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { ActionButton, Actions, Button, Form, SelectField, TextArea } from '#ui/fields.tsx'
import { Card, Quoted, Tag, type Tone } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from '../starting.nl.ts'
import { titleOf } from '../starting.ts'
import type { StepQuestionStanding } from './questions.rules.ts'
import type { StepQuestionSeen } from './questions.ts'

type Keys = () => { readonly csrf: string; readonly key: string }
type Waiting = StepQuestionSeen & { readonly from: string }
const TONES: Readonly<Record<StepQuestionStanding, Tone>> = { new: 'wait', taken: 'wait', late: 'wrong', answered: 'ok' }
const words = nl.questions

/** For who asked: the number of each question, until when the network answers, and who sees to it. */
export function OwnNumbers(props: { readonly questions: readonly StepQuestionSeen[] }) {
  return (
    <>
      {props.questions.map(({ question, standing, holder }) => (
        <p key={question.id}>
          <b>{fill(words.number, { nr: question.nr })}</b> <Tag tone={TONES[standing]}>{words.standings[standing]}</Tag>{' '}
          {question.answeredAt
            ? fill(words.answeredOn, { day: longDay(dayOf(question.answeredAt)) })
            : fill(holder ? words.answerBy : words.answerByNobody, { day: longDay(question.lastDay), holder: holder ?? '' })}
        </p>
      ))}
    </>
  )
}

/** For the network: what waits, whose it is and since when, with taking, giving on and answering. */
export function WaitingQuestions(props: {
  readonly questions: readonly Waiting[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly me: string | null
  readonly keys: Keys
}) {
  if (props.questions.length === 0) return null
  return (
    <Card title={nl.network.questions} look="wait">
      {props.questions.map(({ question, standing, holder, from }) => {
        const address = `/netwerk/initiatieven/vragen/${question.id}`
        const others = props.people.filter(({ id }) => id !== question.holder)
        return (
          <section class="stack-s" key={question.id} id={question.id}>
            <h3>{fill(words.number, { nr: question.nr })}</h3>
            <p class="soft">{fill(nl.network.from, { from, step: titleOf(question.step) })}</p>
            <p>
              <Tag tone={TONES[standing]}>{words.standings[standing]}</Tag>{' '}
              {fill(words.since, { since: shortDay(dayOf(question.askedAt)), day: shortDay(question.lastDay), holder: holder ?? words.nobody })}
            </p>
            <Quoted>{question.words}</Quoted>
            {question.holder === props.me ? null : (
              <ActionButton action={`${address}/eigenaar`} keys={props.keys()} look="secondary">
                {words.take}
              </ActionButton>
            )}
            <Form action={`${address}/antwoord`} keys={props.keys()} ids={question.id}>
              <TextArea name="words" label={nl.network.answer} rows={3} maxLength={2000} />
              <Actions>
                <Button>{nl.network.send}</Button>
              </Actions>
            </Form>
            {others.length > 0 ? (
              <Form action={`${address}/eigenaar`} keys={props.keys()} ids={`over-${question.id}`}>
                <SelectField name="holder" label={words.handTo} options={others.map(({ id, name }) => ({ value: id, label: name }))} />
                <Actions>
                  <Button look="secondary">{words.hand}</Button>
                </Actions>
              </Form>
            ) : null}
          </section>
        )
      })}
    </Card>
  )
}

/** For the desk: the same in one table, which leads to where they are answered. */
export function StepQuestionsTable(props: { readonly questions: readonly Waiting[] }) {
  return (
    <section class="stack-s">
      <h2>{words.listTitle}</h2>
      {props.questions.length === 0 ? (
        <p>{words.listEmpty}</p>
      ) : (
        <Table
          caption={words.listTitle}
          captionHidden
          rows={props.questions}
          rowKey={({ question }) => question.id}
          columns={[
            {
              key: 'nr',
              label: words.columns.nr,
              header: true,
              cell: ({ question }) => <a href={`/netwerk/initiatieven#${question.id}`}>{question.nr}</a>,
            },
            { key: 'standing', label: words.columns.standing, cell: ({ standing }) => <Tag tone={TONES[standing]}>{words.standings[standing]}</Tag> },
            { key: 'step', label: words.columns.step, cell: ({ question }) => titleOf(question.step) },
            { key: 'from', label: words.columns.from, cell: ({ from }) => from },
            { key: 'holder', label: words.columns.holder, cell: ({ holder }) => holder ?? words.nobody },
            { key: 'since', label: words.columns.since, cell: ({ question }) => shortDay(dayOf(question.askedAt)) },
            { key: 'lastDay', label: words.columns.lastDay, cell: ({ question }) => shortDay(question.lastDay) },
          ]}
        />
      )}
    </section>
  )
}
