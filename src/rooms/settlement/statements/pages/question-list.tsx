import { type Day, longDay, longInstant } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { threadStanding, threadTexts } from '#rooms/threads'
import { ActionButton, Actions, Button, FileField, Form, TextArea } from '#ui/fields.tsx'
import { Card, Quoted } from '#ui/parts.tsx'
import type { Question } from '../statement.types.ts'
import { statementTexts } from '../statements.en.ts'

type ListProps = {
  readonly questions: readonly Question[]
  readonly language: Language
  readonly reader: 'member' | 'office' | 'municipality'
  readonly today: Day
  readonly keys: () => { csrf: string; key: string }
}

/** Questions about a month with their answers; who may answer gets a field. */
export function QuestionList(props: ListProps) {
  return (
    <>
      {props.questions.map((question) => (
        <OneQuestion {...props} question={question} key={question.id} />
      ))}
    </>
  )
}

function OneQuestion(props: ListProps & { question: Question }) {
  const { question, language, reader } = props
  const words = statementTexts(language).questions
  const around = threadTexts(language)
  const ofTown = question.municipality !== null
  const open = !question.answer && !question.closedAt
  const address = `/opgaven/vragen/${question.id}`
  // A member answers the municipality; the cooperative answers the member.
  const mine = open && reader === (ofTown ? 'member' : 'office')
  const late = question.lastDay !== null && threadStanding({ ...question, lastDay: question.lastDay }, props.today) === 'late'
  const title = ofTown
    ? fill(reader === 'municipality' ? words.yoursAbout : words.byMunicipality, { about: words.about[question.about ?? 'statement'] })
    : words.byMember
  return (
    <Card title={title} look={open ? 'wait' : 'flat'}>
      <Quoted source={fill(words.asked, { at: longInstant(question.askedAt, language) })}>{question.words}</Quoted>
      {open && question.lastDay ? <p class="soft">{fill(late ? around.late : around.lastDay, { day: longDay(question.lastDay, language) })}</p> : null}
      {question.answer ? (
        <>
          <h3>{words.answer}</h3>
          <Quoted source={longInstant(question.answer.at, language)}>{question.answer.words}</Quoted>
          {question.answer.evidence ? (
            <p>
              <a href={`${address}/bewijs`}>{around.evidence}</a>
            </p>
          ) : null}
        </>
      ) : null}
      {question.closedAt ? <p>{fill(around.withdrawn, { at: longInstant(question.closedAt, language) })}</p> : null}
      {mine ? (
        <Form action={`${address}/antwoord`} keys={props.keys()} files={ofTown}>
          <TextArea name="words" label={words.yourAnswer} rows={4} />
          {ofTown ? <FileField name="evidence" label={around.yourEvidence} optional /> : null}
          {ofTown ? <p class="soft">{words.toMunicipality}</p> : null}
          <Button>{words.send}</Button>
        </Form>
      ) : open ? (
        <p class="soft">{words.waiting}</p>
      ) : null}
      {open && reader === 'municipality' ? (
        <Actions>
          <ActionButton action={`${address}/sluiting`} keys={props.keys()} look="secondary" size="small">
            {around.close}
          </ActionButton>
        </Actions>
      ) : null}
    </Card>
  )
}
