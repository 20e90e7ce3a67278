import { type Day, dayOf, longDay, longInstant, shortDay } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { ActionButton, Actions, Button, ButtonLink, DayField, Form, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, MailAddress, PageHead, Quoted, Tag, type Tone } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { OpenQuestions } from '../knowledge/asking/open-questions.tsx'
import type { OpenQuestion } from '../knowledge/asking/tending.ts'
import { StepQuestionsTable } from '../starting/questions/questions-cards.tsx'
import { nl } from './desk.nl.ts'
import { nl as asking } from './inquiries.nl.ts'
import { type InquiryStanding, type Quarter, quarterAfter, quarterBefore, type ReportLine } from './inquiries.rules.ts'
import type { AnswerTemplate, Inquiry, InquiryMessage } from './inquiries.sql.ts'

const TONES: Readonly<Record<InquiryStanding, Tone>> = {
  new: 'wait',
  taken: 'wait',
  late: 'wrong',
  answered: 'ok',
  planned: 'ok',
  given: 'wait',
  closed: 'plain',
}

type Row = { readonly inquiry: Inquiry; readonly standing: InquiryStanding; readonly holder: string | null; readonly waits: boolean }
type Keys = () => { csrf: string; key: string }

/** What waits at the desk, whose it is and since when. */
export function DeskListPage(props: {
  readonly rows: readonly Row[]
  readonly questions: readonly OpenQuestion[]
  readonly steps: Parameters<typeof StepQuestionsTable>[0]['questions']
  readonly quarter: string
}) {
  const late = props.rows.filter(({ standing }) => standing === 'late').length
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/netwerk', label: nl.network }]} />
      <PageHead title={nl.title} lead={nl.lead} />
      {late > 0 ? <Alert tone="warn">{late === 1 ? nl.oneLate : fill(nl.late, { count: late })}</Alert> : null}
      {props.rows.length === 0 ? <p>{nl.empty}</p> : null}
      {props.rows.length > 0 ? (
        <Table
          caption={nl.title}
          captionHidden
          rows={props.rows}
          rowKey={({ inquiry }) => inquiry.id}
          columns={[
            { key: 'nr', label: nl.columns.nr, header: true, cell: ({ inquiry }) => <a href={`/netwerk/aanvragen/${inquiry.id}`}>{inquiry.nr}</a> },
            { key: 'standing', label: nl.columns.standing, cell: ({ standing }) => <Tag tone={TONES[standing]}>{nl.standings[standing]}</Tag> },
            { key: 'kind', label: nl.columns.kind, cell: ({ inquiry }) => nl.kinds[inquiry.kind] },
            { key: 'from', label: nl.columns.from, cell: ({ inquiry }) => inquiry.organisation ?? inquiry.name },
            { key: 'holder', label: nl.columns.holder, cell: ({ holder }) => holder ?? nl.nobody },
            { key: 'since', label: nl.columns.since, cell: ({ inquiry }) => shortDay(dayOf(inquiry.since)) },
            { key: 'lastDay', label: nl.columns.lastDay, cell: ({ inquiry }) => shortDay(inquiry.lastDay) },
          ]}
        />
      ) : null}
      <Actions>
        <ButtonLink href={`/netwerk/aanvragen/kwartaal/${props.quarter}`} look="secondary">
          {nl.toReport}
        </ButtonLink>
        <ButtonLink href="/netwerk/aanvragen/antwoorden" look="secondary">
          {nl.toTemplates}
        </ButtonLink>
      </Actions>
      <StepQuestionsTable questions={props.steps} />
      <OpenQuestions questions={props.questions} />
    </div>
  )
}

type OneProps = {
  readonly inquiry: Inquiry
  readonly messages: readonly InquiryMessage[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly templates: readonly AnswerTemplate[]
  readonly standing: InquiryStanding
  readonly me: string
  /** The words of a chosen template, to begin with. */
  readonly chosen: string
  readonly keys: Keys
  readonly problems: Problems | null
}

/** One inquiry: what was asked and said, and what the desk can do with it. */
export function DeskInquiryPage(props: OneProps) {
  const { inquiry, standing } = props
  const words = nl.one
  const names = new Map(props.people.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? nl.gone
  return (
    <div class="narrow stack-l">
      <Crumbs
        items={[
          { href: '/netwerk', label: nl.network },
          { href: '/netwerk/aanvragen', label: nl.title },
        ]}
      />
      <PageHead title={fill(words.title, { nr: inquiry.nr })} over={nl.kinds[inquiry.kind]} lead={<Tag tone={TONES[standing]}>{nl.standings[standing]}</Tag>} />
      <Facts
        items={[
          { label: words.from, value: [inquiry.name, inquiry.organisation].filter(Boolean).join(', ') },
          { label: words.reach, value: <MailAddress address={inquiry.email} /> },
          { label: words.lastDay, value: longDay(inquiry.lastDay) },
          { label: words.holder, value: inquiry.holder ? nameOf(inquiry.holder) : nl.nobody },
        ]}
      />
      {inquiry.kind === 'presentation' ? <Wishes inquiry={inquiry} /> : null}
      <section class="stack-s">
        <h2>{words.question}</h2>
        <Quoted source={fill(asking.status.asked, { at: longInstant(inquiry.askedAt) })}>{inquiry.words}</Quoted>
        {inquiry.brought ? <Quoted source={words.brought}>{inquiry.brought}</Quoted> : null}
        {props.messages.map(({ id, writtenBy, words: said, at }) => (
          <Quoted key={id} source={fill(asking.status.wrote, { who: writtenBy ? nameOf(writtenBy) : inquiry.name, at: longInstant(at) })}>
            {said}
          </Quoted>
        ))}
      </section>
      {inquiry.closedAt ? <p>{fill(words.closed, { at: longInstant(inquiry.closedAt) })}</p> : <Handling {...props} />}
      {inquiry.evaluation ? (
        <Card title={words.evaluation}>
          <p>{fill(words.marks, { clear: inquiry.evaluation.clear, useful: inquiry.evaluation.useful })}</p>
          {inquiry.evaluation.words ? <Quoted source={inquiry.name}>{inquiry.evaluation.words}</Quoted> : null}
        </Card>
      ) : null}
    </div>
  )
}

function Wishes(props: { readonly inquiry: Inquiry }) {
  const { wished, form, spoken, region, presentation } = props.inquiry
  const words = nl.one
  const planned = presentation
    ? [
        {
          label: asking.status.presentation,
          value: `${fill(asking.status.at, { day: longDay(presentation.on), ...presentation })}. ${presentation.place}. ${presentation.giver}.`,
        },
      ]
    : []
  return (
    <Card title={words.wishes} look="flat">
      <Facts
        items={[
          { label: words.days, value: wished.map((day) => longDay(day)).join(' · ') },
          { label: words.how, value: form ? asking.form.hows[form] : '' },
          { label: words.spoken, value: spoken ?? '' },
          { label: words.region, value: region ?? '' },
        ]
          .filter(({ value }) => value !== '')
          .concat(planned)}
      />
    </Card>
  )
}

function Handling(props: OneProps) {
  const { inquiry, problems, keys } = props
  const words = nl.one
  const address = `/netwerk/aanvragen/${inquiry.id}`
  const others = props.people.filter(({ id }) => id !== inquiry.holder)
  const answered = problems?.typed.words !== undefined
  const planned = problems?.typed.starts !== undefined
  const { presentation } = inquiry
  return (
    <>
      {inquiry.holder === props.me ? null : (
        <ActionButton action={`${address}/eigenaar`} keys={keys()} look={inquiry.holder ? 'secondary' : 'primary'}>
          {words.take}
        </ActionButton>
      )}
      {props.templates.length > 0 ? (
        <Form action={address} method="get" ids="klaar">
          <SelectField name="klaar" label={words.withTemplate} options={props.templates.map(({ id, title }) => ({ value: id, label: title }))} />
          <Button look="secondary">{words.pick}</Button>
        </Form>
      ) : null}
      <Form action={`${address}/antwoord`} keys={keys()} problems={answered ? problems : null}>
        <TextArea name="words" label={words.answer} hint={words.answerHint} rows={8} maxLength={5000} value={typedValue(problems, 'words', props.chosen)} />
        <Button>{words.send}</Button>
      </Form>
      {inquiry.kind === 'presentation' ? (
        <Card title={words.plan}>
          <Form action={`${address}/presentatie`} keys={keys()} problems={planned ? problems : null} ids="plan">
            <DayField name="on" label={words.on} value={presentation?.on ?? inquiry.wished[0]} />
            <TextField name="starts" label={words.starts} value={presentation?.starts} maxLength={5} />
            <TextField name="minutes" label={words.minutes} inputMode="numeric" value={presentation ? String(presentation.minutes) : '60'} />
            <TextField name="place" label={words.place} value={presentation?.place} maxLength={120} />
            <TextField name="giver" label={words.giver} value={presentation?.giver} maxLength={100} />
            <Button look="secondary">{words.planIt}</Button>
          </Form>
        </Card>
      ) : null}
      {others.length > 0 ? (
        <Form action={`${address}/eigenaar`} keys={keys()} ids="over">
          <SelectField name="holder" label={words.handTo} options={others.map(({ id, name }) => ({ value: id, label: name }))} />
          <Button look="secondary">{words.hand}</Button>
        </Form>
      ) : null}
      {inquiry.firstAnswerAt || presentation ? (
        <ActionButton action={`${address}/sluiting`} keys={keys()} look="secondary">
          {words.close}
        </ActionButton>
      ) : null}
    </>
  )
}

/** Answers that are kept ready, and keeping one more. */
export function TemplatesPage(props: { readonly rows: readonly AnswerTemplate[]; readonly keys: Keys; readonly problems: Problems | null }) {
  const words = nl.templates
  return (
    <div class="narrow stack-l">
      <Crumbs
        items={[
          { href: '/netwerk', label: nl.network },
          { href: '/netwerk/aanvragen', label: nl.title },
        ]}
      />
      <PageHead title={words.title} lead={words.lead} />
      {props.rows.length === 0 ? <p>{words.empty}</p> : null}
      {props.rows.map((row) => (
        <Card title={row.title} key={row.id} look="flat">
          <Quoted source={row.title}>{row.words}</Quoted>
          <ActionButton action={`/netwerk/aanvragen/antwoorden/${row.id}/einde`} keys={props.keys()} look="secondary" size="small">
            {words.drop}
          </ActionButton>
        </Card>
      ))}
      <Card title={words.add}>
        <Form action="/netwerk/aanvragen/antwoorden" keys={props.keys()} problems={props.problems}>
          <TextField name="title" label={words.name} maxLength={100} />
          <TextArea name="words" label={words.words} rows={8} maxLength={5000} />
          <Button>{words.keep}</Button>
        </Form>
      </Card>
    </div>
  )
}

/** How a quarter is called. */
export function titleOfQuarter({ name }: Quarter): string {
  const [year = '', nr = ''] = name.split('-')
  return fill(nl.report.title, { nr, year })
}

/** What was asked in a quarter and how soon it was answered. */
export function QuarterPage(props: {
  readonly quarter: Quarter
  readonly today: Day
  readonly lines: readonly ReportLine[]
  readonly evaluations: readonly { readonly clear: number; readonly useful: number }[]
}) {
  const words = nl.report
  const [before, after] = [quarterBefore(props.quarter.name), quarterAfter(props.quarter.name, props.today)]
  const title = titleOfQuarter(props.quarter)
  const count = props.evaluations.length
  const average = (of: 'clear' | 'useful') => (props.evaluations.reduce((sum, each) => sum + each[of], 0) / count).toFixed(1).replace('.', ',')
  return (
    <div class="stack-l">
      <Crumbs
        items={[
          { href: '/netwerk', label: nl.network },
          { href: '/netwerk/aanvragen', label: nl.title },
        ]}
      />
      <PageHead title={title} lead={words.lead} />
      <Table
        caption={title}
        captionHidden
        rows={props.lines}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', label: words.columns.kind, header: true, cell: ({ kind }) => (kind === 'startStep' ? words.startStep : nl.kinds[kind]) },
          { key: 'asked', label: words.columns.asked, numeric: true, cell: ({ asked }) => asked },
          { key: 'answered', label: words.columns.answered, numeric: true, cell: ({ answered }) => answered },
          { key: 'late', label: words.columns.late, numeric: true, cell: ({ late }) => late },
          { key: 'hours', label: words.columns.hours, numeric: true, cell: ({ hours }) => hours ?? words.none },
        ]}
      />
      {count > 0 ? (
        <p>{fill(count === 1 ? words.evaluations.one : words.evaluations.more, { count, clear: average('clear'), useful: average('useful') })}</p>
      ) : null}
      <p>
        <a href={`/netwerk/aanvragen/kwartaal/${before}`}>{words.before}</a>
        {after ? (
          <>
            {' '}
            <a href={`/netwerk/aanvragen/kwartaal/${after}`}>{words.after}</a>
          </>
        ) : null}
      </p>
    </div>
  )
}
