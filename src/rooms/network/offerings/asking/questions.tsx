import { longInstant } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { ButtonLink } from '#ui/fields.tsx'
import { Card, MailAddress, Quoted } from '#ui/parts.tsx'
import { texts } from '../offerings.en.ts'
import type { OfferingQuestion } from '../offerings.rules.ts'

/** What customers asked, each with the quote that came of it or the way to make one. */
export function Questions(props: { readonly questions: readonly OfferingQuestion[]; readonly language: Language }) {
  const words = texts(props.language).own
  return (
    <section class="stack-s">
      <h2>{words.questions}</h2>
      {props.questions.length === 0 ? <p>{words.noQuestions}</p> : <p class="soft">{words.kept}</p>}
      {props.questions.map((question) => (
        <Card title={fill(words.subject, { title: question.title })} level={3} look={question.quote ? 'flat' : 'wait'} key={question.id}>
          <Asked question={question} language={props.language} />
          <ButtonLink href={question.quote ? `/offertes/${question.quote}` : `/vragen-van-klanten/${question.id}/offerte`} look="secondary">
            {question.quote ? words.quoted : words.quote}
            <span class="vh">: {question.name}</span>
          </ButtonLink>
        </Card>
      ))}
    </section>
  )
}

/** One question, who asked it, and what stood there then. */
export function Asked({ question, language }: { readonly question: OfferingQuestion; readonly language: Language }) {
  const words = texts(language).own
  return (
    <>
      <Quoted source={fill(words.asked, { name: question.name, at: longInstant(question.at, language) })}>{question.words}</Quoted>
      <p>
        <a href={`mailto:${question.email}`}>
          <MailAddress address={question.email} />
        </a>
      </p>
      {question.stood ? <p class="soft">{fill(words.stood, question.stood)}</p> : null}
    </>
  )
}
