import { type Day, dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { ButtonLink } from '#ui/fields.tsx'
import { Amount, Card, Crumbs, Empty, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { PotQuestion } from '../departure.rules.ts'
import type { DepartureNotice } from '../wizard/wizard.sql.ts'
import { totalOf } from './letter.ts'
import { nl } from './office.nl.ts'
import { AnswerForm, Answers, QuestionLetter } from './question-parts.tsx'

/** For a case manager: who of the own cases left, and the questions whose money waits. */
export function QuestionsPage({ questions, notices }: { readonly questions: readonly PotQuestion[]; readonly notices: readonly DepartureNotice[] }) {
  const words = nl.questions
  return (
    <div class="stack-l">
      <PageHead title={words.title} lead={words.lead} />
      <Table
        caption={words.title}
        captionHidden
        rows={questions}
        rowKey={({ id }) => id}
        empty={<Empty title={words.empty} what={words.emptyNext} />}
        columns={[
          { key: 'who', label: words.who, cell: ({ id, content }) => <a href={`/vertrekvragen/${id}`}>{content.name}</a> },
          { key: 'cooperative', label: words.cooperative, cell: ({ content }) => content.cooperative },
          { key: 'asked', label: words.asked, cell: ({ askedAt }) => longDay(dayOf(askedAt)) },
          { key: 'total', label: words.total, numeric: true, phone: 'beside', cell: ({ content }) => <Amount cents={totalOf(content)} /> },
          {
            key: 'standing',
            label: words.standing,
            cell: ({ answers }) => (answers.length > 0 ? <Tag tone="ok">{words.answered}</Tag> : <Tag tone="warn">{words.waits}</Tag>),
          },
        ]}
      />
      {notices.length > 0 ? (
        <Card title={words.left}>
          <ul>
            {notices.map((notice) => (
              <li key={`${notice.member}-${notice.lastDay}`}>
                {fill(words.leftLine, { name: notice.name, cooperative: notice.cooperative, day: longDay(notice.lastDay) })}
              </li>
            ))}
          </ul>
          <p>{words.leftNote}</p>
          <p>
            <a href="/toestemmingen">{words.consents}</a>
          </p>
        </Card>
      ) : null}
    </div>
  )
}

/** One question as it was sent, with its answers and the form for the written answer. */
export function QuestionPage(props: {
  readonly question: PotQuestion
  readonly today: Day
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { question } = props
  const words = nl.question
  const base = `/vertrekvragen/${question.id}`
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/vertrekvragen', label: nl.questions.title }]} />
      <PageHead title={fill(words.title, { name: question.content.name })} />
      <QuestionLetter content={question.content} />
      <ButtonLink href={`${base}/pdf`} look="secondary">
        {words.pdf}
      </ButtonLink>
      <Card title={words.answer} look={question.answers.length > 0 ? 'ok' : 'wait'}>
        <Answers question={question} base={base} />
        <AnswerForm question={question} action={`${base}/antwoord`} keys={props.keys} problems={props.problems} today={props.today} />
      </Card>
      <LawFold screen="potOnLeaving" />
    </div>
  )
}
