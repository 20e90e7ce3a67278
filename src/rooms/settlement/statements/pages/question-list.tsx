import { longInstant } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { Button, Form, TextArea } from '#ui/fields.tsx'
import { Card, Quoted } from '#ui/parts.tsx'
import type { Question } from '../statement.types.ts'
import { statementTexts } from '../statements.en.ts'

/** Questions about a month with their answers; who may answer gets a field. */
export function QuestionList(props: {
  questions: readonly Question[]
  language: Language
  reader: 'member' | 'office'
  keys: () => { csrf: string; key: string }
}) {
  const { language } = props
  const words = statementTexts(language).questions
  return (
    <>
      {props.questions.map((question) => {
        const fromMunicipality = question.municipality !== null
        // A member answers the municipality; the cooperative answers the member.
        const mine = !question.answer && fromMunicipality === (props.reader === 'member')
        return (
          <Card title={fromMunicipality ? words.byMunicipality : words.byMember} look={question.answer ? 'flat' : 'wait'} key={question.id}>
            <Quoted source={fill(words.asked, { at: longInstant(question.askedAt, language) })}>{question.words}</Quoted>
            {question.answer ? (
              <>
                <h3>{words.answer}</h3>
                <Quoted source={longInstant(question.answer.at, language)}>{question.answer.words}</Quoted>
              </>
            ) : mine ? (
              <Form action={`/opgaven/vragen/${question.id}/antwoord`} keys={props.keys()}>
                <TextArea name="words" label={words.yourAnswer} rows={4} />
                {fromMunicipality ? <p class="soft">{words.toMunicipality}</p> : null}
                <Button>{words.send}</Button>
              </Form>
            ) : (
              <p class="soft">{words.waiting}</p>
            )}
          </Card>
        )
      })}
    </>
  )
}
