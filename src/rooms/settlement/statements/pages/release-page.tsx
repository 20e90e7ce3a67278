import { type Day, daysBetween, firstDay, longDay, longInstant, longMonth, type Month, monthAfter } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { count, fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { LawFold } from '#rooms/law'
import { ActionButton, Actions, Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Fold, LinkList, PageHead, Steps, Tag } from '#ui/parts.tsx'
import { reportsTheSame, type StatementContent } from '../statement.rules.ts'
import type { Question, SentStatement } from '../statement.types.ts'
import { statementTexts } from '../statements.en.ts'
import { QuestionList } from './question-list.tsx'
import { StatementSheet } from './sheet.tsx'

type Keys = { readonly csrf: string; readonly key: string }

/** The exact page for the municipality, then "Klopt, versturen" or a question. */
export function ReleasePage(props: {
  content: StatementContent
  hash: string
  dueOn: Day | null
  sent: readonly SentStatement[]
  questions: readonly Question[]
  member: MemberId
  /** Whether the reader is the member whose statement it is. */
  own: boolean
  today: Day
  language: Language
  keys: () => Keys
  problems: Problems | null
}) {
  const { content, language, sent, own } = props
  const texts = statementTexts(language)
  const words = texts.release
  const { month } = content
  const [last] = sent
  // Names and the consent around the figures may have changed since: what was sent stays sent.
  const isSent = last !== undefined && reportsTheSame(last.content, content)
  const asked = { language, reader: own ? ('member' as const) : ('office' as const), today: props.today, keys: props.keys }
  const mayBeSent = firstDay(monthAfter(month)) <= props.today
  return (
    <div class="narrow stack stack-l">
      <Crumbs
        items={[
          { href: '/opgaven', label: own ? texts.folder.title : texts.folder.titleOffice },
          ...(content.days
            ? [{ href: `/opgaven/${month}${own ? '' : `?lid=${props.member}`}`, label: fill(texts.towns.both, { month: longMonth(month, language) }) }]
            : []),
        ]}
      />
      <PageHead
        title={fill(own && isSent ? words.titleSent : words.title, { month: longMonth(month, language) })}
        lead={own ? (isSent ? words.leadSent : words.lead) : words.fromCooperative}
        read
      />
      <QuestionList {...asked} questions={props.questions.filter(waits)} />
      {isSent && last ? (
        <Alert tone="ok" title={words.sentTitle}>
          <p>{fill(own ? words.sentNote : words.sentNoteOf, { version: last.version, at: longInstant(last.releasedAt, language) })}</p>
        </Alert>
      ) : props.dueOn ? (
        <p>
          <Tag tone={props.dueOn < props.today ? 'wrong' : 'wait'}>{dueText(props.dueOn, props.today, language)}</Tag>
        </p>
      ) : null}
      {last && !isSent ? (
        <Alert tone="warn">
          <p>{words.changed}</p>
        </Alert>
      ) : null}
      <StatementSheet content={isSent && last ? last.content : content} sent={isSent ? (last ?? null) : null} own={own} language={language} />
      {language === 'nl' ? null : <p class="soft">{words.inDutch}</p>}
      <LawFold screen="monthStatement" />
      {own && !isSent ? (
        <Card look="lift" title={words.ask} class="release">
          {mayBeSent ? (
            <Actions>
              <ActionButton action={`/opgaven/${month}/verzending`} keys={props.keys()} hidden={{ seen: props.hash }} size="big" icon="send">
                {words.send}
              </ActionButton>
            </Actions>
          ) : (
            <p>{fill(words.notYet, { day: longDay(firstDay(monthAfter(month)), language) })}</p>
          )}
          <p class="soft">{words.notSure}</p>
        </Card>
      ) : null}
      {isSent && last ? (
        <Actions>
          <ButtonLink href={`/opgaven/${last.id}/pdf`} look="secondary" icon="download" download>
            {words.pdf}
          </ButtonLink>
        </Actions>
      ) : null}
      <WrongForm {...props} month={month} />
      <QuestionList {...asked} questions={props.questions.filter((question) => !waits(question))} />
      <EarlierStatements sent={isSent ? sent.slice(1) : sent} language={language} />
      {own && !isSent ? (
        <Card title={words.after}>
          <Steps
            steps={[
              { label: words.afterProof, note: words.afterProofNote },
              { label: words.afterRead, note: words.afterReadNote },
              { label: words.afterTell, note: words.afterTellNote },
            ]}
          />
        </Card>
      ) : null}
    </div>
  )
}

// What waits for an answer has a last day: it stands above the statement, where whoever comes for it finds it at once.
const waits = ({ answer, closedAt }: Question) => !answer && !closedAt

/** Room to say inside the cooperative that a month is not right. */
export function WrongForm(props: { month: Month; member: MemberId; language: Language; keys: () => Keys; problems: Problems | null }) {
  const words = statementTexts(props.language).release
  return (
    <Fold summary={words.wrong} open={props.problems !== null}>
      <Form action={`/opgaven/${props.month}/vraag`} keys={props.keys()} problems={props.problems}>
        <input type="hidden" name="member" value={props.member} />
        <TextArea name="words" label={words.question} hint={words.questionHint} rows={4} />
        <p class="soft">{words.questionNote}</p>
        <Button look="secondary">{words.sendQuestion}</Button>
      </Form>
    </Fold>
  )
}

function EarlierStatements(props: { sent: readonly SentStatement[]; language: Language }) {
  const texts = statementTexts(props.language)
  if (props.sent.length === 0) return null
  return (
    <Card title={texts.release.earlier}>
      <LinkList
        items={props.sent.map((each) => ({
          href: `/opgaven/${each.id}`,
          label: fill(texts.sheet.version, { version: each.version }),
          note: longInstant(each.releasedAt, props.language),
        }))}
      />
    </Card>
  )
}

function dueText(dueOn: Day, today: Day, language: Language): string {
  const words = statementTexts(language).release
  const left = daysBetween(today, dueOn)
  const day = longDay(dueOn, language)
  if (left < 0) return fill(words.late, { day })
  if (left === 0) return words.today
  return fill(words.daysLeft, { days: language === 'en' ? count(left, 'day', 'days') : count(left, 'dag', 'dagen'), day })
}

/** A month for which no statement is asked. */
export function NoStatementPage(props: { month: Month; language: Language }) {
  const texts = statementTexts(props.language)
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: '/opgaven', label: texts.folder.title }]} />
      <PageHead title={longMonth(props.month, props.language)} lead={texts.folder.empty} />
      <p>{texts.folder.emptyNext}</p>
    </div>
  )
}
