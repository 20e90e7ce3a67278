import { shortDay } from '#kit/day.ts'
import { ButtonLink } from '#ui/fields.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from './asking.nl.ts'
import { StandingTag } from './asking-pages.tsx'
import type { OpenQuestion } from './tending.ts'

/** What those who take part asked and nobody answered yet, for the desk of the network. */
export function OpenQuestions(props: { readonly questions: readonly OpenQuestion[] }) {
  return (
    <section class="stack-s">
      <h2>{nl.desk.listTitle}</h2>
      {props.questions.length === 0 ? (
        <p>{nl.desk.empty}</p>
      ) : (
        <>
          <p class="soft">{nl.desk.listLead}</p>
          <Table
            caption={nl.desk.listTitle}
            captionHidden
            rows={props.questions}
            rowKey={({ question }) => question.id}
            columns={[
              {
                key: 'question',
                label: nl.desk.columns.question,
                header: true,
                cell: ({ question }) => <a href={`/kennisvragen/${question.id}`}>{question.title}</a>,
              },
              { key: 'standing', label: nl.desk.columns.standing, cell: ({ standing }) => <StandingTag standing={standing} /> },
              { key: 'from', label: nl.desk.columns.from, cell: ({ from }) => from },
              { key: 'holder', label: nl.desk.columns.holder, cell: ({ holder }) => holder ?? nl.desk.nobody },
              { key: 'lastDay', label: nl.desk.columns.lastDay, cell: ({ question }) => shortDay(question.lastDay) },
            ]}
          />
        </>
      )}
      <ButtonLink href="/kennisvragen" look="secondary">
        {nl.desk.all}
      </ButtonLink>
    </section>
  )
}
