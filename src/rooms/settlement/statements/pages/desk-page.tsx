import { type Day, longInstant, longMonth, type Month } from '#kit/day.ts'
import { count, fill, list } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { ActionButton, Actions, Button, Form, SelectField, TextArea } from '#ui/fields.tsx'
import { Alert, Amount, Card, Crumbs, Empty, Facts, Fold, LinkList, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { deviationsOf, paidOutTotal } from '../statement.rules.ts'
import { type Question, type SentStatement, STATEMENT_ABOUT } from '../statement.types.ts'
import { nl } from '../statements.nl.ts'
import { QuestionList } from './question-list.tsx'
import { StatementSheet } from './sheet.tsx'

type Keys = { readonly csrf: string; readonly key: string }

/** A question of the municipality that the member did not answer yet. */
const isWaiting = ({ question }: SentStatement) => question !== null && question.answer === null

const deviations = (statement: SentStatement) => deviationsOf(statement.content, statement.version)

/** The desk of a case manager: only what deviates stands alone; what is green can be answered at once. */
export function DeskPage(props: { unread: readonly SentStatement[]; read: readonly SentStatement[]; letterMonths: readonly Month[]; keys: Keys }) {
  const words = nl.desk
  const waiting = props.read.filter(isWaiting)
  const done = props.read.filter((statement) => !isWaiting(statement))
  const differing = props.unread.filter((statement) => deviations(statement).length > 0)
  const green = props.unread.filter((statement) => deviations(statement).length === 0)
  return (
    <div class="wrap stack">
      <PageHead title={words.title} lead={words.intro} />
      {props.unread.length === 0 && waiting.length === 0 ? <Empty title={words.empty} what={words.emptyNext} /> : null}
      {waiting.length > 0 ? (
        <Card title={words.waiting} action={<Tag tone="wait">{words.waitingNote}</Tag>} class="tight">
          <StatementTable statements={waiting} caption={words.waiting} />
        </Card>
      ) : null}
      {differing.length > 0 ? (
        <Card title={words.deviating} class="tight">
          <StatementTable statements={differing} caption={words.deviating} />
        </Card>
      ) : null}
      {green.length > 0 ? (
        <Card title={words.green} action={<Tag tone="ok">{fill(words.greenCount, { count: count(green.length, 'opgave', 'opgaven') })}</Tag>} class="tight">
          <Form action="/opgaven/ontvangst" keys={props.keys}>
            <StatementTable statements={green} caption={words.choose} select />
            <Button look="secondary">{words.markAll}</Button>
          </Form>
        </Card>
      ) : null}
      {done.length > 0 ? (
        <Fold summary={words.done}>
          <StatementTable statements={done} caption={words.done} />
        </Fold>
      ) : null}
      <Archive months={[...[...props.unread, ...props.read].map(({ month }) => month), ...props.letterMonths]} />
    </div>
  )
}

/** The months of which there are statements or letters, each as one file to take along. */
function Archive(props: { months: readonly Month[] }) {
  const months = [...new Set(props.months)].toSorted().toReversed().slice(0, 12)
  if (months.length === 0) return null
  return (
    <Fold summary={nl.archive.title}>
      <p class="soft">{nl.archive.note}</p>
      <LinkList items={months.map((month) => ({ href: `/opgaven/archief/${month}`, label: fill(nl.archive.of, { month: longMonth(month) }), note: 'zip' }))} />
    </Fold>
  )
}

function StatementTable(props: { statements: readonly SentStatement[]; caption: string; select?: boolean }) {
  const words = nl.desk
  return (
    <Table
      caption={props.caption}
      captionHidden={!props.select}
      dense
      keys
      rows={props.statements}
      rowKey={(statement) => statement.id}
      rowHref={(statement) => `/opgaven/${statement.id}`}
      {...(props.select ? { select: { name: 'statements', label: (each: SentStatement) => `${each.content.name}, ${longMonth(each.month)}` } } : {})}
      columns={[
        { key: 'name', label: nl.folder.member, header: true, cell: (each) => <a href={`/opgaven/${each.id}`}>{each.content.name}</a> },
        { key: 'month', label: nl.folder.month, cell: (each) => longMonth(each.month) },
        { key: 'cooperative', label: words.cooperative, cell: (each) => each.content.cooperative },
        { key: 'turnover', label: words.turnover, numeric: true, cell: (each) => <Amount cents={each.content.turnover} /> },
        { key: 'result', label: words.result, numeric: true, cell: (each) => <Amount cents={each.content.result} /> },
        { key: 'paid', label: words.paid, numeric: true, cell: (each) => <Amount cents={paidOutTotal(each.content)} /> },
        { key: 'why', label: words.why, cell: (each) => whyOf(each) },
      ]}
    />
  )
}

function whyOf(statement: SentStatement): string {
  if (statement.receipt)
    return statement.question && !statement.question.answer ? nl.standings.questioned : nl.standings[statement.question ? 'answered' : 'noQuestions']
  const found = deviations(statement)
  return found.length === 0 ? nl.desk.plain : list(found.map((each) => nl.deviations[each]))
}

/** One statement at the municipality: the page, what the amounts mean, and one reaction. */
export function AnswerPage(props: { statement: SentStatement; questions: readonly Question[]; today: Day; back: string | null; keys: () => Keys }) {
  const { statement } = props
  const { content } = statement
  const words = nl.answer
  const found = deviations(statement)
  const paid = paidOutTotal(content)
  const decided = (text: string) => (paid === 0n ? <Amount cents={paid} /> : text)
  return (
    <div class="wrap stack">
      <Crumbs items={[props.back ? { href: props.back, label: words.ownDesk } : { href: '/opgaven', label: words.desk }]} />
      <PageHead title={fill(words.title, { name: content.name, month: longMonth(content.month) })} />
      <p>
        <a href={`/inwoners/${statement.member}`}>{words.resident}</a>
      </p>
      {found.length === 0 ? (
        <Alert tone="ok">
          <p>{words.green}</p>
        </Alert>
      ) : (
        <Alert tone="warn" title={words.differs}>
          <ul>
            {found.map((each) => (
              <li key={each}>{nl.deviations[each]}</li>
            ))}
          </ul>
        </Alert>
      )}
      <StatementSheet content={content} sent={statement} own={false} language="nl" />
      <Card title={words.whatItMeans}>
        <Facts
          items={[
            { label: words.reported, value: <Amount cents={paid} /> },
            { label: words.exempt, value: decided(words.decides) },
            { label: words.offset, value: decided(words.decides) },
          ]}
        />
        <p>
          <b>{words.reported}.</b> {words.reportedNote}
        </p>
        <p>
          <b>{words.exempt}.</b> {words.exemptNote}
        </p>
        <p>
          <b>{words.offset}.</b> {words.offsetNote}
        </p>
        <p>{words.notIncome}</p>
        <p>{content.conditions.fulfilsDuty ? words.fulfils : words.fulfilsNot}</p>
      </Card>
      <Card title={words.yours} look={statement.receipt ? 'flat' : 'lift'}>
        {statement.receipt ? <Reaction {...props} /> : <ReactionForms statement={statement} back={props.back} keys={props.keys} />}
        <p class="soft small">{words.receiptNote}</p>
      </Card>
      <LawFold screen="monthStatement" />
    </div>
  )
}

/** What was said, what was asked, and room for a further question. */
function Reaction(props: { statement: SentStatement; questions: readonly Question[]; today: Day; keys: () => Keys }) {
  const { receipt, id } = props.statement
  const words = nl.answer
  return (
    <div class="stack">
      {receipt?.outcome === 'noQuestions' ? <p>{fill(words.saidNone, { at: longInstant(receipt.at) })}</p> : null}
      <QuestionList questions={props.questions} language="nl" reader="municipality" today={props.today} keys={props.keys} />
      <Fold summary={words.further}>
        <Form action={`/opgaven/${id}/vragen`} keys={props.keys()}>
          <AskFields />
        </Form>
      </Fold>
    </div>
  )
}

function AskFields() {
  const words = nl.answer
  return (
    <>
      <SelectField name="about" label={words.about} value="statement" options={STATEMENT_ABOUT.map((value) => ({ value, label: nl.questions.about[value] }))} />
      <TextArea name="words" label={words.question} hint={words.questionHint} rows={4} />
      <p class="soft">{words.term}</p>
      <Button look="secondary">{words.ask}</Button>
    </>
  )
}

function ReactionForms(props: { statement: SentStatement; back: string | null; keys: () => Keys }) {
  const words = nl.answer
  const action = `/opgaven/${props.statement.id}/ontvangst`
  return (
    <div class="stack">
      <Actions>
        <ActionButton action={action} keys={props.keys()} hidden={{ outcome: 'noQuestions', ...(props.back ? { terug: props.back } : {}) }} icon="check">
          {words.none}
        </ActionButton>
      </Actions>
      <Fold summary={words.one}>
        <Form action={action} keys={props.keys()}>
          <input type="hidden" name="outcome" value="question" />
          {props.back ? <input type="hidden" name="terug" value={props.back} /> : null}
          <AskFields />
        </Form>
      </Fold>
    </div>
  )
}
